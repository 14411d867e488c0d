package majix.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import majix.formats.FileNames;
import majix.indexer.Hits;
import majix.indexer.MailIndex;
import majix.query.Expr;
import majix.query.Field;
import majix.query.QuerySyntaxException;
import org.jspecify.annotations.Nullable;

/// What `majix shell` works with, whatever it looks like: the open index, and the last search. Safe for several threads, one
/// after the other.
final class ShellSession implements AutoCloseable {
    private static final int WARM_SEARCHES = 8;
    private static final List<String> WARMING = List.of("s:majix", "majix", "the", "f:^maj", "b:nothing to tell",
            "p:majix", "z:1k-2k", "F:-s", "b:majix=1", "\"b:of the\"", "b:majordomo=2");

    /// Parsing happens at every key, no time to tell of anything.
    private static final Console NOBODY = new Console(OutputStream.nullOutputStream(), OutputStream.nullOutputStream(),
            false, "majix");

    private final Config config;
    private final Environment env;
    private final Path directory;
    private final Console console;
    private final SavedSearches saved;
    private MailIndex index;
    private FileTime stamp;
    private TypedLine last = TypedLine.of("");
    private @Nullable Hits hits;

    private ShellSession(Config config, Environment env, Console console) throws IOException {
        this.config = config;
        this.env = env;
        this.console = console;
        this.saved = new SavedSearches(config, env);
        directory = IndexLocation.of(config.database());
        index = MailIndex.open(directory);
        stamp = Files.getLastModifiedTime(directory);
    }

    /// Opens the index of an rc file.
    static ShellSession open(Config config, Environment env, Console console) throws IOException {
        return new ShellSession(config, env, console);
    }

    Environment env() {
        return env;
    }

    SavedSearches saved() {
        return saved;
    }

    /// The expression of a line.
    ///
    /// @throws QuerySyntaxException if it is none
    Expr parse(TypedLine line) throws QuerySyntaxException {
        return SavedNames.parse(line.arguments(), config, env, NOBODY);
    }

    /// How many messages a line finds in the index as it is open.
    synchronized int count(Expr expr) throws IOException {
        return index.count(expr);
    }

    /// Searches for nothing in particular a number of times while the user reads the prompt: Java makes machine code only of
    /// what it has seen often.
    void warmUp() {
        for (int i = 0; i < WARM_SEARCHES; i++) {
            for (String query : WARMING) {
                try {
                    count(parse(TypedLine.of(query)));
                } catch (IOException | QuerySyntaxException | RuntimeException e) {
                    // the first search tells
                    return;
                }
            }
        }
    }

    /// Searches, in the newest index.
    synchronized Hits search(TypedLine line) throws Exception {
        if (line.isOption()) {
            throw new Failure(Failure.BAD_INPUT, "\"" + line.arguments().getFirst()
                    + "\": the shell takes no options; a query is wanted, as in f:alice s:meeting, or :help");
        }
        Expr expr = parse(line);
        console.takeUnread();
        refresh();
        Hits found = index.search(expr, false);
        last = line;
        hits = found;
        return found;
    }

    private void refresh() throws IOException {
        FileTime now = Files.getLastModifiedTime(directory);
        if (!now.equals(stamp)) {
            MailIndex newer = MailIndex.open(directory);
            index.close();
            index = newer;
            stamp = now;
        }
    }

    /// The hits of the last search.
    ///
    /// @throws Failure if there was none
    Hits hits() {
        if (hits == null) {
            throw new Failure(Failure.BAD_INPUT, "search first");
        }
        return hits;
    }

    /// Words of a field that begin so.
    synchronized List<String> completions(Field field, String begin, int most) throws IOException {
        return index.completions(field, begin, most);
    }

    /// Paths of the folders of the index.
    synchronized List<String> folders() throws IOException {
        List<String> folders = new ArrayList<>();
        for (Path folder : index.folders()) {
            folders.add(FileNames.text(folder));
        }
        return folders;
    }

    /// Gives the last search a name.
    void save(String name) throws Exception {
        hits();
        saved.save(name, last.arguments(), console);
    }

    /// Writes the last search into the result folder and opens it in mutt, which has the terminal until it ends.
    void mutt(Console console) throws Exception {
        hits();
        if (config.mformat().folder().isEmpty()) {
            throw new Failure(Failure.BAD_INPUT, "mutt wants a result folder: mformat= names none");
        }
        List<String> words = new ArrayList<>(List.of("--"));
        words.addAll(last.arguments());
        CommandLine line = CommandLine.parse(words.toArray(new String[0]));
        SearchCommand.run(line, config, env, console);
        Process mutt;
        try {
            mutt = new ProcessBuilder("mutt", "-f", config.requireMfolder().toString()).inheritIO()
                    .directory(env.workingDirectory().toFile()).start();
        } catch (IOException e) {
            throw new Failure(Failure.TROUBLE, "mutt cannot be started; the hits are in "
                    + FileNames.text(config.requireMfolder()));
        }
        mutt.waitFor();
    }

    @Override
    public synchronized void close() throws IOException {
        index.close();
    }
}
