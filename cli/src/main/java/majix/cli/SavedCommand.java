package majix.cli;

import java.io.IOException;
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

    private static int list(SavedFile saved, Config config, Environment env, Console console,
            @Nullable MailIndex index) throws IOException {
        int status = Failure.DONE;
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[]{"name", "messages", "unread", "folder", "query"});
        for (SavedSearch search : saved.all()) {
            String[] row = {search.name(), UNKNOWN, UNKNOWN, UNKNOWN, VisibleText.of(search.definition())};
            rows.add(row);
            try {
                if (index != null) {
                    count(SavedNames.parse(search.query(), saved, config, env, console), search, index, row);
                }
                row[3] = VisibleText.of(FileNames.text(LiveFolders.folder(search, saved, config, env)));
            } catch (Exception e) {
                console.tell(search.name() + ": " + Failure.of(e).line());
                status = Failure.TROUBLE;
            }
        }
        print(rows, console);
        return status;
    }

    private static void count(Expr expr, SavedSearch search, MailIndex index, String[] row) throws IOException {
        int all;
        int unread = 0;
        if (search.threads()) {
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
        row[1] = String.valueOf(all);
        row[2] = String.valueOf(unread);
    }

    private static void print(List<String[]> rows, Console console) throws IOException {
        int[] widths = new int[4];
        for (String[] row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                boolean number = i == 1 || i == 2;
                line.append(Cell.fit(row[i], widths[i], Integer.MAX_VALUE, !number)).append("  ");
            }
            console.print(line.append(row[4]).toString());
        }
    }
}
