package majix.cli;

import org.jspecify.annotations.Nullable;

/// What `-h` says for the subcommands whose few options are read by hand.
final class BriefHelp {
    private static final String RC = "\n\n  -f, --rcfile FILE   use this rc file";
    private static final String HELP = "\n  -h, --help          say this";

    private BriefHelp() {}

    /// The text for a command line that asks for it, null for any other.
    static @Nullable String of(String[] args) {
        boolean asked = false;
        for (int i = 1; i < args.length && !args[i].equals("--"); i++) {
            asked |= args[i].equals("-h") || args[i].equals("--help");
        }
        return asked ? text(args[0]) : null;
    }

    private static @Nullable String text(String command) {
        return switch (command) {
            case "status" -> "majix status [options]   how old and how large the index is, what it holds and lacks" + RC
                    + "\n      --format=json   print an object" + HELP;
            case "check" -> "majix check [options]   read the whole index, and tell what is damaged" + RC
                    + "\n      --repair        mend it" + HELP;
            case "fields" -> "majix fields   what can be searched for: keys, names, examples\n" + HELP;
            case "help" -> "majix help         the options, as majix --help\nmajix help TOPIC   a manual page: "
                    + String.join(", ", HelpCommand.topics()) + "\n" + HELP;
            case "mutt-macros" -> "majix mutt-macros [-f FILE] >> ~/.muttrc   macros for mutt and neomutt" + RC + HELP;
            case "addresses" ->
                "majix addresses [options] TEXT...   addresses in your mail, for mutt's query_command" + RC
                        + "\n      --me ADDRESSES  your own addresses, between commas"
                        + "\n      --limit N       so many at most (100)"
                        + "\n      --format json   an object on a line for each; or mutt" + HELP;
            default -> null;
        };
    }
}
