package majix.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The command lines of `majix show` and `majix extract`. Options may stand anywhere before a `--`.
final class MessageArguments {
    final String command;
    @Nullable
    String rcfile;
    /// Where files are written.
    @Nullable
    String directory;
    boolean help;
    boolean headers;
    boolean list;
    Colors.Wish color = Colors.Wish.AUTO;
    /// The message, and what follows it.
    final List<String> words = new ArrayList<>();
    /// The parts that options name.
    final List<String> parts = new ArrayList<>();
    private final String[] args;
    private int next = 1;

    private MessageArguments(String[] args) {
        this.args = args;
        this.command = args[0];
    }

    /// Reads a command line; `args[0]` is the subcommand.
    ///
    /// @throws Failure if it cannot be read
    static MessageArguments parse(String[] args) {
        MessageArguments arguments = new MessageArguments(args);
        arguments.read();
        if (arguments.words.isEmpty() && !arguments.help) {
            throw arguments.bad("say which message: a number and a query, a path, or mid:MESSAGE-ID, as in majix "
                    + args[0] + " 3 s:meeting; to search for the word: majix -- " + args[0]);
        }
        return arguments;
    }

    private void read() {
        boolean options = true;
        while (next < args.length) {
            String arg = args[next++];
            if (options && arg.equals("--")) {
                options = false;
            } else if (options && arg.length() > 1 && arg.charAt(0) == '-') {
                option(arg);
            } else {
                words.add(arg);
            }
        }
    }

    private void option(String arg) {
        int equals = arg.startsWith("--") ? arg.indexOf('=') : -1;
        String name = equals < 0 ? arg : arg.substring(0, equals);
        String given = equals < 0 ? null : arg.substring(equals + 1);
        boolean extracts = command.equals("extract");
        switch (name) {
            case "-f", "--rcfile" -> rcfile = value(arg, given);
            case "-h", "--help" -> help = true;
            case "--headers" -> headers = flag(arg, given, !extracts);
            case "--color" -> color = Colors.Wish.of(value(arg, given));
            case "--list" -> list = flag(arg, given, extracts);
            case "-o", "--directory" -> {
                flag(arg, null, extracts);
                directory = value(arg, given);
            }
            case "--part" -> {
                flag(arg, null, extracts);
                parts.add(value(arg, given));
            }
            default -> throw unknown(arg);
        }
    }

    private String value(String option, @Nullable String given) {
        if (given == null && next == args.length) {
            throw bad("option " + option + " needs a value after it");
        }
        return given != null ? given : args[next++];
    }

    private boolean flag(String option, @Nullable String given, boolean known) {
        if (given != null || !known) {
            throw unknown(option);
        }
        return true;
    }

    private Failure unknown(String option) {
        return bad("unrecognized option \"" + option + "\"; majix " + command + " --help lists the options");
    }

    /// A fault of the command line.
    Failure bad(String line) {
        return new Failure(Failure.BAD_INPUT, command + ": " + line);
    }
}
