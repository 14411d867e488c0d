package majix.cli;

import java.util.ArrayList;
import java.util.List;
import majix.query.QuerySyntaxException;
import org.jspecify.annotations.Nullable;

/// mairix's own command line, read by hand: options from left to right up to the first argument that is none, or up to
/// `--`; all after that are expressions. Short options may be bundled.
final class CommandLine {
    @Nullable
    String rcfile;
    @Nullable
    String mfolder;
    boolean verbose;
    boolean version;
    boolean help;
    boolean purge;
    boolean fast;
    boolean dump;
    boolean augment;
    boolean threads;
    /// Whether hits are to be told from the rest of their threads: `-tt`.
    boolean marks;
    boolean raw;
    boolean excerpt;
    boolean hardLinks;
    boolean force;
    boolean explain;
    /// Whether an indexing run brings the folders of saved searches up to date.
    boolean up;
    /// Whether the results of the last search are to be searched: `--narrow`.
    boolean narrow;
    /// What is to be the same as in the message on standard input; null if there is none.
    SameMessage.@Nullable Key same;
    /// Whether the threads of the hits are to be drawn: the subcommand `thread`.
    boolean trees;
    /// What is to be printed, and in which order; null unless an option speaks of it.
    @Nullable
    OutputOptions output;
    /// The name of a subcommand that stands behind options, and so is searched for; null if there is none.
    @Nullable
    String lateSubcommand;
    int waitSeconds = 10;
    /// Whether `--wait` was given.
    boolean waits;
    final List<String> expressions = new ArrayList<>();
    private @Nullable String typed;
    private final String[] args;
    private int next;

    private CommandLine(String[] args) {
        this.args = args;
    }

    /// Reads a command line.
    ///
    /// @throws Failure if an option is unknown or lacks its value
    static CommandLine parse(String[] args) {
        CommandLine line = new CommandLine(args);
        line.read();
        return line;
    }

    /// Reads the command line of `majix thread`; the options are those of searches.
    ///
    /// @throws Failure also if an option asks for something else than trees
    static CommandLine thread(String[] args) {
        CommandLine line = new CommandLine(args);
        line.next = 1;
        line.trees = true;
        line.output();
        line.read();
        if (line.help || line.version || line.dump || !line.expressions.isEmpty()) {
            return line;
        }
        throw new Failure(Failure.BAD_INPUT, "thread: say what to look for, as in majix thread s:meeting; to search for"
                + " the word: majix -- thread");
    }

    private void read() {
        while (next < args.length) {
            String arg = args[next];
            if (arg.length() < 2 || arg.charAt(0) != '-') {
                break;
            }
            next++;
            if (arg.equals("--")) {
                break;
            }
            if (arg.startsWith("--")) {
                longOption(arg);
            } else {
                bundle(arg);
            }
        }
        if (next > 0 && next < args.length && !args[next - 1].equals("--") && !trees) {
            lateSubcommand = Main.isSubcommand(args[next]) ? args[next] : null;
        }
        while (next < args.length) {
            expressions.add(args[next++]);
        }
        checkTexts();
        if (narrow && expressions.isEmpty() && !help && !version) {
            throw new Failure(Failure.BAD_INPUT, "--narrow: say to what, as in majix --narrow d:1w-");
        }
        if (output != null && !help && !version && !dump) {
            output.check(this);
        }
        if (up && !expressions.isEmpty()) {
            throw new Failure(Failure.BAD_INPUT,
                    "--up is for indexing runs; majix up brings folders of saved searches up to date without one");
        }
    }

    /// Makes sure that what is no name of a file was UTF-8.
    private void checkTexts() {
        for (String arg : args) {
            boolean name = (rcfile != null && arg.endsWith(rcfile)) || (mfolder != null && arg.endsWith(mfolder))
                    || (output != null && output.within != null && arg.endsWith(output.within));
            if (!name) {
                RawArguments.check(List.of(arg));
            }
        }
        RawArguments.check(expressions);
    }

    private void bundle(String arg) {
        for (int i = 1; i < arg.length(); i++) {
            char letter = arg.charAt(i);
            if (letter == 'f' || letter == 'o') {
                String value = i + 1 < arg.length() ? arg.substring(i + 1) : value(arg);
                if (letter == 'f') {
                    rcfile = value;
                } else {
                    mfolder = value;
                }
                return;
            }
            flag(letter, arg);
        }
    }

