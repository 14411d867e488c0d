package majix.cli;

import java.util.Collection;
import java.util.List;
import majix.query.Expr;
import majix.query.QueryParser;
import majix.query.QuerySyntaxException;
import majix.query.SavedQueries;
import org.jspecify.annotations.Nullable;

/// What `q:NAME` stands for in queries: the saved searches of an rc file, read when the first is asked for.
final class SavedNames implements SavedQueries {
    private final Config config;
    private final Console console;
    private @Nullable SavedFile file;

    private SavedNames(Config config, Console console, @Nullable SavedFile file) {
        this.config = config;
        this.console = console;
        this.file = file;
    }

    /// Reads a query that may name saved searches.
    static Expr parse(List<String> query, Config config, Environment env, Console console)
            throws QuerySyntaxException {
        return QueryParser.parse(query, new SearchCommand.Clock(env), new SavedNames(config, console, null));
    }

    /// Reads a query that may name saved searches of a file that has been read.
    static Expr parse(List<String> query, SavedFile file, Config config, Environment env, Console console)
            throws QuerySyntaxException {
        return QueryParser.parse(query, new SearchCommand.Clock(env), new SavedNames(config, console, file));
    }

    private SavedFile file() {
        if (file == null) {
            try {
                file = SavedFile.of(config, console::tell);
            } catch (ConfigException e) {
                throw Failure.of(e);
            }
        }
        return file;
    }

    @Override
    public @Nullable List<String> arguments(String name) {
        SavedSearch search = file().search(name);
        return search == null ? null : search.query();
    }

    @Override
    public Collection<String> names() {
        return file().names();
    }
}
