package majix.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// `majix help TOPIC`: shows a manual page, by man(1) on a terminal, else as plain text. The pages are part of the
/// program, so that this works where nothing is installed.
final class HelpCommand {
    /// Each topic, and the file of its page.
    private static final List<List<String>> PAGES = List.of(List.of("majix", "majix.1"),
            List.of("query", "majix-query.7"), List.of("rc", "majixrc.5"), List.of("json", "majix-json.5"));

    private HelpCommand() {}

    /// Runs the subcommand; `args[0]` is its name.
    ///
    /// @return the exit status
    static int run(String[] args, Console console) throws IOException {
        if (args.length == 1) {
            Help.print(console);
            console.print("Manual pages: majix help " + String.join("|", topics()));
            return Failure.DONE;
        }
        String page = page(args[1]);
        if (page == null || args.length > 2) {
            throw new Failure(Failure.BAD_INPUT, "help \"" + args[args.length - 1] + "\": a topic is wanted, one of "
                    + String.join(", ", topics()) + "; to search for the word: majix -- help ...");
        }
        byte[] source = source(page);
        if (!console.outIsTerminal() || !man(source, console)) {
            console.out().write(Mdoc.text(new String(source, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
        }
        return Failure.DONE;
    }

    /// What can be asked for.
    static List<String> topics() {
        return PAGES.stream().map(List::getFirst).toList();
    }

    private static @org.jspecify.annotations.Nullable String page(String topic) {
        for (List<String> page : PAGES) {
            String file = page.getLast();
            if (topic.equals(page.getFirst()) || topic.equals(file.substring(0, file.indexOf('.')))) {
                return file;
            }
        }
        return null;
    }

    private static byte[] source(String page) throws IOException {
        try (InputStream in = HelpCommand.class.getResourceAsStream("man/" + page)) {
            if (in == null) {
                throw new IOException("the manual page " + page + " is not part of this build");
            }
            return in.readAllBytes();
        }
    }

    /// Whether man(1) showed the page.
    private static boolean man(byte[] source, Console console) throws IOException {
        console.flush();
        Process man;
        try {
            man = new ProcessBuilder("man", "-l", "-").redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            return false;
        }
        try (OutputStream in = man.getOutputStream()) {
            in.write(source);
        } catch (IOException e) {
            // it ended before it had read all; its status says whether that is well
        }
        try {
            return man.waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
