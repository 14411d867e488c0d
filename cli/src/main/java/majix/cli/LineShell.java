package majix.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import majix.indexer.Hits;

/// `majix shell` without a terminal that can do more than lines: reads queries and commands line by line, prints hits.
final class LineShell {
    static final String HELP = """
            A query as on the command line (f:alice s:meeting d:1m-), or
              :list [N]   the hits, from number N on
              :show N     hit N
              :mutt       the hits in mutt
              :save NAME  give the search a name
              :help       this
              :quit       the end
            """;
    private static final String PROMPT = "majix> ";
    private static final int PAGE = 20;

    private final ShellSession session;
    private final Console console;
    private final boolean prompts;

    /// @param prompts whether somebody types: a prompt is shown, and long lists come in pages
    LineShell(ShellSession session, boolean prompts, Console console) {
        this.session = session;
        this.prompts = prompts;
        this.console = console;
    }

    /// Reads until the end.
    ///
    /// @return the exit status: that of the last line
    int run(BufferedReader in) throws IOException {
        int status = Failure.DONE;
        while (true) {
            if (prompts) {
                console.out().write(PROMPT.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
            console.flush();
            String text = in.readLine();
            if (text == null) {
                return status;
            }
            TypedLine line = TypedLine.of(text);
            if (line.isCommand() && List.of(":quit", ":q").contains(line.arguments().getFirst())) {
                return status;
            }
            if (!line.isBlank()) {
                status = line(line);
            }
        }
    }

    /// Does what a line says.
    ///
    /// @return the exit status of that
    int line(TypedLine line) throws IOException {
        try {
            if (line.isCommand()) {
                return command(line.arguments());
            }
            Hits hits = session.search(line);
            int size = hits.size();
            console.print(size == 1 ? "1 hit" : size + " hits");
            list(hits, prompts ? Math.max(0, size - PAGE) : 0);
            int status = size > 0 ? Failure.DONE : Failure.NO_HIT;
            return console.takeUnread() ? Failure.TROUBLE : status;
        } catch (Stdout.ReaderGoneException e) {
            throw e;
        } catch (Exception e) {
            Failure failure = Failure.of(e);
            console.flush();
            console.tell(failure.line());
            if (prompts) {
                console.write(failure.picture());
            }
            return failure.status();
        }
    }

    /// Runs a command.
    ///
    /// @return its exit status
    int command(List<String> words) throws Exception {
        String argument = words.size() > 1 ? words.get(1) : "";
        switch (words.getFirst()) {
            case ":list", ":l" -> list(session.hits(), argument.isEmpty() ? 0 : number(argument));
            case ":show", ":s" -> ShowCommand.print(
                    MessageChoice.present(session.hits(), number(argument)), false,
                    Colors.of(Colors.Wish.AUTO, session.env(), console), console);
            case ":mutt", ":m" -> {
                console.flush();
                session.mutt(new Console(Stdout.none(), new Told(console), false, console.program()));
            }
            case ":save" -> {
                if (words.size() != 2) {
                    throw new Failure(Failure.BAD_INPUT, ":save wants a name, as in :save work");
                }
                session.save(argument);
            }
            case ":help", ":h", ":?" -> console.print(HELP.stripTrailing());
            default -> throw new Failure(Failure.BAD_INPUT, "\"" + words.getFirst()
                    + "\": no command; there are :list :show :mutt :save :help :quit");
        }
        return console.takeUnread() ? Failure.TROUBLE : Failure.DONE;
    }

    /// The number of a hit, from 0.
    private int number(String word) {
        int size = session.hits().size();
        if (MessageChoice.isNumber(word) && word.length() < 10) {
            int number = Integer.parseInt(word);
            if (number > 0 && number <= size) {
                return number - 1;
            }
        }
        throw new Failure(Failure.BAD_INPUT, "\"" + word + "\": the number of a hit is wanted, 1 to " + size);
    }

    private void list(Hits hits, int from) throws IOException {
        int to = prompts ? Math.min(hits.size(), from + PAGE) : hits.size();
        if (from > 0) {
            console.print("(" + from + " before these)");
        }
        for (String row : HitRows.of(hits, from, to, console)) {
            console.print(row);
        }
        if (to < hits.size()) {
            console.print("(" + (hits.size() - to) + " more: :list " + (to + 1) + ")");
        }
    }

    /// Hands text to another console's stderr.
    private static final class Told extends java.io.OutputStream {
        private final Console console;

        Told(Console console) {
            this.console = console;
        }

        @Override
        public void write(int b) {
            console.write(String.valueOf((char) b));
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            console.write(new String(bytes, offset, length, java.nio.charset.StandardCharsets.UTF_8));
        }
    }
}
