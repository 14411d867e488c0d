package majix.cli;

import java.io.IOException;
import majix.formats.MessageRef;

/// `majix show`: prints one message for people.
final class ShowCommand {
    private static final String HELP = """
            majix show [options] N QUERY...      the N-th hit of a query, in the order of majix -r
            majix show [options] PATH            a file with one message, or "mbox:PATH [START,END)" as -r prints it
            majix show [options] mid:MESSAGE-ID  a message of the index

              -f, --rcfile FILE   use this rc file
                  --headers         all headers, not only those that matter to most
                  --color WHEN      auto, always or never
              -h, --help            say this
            """;

    private ShowCommand() {}

    /// Runs the subcommand; `args[0]` is its name.
    ///
    /// @return the exit status
    static int run(String[] args, Environment env, Console console) throws Exception {
        MessageArguments arguments = MessageArguments.parse(args);
        if (arguments.help) {
            console.print(HELP.stripTrailing());
            return Failure.DONE;
        }
        MessageRef ref = MessageChoice.of(arguments, false, env, console);
        print(ref, arguments.headers, Colors.of(arguments.color, env, console), console);
        return Failure.DONE;
    }

    /// Prints the message that lies there.
    static void print(MessageRef ref, boolean allHeaders, Colors colors, Console console) throws IOException {
        MessageView.write(new StoredMessage(ref), allHeaders, colors, console::print);
    }
}
