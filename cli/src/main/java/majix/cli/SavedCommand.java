package majix.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import majix.formats.FileNames;
import majix.formats.Flag;
import majix.indexer.Hits;
import majix.indexer.MailIndex;
import majix.indexer.NoIndexException;
import majix.query.Expr;
import majix.vfolder.VisibleText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `majix saved`: lists the saved searches with what they find now.
@Command(name = "majix saved", description = "List the saved searches, with what they find and how much of it is new.")
final class SavedCommand {
    private static final String UNKNOWN = "-";

    @Option(names = {"-f", "--rcfile"}, paramLabel = "FILE", description = "The rc file.")
    private @Nullable String rcfile;

    @Option(names = "--format", paramLabel = "json", description = "Print an object for each, see majix help json.")
    private @Nullable String format;

    private SavedCommand() {}

    /// Runs the subcommand; `args[0]` is its name.
    ///
    /// @return the exit status
    static int run(String[] args, Environment env, Console console) throws Exception {
        SavedCommand command = new SavedCommand();
        boolean wanted = Subcommand.read(new picocli.CommandLine(command), args, console);
        return wanted ? command.call(env, console) : Failure.DONE;
    }

    private int call(Environment env, Console console) throws Exception {
        if (format != null && !format.equals("json")) {
            throw new Failure(Failure.BAD_INPUT, "saved --format \"" + format + "\": only json is accepted");
        }
        Config config = ConfigReader.read(RcPlace.of(rcfile, env), env, console::tell);
        SavedFile saved = SavedFile.of(config, console::tell);
        if (saved.all().isEmpty()) {
            console.tell("saved: there are no saved searches in " + FileNames.text(saved.file())
                    + "; majix save NAME QUERY makes one");
            return Failure.DONE;
        }
        try (MailIndex index = MailIndex.open(IndexLocation.of(config.database()))) {
            return list(saved, config, env, console, index);
        } catch (NoIndexException e) {
            list(saved, config, env, console, null);
            throw e;
        }
    }

    private int list(SavedFile saved, Config config, Environment env, Console console, @Nullable MailIndex index)
            throws IOException {
        int status = Failure.DONE;
        List<Row> rows = new ArrayList<>();
        for (SavedSearch search : saved.all()) {
            Row row = new Row(search);
            rows.add(row);
            try {
                if (index != null) {
                    count(SavedNames.parse(search.query(), saved, config, env, console), index, row);
                }
                row.folder = LiveFolders.folder(search, saved, config, env);
            } catch (Exception e) {
                console.tell(search.name() + ": " + Failure.of(e).line());
                status = Failure.TROUBLE;
            }
        }
        if (format == null) {
            print(rows, console);
        } else {
            for (Row row : rows) {
                console.print(row.json().toString());
            }
        }
        return status;
    }

    private static void count(Expr expr, MailIndex index, Row row) throws IOException {
        long all;
        long unread = 0;
        if (row.search.threads()) {
            Hits hits = index.search(expr, true);
            all = hits.size();
            for (int i = 0; i < all; i++) {
                unread += hits.flags(i).contains(Flag.SEEN) ? 0 : 1;
            }
        } else {
            all = index.count(expr);
            Expr unseen = new Expr.Flagged(Set.of(), Set.of(Flag.SEEN.letter()));
            unread = index.count(new Expr.And(List.of(expr, unseen)));
        }
        row.messages = all;
        row.unread = unread;
    }

    private static void print(List<Row> rows, Console console) throws IOException {
        List<String[]> lines = new ArrayList<>();
        lines.add(new String[]{"name", "messages", "unread", "folder", "query"});
        rows.forEach(row -> lines.add(row.cells()));
        int[] widths = new int[4];
        for (String[] line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line[i].length());
            }
        }
        for (String[] line : lines) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                boolean number = i == 1 || i == 2;
                text.append(Cell.fit(line[i], widths[i], Integer.MAX_VALUE, !number)).append("  ");
            }
            console.print(text.append(line[4]).toString());
        }
    }

    /// A saved search and what is known of it; what is null is not known.
    private static final class Row {
        private final SavedSearch search;
        private @Nullable Long messages;
        private @Nullable Long unread;
        private @Nullable Path folder;

        Row(SavedSearch search) {
            this.search = search;
        }

        String[] cells() {
            return new String[]{search.name(), messages == null ? UNKNOWN : messages.toString(),
                    unread == null ? UNKNOWN : unread.toString(),
                    folder == null ? UNKNOWN : VisibleText.of(FileNames.text(folder)),
                    VisibleText.of(search.definition())};
        }

        Json json() {
            Json json = new Json().put("version", JsonFormat.VERSION).put("name", search.name());
            json.put("messages", messages).put("unread", unread).put("threads", search.threads());
            if (folder != null) {
                JsonFormat.name("folder", FileNames.bytes(folder), json);
            }
            return json.put("query", search.query());
        }
    }
}
