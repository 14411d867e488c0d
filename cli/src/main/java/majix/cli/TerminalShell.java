package majix.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import majix.formats.PrivateFiles;
import majix.indexer.Hits;
import majix.query.QuerySyntaxException;
import majix.vfolder.VisibleText;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.history.DefaultHistory;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/// `majix shell` on a terminal.
final class TerminalShell {
    private static final String PROMPT = "majix> ";

    private final ShellSession session;
    private final Console console;
    private final Terminal terminal;
    private final LineShell lines;
    private final LiveReader reader;

    private TerminalShell(ShellSession session, Console console, Terminal terminal) throws IOException {
        this.session = session;
        this.console = console;
        this.terminal = terminal;
        lines = new LineShell(session, true, console);
        Map<String, Object> variables = new HashMap<>();
        variables.put(LineReader.HISTORY_FILE, history(session.env()));
        variables.put(LineReader.BELL_STYLE, "none");
        variables.put(LineReader.LIST_MAX, 200);
        reader = new LiveReader(terminal, session, variables);
        reader.setParser(new QueryLineParser());
        reader.setCompleter(new QueryCompleter(session));
        reader.setHighlighter(new QueryHighlighter(session));
        reader.setOpt(LineReader.Option.CASE_INSENSITIVE);
        reader.setOpt(LineReader.Option.DISABLE_EVENT_EXPANSION);
        reader.setOpt(LineReader.Option.HISTORY_IGNORE_DUPS);
        reader.unsetOpt(LineReader.Option.HISTORY_TIMESTAMPED);
        DefaultHistory history = new DefaultHistory(reader);
        reader.setHistory(history);
    }

    /// Reads until the end.
    ///
    /// @return the exit status
    static int run(ShellSession session, Console console) throws IOException {
        try (Terminal terminal = TerminalBuilder.builder().name("majix").system(true).build()) {
            return new TerminalShell(session, console, terminal).loop();
        }
    }

    /// The file of the history, for nobody else to read; made if it is not there.
    private static Path history(Environment env) throws IOException {
        Path directory = env.xdg("XDG_STATE_HOME", ".local/state").resolve("majix");
        PrivateFiles.createDirectories(directory);
        Path file = directory.resolve("history");
        try {
            PrivateFiles.create(file).close();
        } catch (FileAlreadyExistsException e) {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        }
        return file;
    }

    private int loop() throws IOException {
        Thread warming = new Thread(session::warmUp, "warm-up");
        warming.setDaemon(true);
        warming.start();
        console.print("Type a query. Tab completes, Enter shows the hits, :help tells more.");
        while (true) {
            console.flush();
            String text;
            try {
                text = reader.readLine(PROMPT);
            } catch (UserInterruptException e) {
                continue;
            } catch (EndOfFileException e) {
                return Failure.DONE;
            }
            TypedLine line = TypedLine.of(text);
            if (line.isCommand() && List.of(":quit", ":q").contains(line.arguments().getFirst())) {
                return Failure.DONE;
            }
            if (line.isCommand()) {
                command(line);
            } else if (!line.isBlank()) {
                search(line);
            }
        }
    }

    private void command(TypedLine line) throws IOException {
        boolean list = List.of(":list", ":l").contains(line.arguments().getFirst());
        try {
            if (list && line.arguments().size() == 1) {
                page(session.hits());
            } else if (line.arguments().getFirst().startsWith(":m")) {
                paused(line.arguments());
            } else {
                lines.command(line.arguments());
            }
        } catch (Exception e) {
            tell(e);
        }
    }

    private void search(TypedLine line) throws IOException {
        try {
            Hits hits = session.search(line);
            if (hits.size() == 0) {
                console.print("no hit");
            } else {
                page(hits);
            }
        } catch (QuerySyntaxException e) {
            String before = line.text().substring(0, line.column(e.argument(), e.offset()));
            int column = PROMPT.length() + TextWidth.columns(VisibleText.of(before));
            if (column < terminal.getColumns()) {
                terminal.writer().println(new AttributedStringBuilder().append(" ".repeat(column))
                        .styled(AttributedStyle.DEFAULT.foreground(AttributedStyle.RED), "^").toAnsi(terminal));
                terminal.flush();
            }
            tell(e);
        } catch (Exception e) {
            tell(e);
        }
    }

    private void tell(Exception e) throws IOException {
        console.flush();
        console.tell(Failure.of(e).line());
    }

    private void page(Hits hits) throws Exception {
        ResultPager pager = new ResultPager(terminal, session.env(), hits);
        while (true) {
            switch (pager.run()) {
                case BACK -> {
                    return;
                }
                case MUTT -> paused(List.of(":mutt"));
                case SAVE -> {
                    save();
                    return;
                }
            }
        }
    }

    private void save() throws Exception {
        try {
            String name = reader.readName("name of the search: ").strip();
            if (!name.isEmpty()) {
                lines.command(List.of(":save", name));
            }
        } catch (UserInterruptException | EndOfFileException e) {
            // not saved
        }
    }

    /// Runs a command that has the terminal to itself.
    private void paused(List<String> words) throws Exception {
        boolean pauses = terminal.canPauseResume();
        if (pauses) {
            terminal.pause(true);
        }
        try {
            lines.command(words);
        } finally {
            if (pauses) {
                terminal.resume();
            }
        }
    }
}
