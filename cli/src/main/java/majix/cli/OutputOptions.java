package majix.cli;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The options that say what a search prints in place of writing a folder, and in which order. Made when the first of
/// them is met: a plain search does without this class and all that is behind it.
final class OutputOptions {
    private static final String SORTS = "date, -date, size, from, subject, relevance or thread";

    /// The name of a format, or a template; null if no option names one.
    @Nullable
    String format;
    HitOrder.Key sort = HitOrder.Key.DATE;
    boolean reverse;
    int limit = Integer.MAX_VALUE;
    int offset;
    boolean count;
    /// By what hits are counted; null if they are not.
    HitGroups.@Nullable Key groups;
    /// The command that gets the hits; empty if there is none.
    List<String> command = List.of();
    /// Whether the command is run for each hit.
    boolean oneByOne;
    /// Whether it is shown why each message was found.
    boolean snippets;
    Colors.Wish color = Colors.Wish.AUTO;
    /// Whether results end with NUL, not with a line end.
    boolean nul;
    /// The folder that a mail program has open: hits elsewhere are no use to it; null if none is.
    @Nullable
    String within;
    private String first = "";

    /// Whether a name is that of an option with a value.
    static boolean takesValue(String name) {
        return switch (name) {
            case "--format", "--sort", "--limit", "--offset", "--group-by", "--color" -> true;
            default -> false;
        };
    }

    /// Takes an option with its value.
    ///
    /// @throws Failure if the value is none for it
    void set(String name, String value) {
        note(name);
        switch (name) {
            case "--format" -> format = HitFormats.checked(value);
            case "--sort" -> sort(value);
            case "--group-by" -> groups = groupKey(value);
            case "--color" -> color = Colors.Wish.of(value);
            case "--limit" -> limit = number(name, value);
            case "--offset" -> offset = number(name, value);
            default -> throw new IllegalArgumentException(name);
        }
    }

    /// Takes the command of `--exec`: up to `{} +` or `;`, as find(1) has it.
    ///
    /// @param from where it begins
    /// @return behind its end
    /// @throws Failure if it has no end
    int command(String[] args, int from) {
        note("--exec");
        for (int i = from; i < args.length; i++) {
            boolean all = args[i].equals("+") && i > from + 1 && args[i - 1].equals("{}");
            if (all || (args[i].equals(";") && i > from)) {
                oneByOne = !all;
                command = List.of(args).subList(from, all ? i - 1 : i);
                return i + 1;
            }
        }
        throw bad("--exec wants a command that ends with {} + or with \\; as in --exec clamscan {} +");
    }

    /// Takes the folder of `--neomutt`.
    void within(String folder) {
        note("--neomutt");
        within = folder;
        format = "msgid";
    }

    /// Takes an option without a value.
    ///
    /// @return whether there is such an option
    boolean flag(String name) {
        switch (name) {
            case "--count" -> count = true;
            case "--snippets" -> snippets = true;
            case "--null" -> nul = true;
            default -> {
                return false;
            }
        }
        note(name);
        return true;
    }

    private void note(String name) {
        if (first.isEmpty()) {
            first = name.equals("--null") ? "-0" : name;
        }
    }

    private void sort(String value) {
        reverse = value.startsWith("-");
        String name = reverse ? value.substring(1) : value;
        for (HitOrder.Key key : HitOrder.Key.values()) {
            if (key.name().toLowerCase(Locale.ROOT).equals(name)) {
                sort = key;
                return;
            }
        }
        throw new Failure(Failure.BAD_INPUT,
                "--sort \"" + value + "\": " + SORTS + " is wanted; - turns the order round");
    }

    private static HitGroups.Key groupKey(String value) {
        for (HitGroups.Key key : HitGroups.Key.values()) {
            if (key.name().toLowerCase(Locale.ROOT).equals(value)) {
                return key;
            }
        }
        throw new Failure(Failure.BAD_INPUT,
                "--group-by \"" + value + "\": from, domain, month, folder, list or thread is wanted");
    }

    private static int number(String name, String value) {
        try {
            int number = Integer.parseInt(value);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new Failure(Failure.BAD_INPUT, name + " \"" + value + "\": a number is wanted, as in " + name + " 10");
    }

    /// Whether something is printed, and no folder written, whatever the rc file says.
    boolean prints() {
        return format != null || count || nul || groups != null || snippets || !command.isEmpty();
    }

    /// Makes sure that the options go together.
    ///
    /// @throws Failure if they do not
    void check(CommandLine line) {
        if (line.trees) {
            checkTrees(line);
            return;
        }
        if (line.expressions.isEmpty()) {
            throw bad(first + " is for searches: say what to look for, as in majix " + first + " ... s:meeting");
        }
        if (line.explain) {
            throw bad("--explain and " + first + " do not go together");
        }
        if (count && (format != null || nul)) {
            throw bad("--count prints a number: it does not go with --format or -0");
        }
        if (snippets && (count || nul || groups != null || format != null || line.raw || line.excerpt)) {
            throw bad("--snippets is a form of its own: it does not go with formats, -0, --count or --group-by");
        }
        if (!command.isEmpty()
                && (snippets || count || nul || groups != null || format != null || line.raw || line.excerpt)) {
            throw bad("--exec prints nothing by itself: it does not go with other forms of output");
        }
        if (groups != null) {
            checkGroups(line);
            return;
        }
        if (format == null) {
            format = line.raw ? "raw" : line.excerpt ? "excerpt" : nul ? "raw" : null;
        } else if (line.raw || line.excerpt) {
            throw bad("--format \"" + format + "\" and " + (line.raw ? "-r" : "-x") + " do not go together");
        }
        if (nul && format != null && !HitFormats.endsWithNul(format)) {
            throw bad("-0 goes with raw, paths, msgid and templates, not with --format=" + format);
        }
    }

    private void checkTrees(CommandLine line) {
        boolean others = count || nul || groups != null || snippets || !command.isEmpty() || line.raw || line.excerpt
                || line.explain || sort != HitOrder.Key.DATE || reverse;
        if (others || (format != null && !format.equals("json"))) {
            throw bad("thread prints trees: of the options for output only --format=json, --limit, --offset and --color"
                    + " go with it");
        }
    }

    private void checkGroups(CommandLine line) {
        if (count || nul || line.raw || line.excerpt
                || (format != null && !format.equals("json") && !format.equals("csv"))) {
            throw bad("--group-by prints counts: it goes with --format=json or csv only");
        }
        if (sort != HitOrder.Key.DATE || reverse) {
            throw bad("--group-by has an order of its own: it does not go with --sort");
        }
    }

    private static Failure bad(String line) {
        return new Failure(Failure.BAD_INPUT, line);
    }
}
