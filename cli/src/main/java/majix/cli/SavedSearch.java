package majix.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import majix.formats.FileNames;
import majix.query.SavedQueries;
import org.jspecify.annotations.Nullable;

/// A search that has a name, and a folder that is kept up to date with it.
///
/// @param name made of letters, digits, `-`, `_` and `.`
/// @param threads whether the folder holds the whole threads of what is found
/// @param marks whether what is found is flagged among them
/// @param folder as `-o` has it; null for a folder beside the rc file's `mfolder`
/// @param query one or more arguments
record SavedSearch(String name, boolean threads, boolean marks, @Nullable String folder, List<String> query) {
    private static final String NAMES = "letters, digits, - _ and . are wanted, with no - in front";

    SavedSearch {
        query = List.copyOf(query);
    }

    /// Makes sure that a text can be a name.
    ///
    /// @throws Failure if not
    static String name(String text) {
        if (!SavedQueries.isName(text)) {
            throw new Failure(Failure.BAD_INPUT, "\"" + text + "\": no name for a saved search; " + NAMES);
        }
        return text;
    }

    /// What the words behind a name say: options, then the query.
    ///
    /// @throws Failure if an option has no place here, or there is no query
    static SavedSearch of(String name, List<String> words) {
        CommandLine line = CommandLine.parse(words.toArray(new String[0]));
        if (line.output != null || line.rcfile != null || line.verbose || line.version || line.help || line.purge
                || line.fast || line.dump || line.augment || line.raw || line.excerpt || line.hardLinks || line.force
                || line.explain || line.up || line.narrow || line.same != null || line.waits) {
            throw new Failure(Failure.BAD_INPUT, "of the options only -t, -tt and -o FOLDER go with a saved search");
        }
        if (line.expressions.isEmpty()) {
            throw new Failure(Failure.BAD_INPUT, "a query is wanted, as in " + name + ": s:meeting");
        }
        return new SavedSearch(name, line.threads, line.marks, line.mfolder, line.expressions);
    }

    /// What a line of the file says.
    ///
    /// @throws Failure if it says nothing
    static SavedSearch ofLine(String line) {
        int colon = line.indexOf(':');
        if (colon < 0) {
            throw new Failure(Failure.BAD_INPUT, "NAME: QUERY is wanted, as in work: f:example.org d:1m-");
        }
        String name = name(line.substring(0, colon).strip());
        try {
            SavedSearch search = of(name, ShellWords.of(line, colon + 1));
            if (search.folder != null && search.folder.startsWith("./")) {
                throw new Failure(Failure.BAD_INPUT, "-o \"" + search.folder
                        + "\": below which directory is not known here; a name below base, or a whole path is wanted");
            }
            return search;
        } catch (IllegalArgumentException e) {
            throw new Failure(Failure.BAD_INPUT, String.valueOf(e.getMessage()));
        }
    }

    /// The same search with the folder as it can be kept in the file.
    SavedSearch keepable(Environment env) {
        return folder == null || !folder.startsWith("./")
                ? this
                : new SavedSearch(name, threads, marks,
                        FileNames.text(Config.tidy(env.workingDirectory().resolve(folder))), query);
    }

    /// The line of the file.
    ///
    /// @throws Failure if a line cannot hold it
    String line() {
        String line = name + ": " + definition();
        if (line.indexOf('\n') >= 0 || line.indexOf('\r') >= 0 || line.indexOf('\0') >= 0) {
            throw new Failure(Failure.BAD_INPUT, "save: a query with a line end in it cannot be saved");
        }
        return line;
    }

    /// What stands behind the name: options and query as a shell is given them.
    String definition() {
        List<String> words = new ArrayList<>();
        if (threads) {
            words.add(marks ? "-tt" : "-t");
        }
        if (folder != null) {
            words.add("-o");
            words.add(folder);
        }
        if (query.getFirst().startsWith("-")) {
            words.add("--");
        }
        words.addAll(query);
        return Shell.join(words);
    }

    /// The folder, absolute: by the rules of `-o`, or the name behind that of the rc file's result folder.
    ///
    /// @throws ConfigException if neither says which
    Path target(Config config, Environment env) throws ConfigException {
        if (folder != null) {
            return config.mfolder(RcText.home(folder, env), env);
        }
        Path results = config.requireMfolder();
        return results.resolveSibling(results.getFileName() + "-" + name);
    }
}
