package majix.cli;

import java.io.IOException;
import majix.query.Field;

/// `majix fields`: the search vocabulary, read off the table that the parser uses.
final class FieldsCommand {
    private FieldsCommand() {}

    /// Runs the subcommand; `args[0]` is its name.
    ///
    /// @return the exit status
    static int run(String[] args, Console console) throws IOException {
        if (args.length > 1) {
            throw new Failure(Failure.BAD_INPUT, "fields \"" + args[1]
                    + "\": no argument is wanted; to search for the word: majix -- fields ...");
        }
        console.print(row("key", "long name", "example", "what it matches"));
        for (Field field : Field.values()) {
            console.print(row(String.valueOf(field.letter()), field.longName(), field.example(), field.help()));
        }
        console.print(row("a", "address", "a:example.org", "To, Cc or From"));
        console.print(row("r", "", "r:alice", "To or Cc"));
        console.print(row("q", "query", "q:work", "what a saved search finds (majix save)"));
        console.print(row("(none)", "", "budget", "To, Cc, From, Subject or body"));
        return Failure.DONE;
    }

    private static String row(String key, String name, String example, String help) {
        StringBuilder row = new StringBuilder();
        column(row, key, 8);
        column(row, name, 12);
        column(row, example, 21);
        return row.append(help).toString();
    }

    private static void column(StringBuilder row, String text, int width) {
        row.append(text);
        for (int i = text.length(); i < width; i++) {
            row.append(' ');
        }
    }
}