    private void flag(char letter, String arg) {
        switch (letter) {
            case 'v' -> verbose = true;
            case 'V' -> version = true;
            case 'h' -> help = true;
            case 'Q' -> {
            }
            case 'p' -> purge = true;
            case 'F' -> fast = true;
            case 'd' -> dump = true;
            case 'a' -> augment = true;
            case 't' -> threads();
            case 'r' -> raw = true;
            case 'x' -> excerpt = true;
            case 'H' -> hardLinks = true;
            case '0' -> output().flag("--null");
            default -> throw unknown(arg);
        }
    }

    private void longOption(String arg) {
        int equals = arg.indexOf('=');
        String name = equals < 0 ? arg : arg.substring(0, equals);
        String given = equals < 0 ? null : arg.substring(equals + 1);
        switch (name) {
            case "--rcfile" -> rcfile = given != null ? given : value(arg);
            case "--mfolder" -> mfolder = given != null ? given : value(arg);
            case "--wait" -> {
                waitSeconds = seconds(given != null ? given : value(arg));
                waits = true;
            }
            case "--typed" -> typed((given != null ? given : value(arg)).strip());
            case "--same" -> same = SameMessage.Key.of(given != null ? given : value(arg));
            case "--neomutt" -> output().within(given != null ? given : value(arg));
            case "--force-hash-key-new-database" -> {
                if (given == null) {
                    value(arg);
                }
            }
            default -> {
                if (given != null || !longFlag(name)) {
                    outputOption(arg, name, given);
                }
            }
        }
    }

    private OutputOptions output() {
        if (output == null) {
            output = new OutputOptions();
        }
        return output;
    }

    private void outputOption(String arg, String name, @Nullable String given) {
        if (arg.equals("--exec")) {
            next = output().command(args, next);
        } else if (OutputOptions.takesValue(name)) {
            output().set(name, given != null ? given : value(arg));
        } else if (given != null || !output().flag(name)) {
            throw unknown(arg);
        }
    }

    /// Whether the name is that of an option without a value.
    private boolean longFlag(String name) {
        switch (name) {
            case "--verbose" -> verbose = true;
            case "--version" -> version = true;
            case "--help" -> help = true;
            case "--no-integrity-checks", "--unlock" -> {
            }
            case "--purge" -> purge = true;
            case "--fast-index" -> fast = true;
            case "--dump" -> dump = true;
            case "--augment" -> augment = true;
            case "--threads" -> threads();
            case "--raw-output" -> raw = true;
            case "--excerpt-output" -> excerpt = true;
            case "--force-hardlinks" -> hardLinks = true;
            case "--force" -> force = true;
            case "--explain" -> explain = true;
            case "--up" -> up = true;
            case "--narrow" -> narrow = true;
            default -> {
                return false;
            }
        }
        return true;
    }

    /// Takes a line as it was typed at a prompt: options, then all the rest as one group, so that no shell is needed
    /// to take it apart.
    private void typed(String text) {
        String rest = text;
        while (rest.length() > 1 && rest.charAt(0) == '-') {
            int blank = rest.indexOf(' ');
            String option = blank < 0 ? rest : rest.substring(0, blank);
            rest = blank < 0 ? "" : rest.substring(blank).strip();
            if (option.equals("--")) {
                break;
            } else if (option.startsWith("--")) {
                longOption(option);
            } else {
                bundle(option);
            }
        }
        if (rest.isEmpty()) {
            throw new Failure(Failure.BAD_INPUT,
                    "\"" + text + "\": say what to look for, as in f:alice s:meeting");
        }
        int open = 0;
        boolean quoted = false;
        for (int i = 0; i < rest.length(); i++) {
            char c = rest.charAt(i);
            quoted ^= c == '"';
            open += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
            if (open < 0) {
                throw new Failure(Failure.BAD_INPUT, "\"" + rest
                        + "\": unbalanced \")\", expected its pair, or double quotes around the text");
            }
        }
        typed = rest;
        expressions.add("(" + rest + ")");
    }

    /// What is wrong in a query, told of what was typed.
    QuerySyntaxException asTyped(QuerySyntaxException e) {
        return typed != null && e.argument().equals("(" + typed + ")") ? e.inside(typed) : e;
    }

    private void threads() {
        marks |= threads;
        threads = true;
    }

    private String value(String option) {
        if (next == args.length) {
            throw new Failure(Failure.BAD_INPUT, "option " + option + " needs a value after it");
        }
        return args[next++];
    }

    private static int seconds(String value) {
        try {
            int seconds = Integer.parseInt(value);
            if (seconds >= 0) {
                return seconds;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new Failure(Failure.BAD_INPUT,
                "--wait \"" + value + "\": a number of seconds is wanted, as in --wait 60");
    }

    private static Failure unknown(String option) {
        return new Failure(Failure.BAD_INPUT, "unrecognized option \"" + option + "\"; --help lists the options");
    }
}
