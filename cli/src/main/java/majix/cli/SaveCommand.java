package majix.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import majix.formats.FileNames;
import majix.query.QuerySyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `majix save`: gives a search a name, or takes the name away.
@Command(name = "majix save", description = "Save a search under a name, for q:NAME in queries and for majix up.")
final class SaveCommand {
    private static final String TO_SEARCH = "; to search for the word: majix -- save";

    @Option(names = {"-f", "--rcfile"}, paramLabel = "FILE", description = "The rc file to which it belongs.")
    private @Nullable String rcfile;

    @Option(names = {"-t", "--threads"}, description = "Its folder gets whole threads; with -tt the hits are flagged.")
    private boolean[] threads = {};

    @Option(names = {"-o",
            "--mfolder"}, paramLabel = "FOLDER", description = "Its folder (that of mfolder=, and -NAME).")
    private @Nullable String folder;

    @Option(names = "--delete", description = "Take saved searches out of the list; their folders stay.")
    private boolean delete;

    @Parameters(paramLabel = "NAME [-t] [-o FOLDER] QUERY", description = "The name and the search.")
    private List<String> words = new ArrayList<>();

    private final Environment env;
    private final Console console;

    private SaveCommand(Environment env, Console console) {
        this.env = env;
        this.console = console;
    }

    /// Runs the subcommand; `args[0]` is its name.
    ///
    /// @return the exit status
    static int run(String[] args, Environment env, Console console) throws Exception {
        SaveCommand command = new SaveCommand(env, console);
        boolean wanted = Subcommand.read(new picocli.CommandLine(command).setStopAtPositional(true), args, console);
        return wanted ? command.call() : Failure.DONE;
    }

    private int call() throws Exception {
        if (words.isEmpty()) {
            throw new Failure(Failure.BAD_INPUT, delete
                    ? "save --delete: the names of saved searches are wanted"
                    : "save: a name and a query are wanted, as in majix save work f:example.org d:1m-" + TO_SEARCH);
        }
        Config config = ConfigReader.read(RcPlace.of(rcfile, env), env, console::tell);
        SavedFile.change(config, console::tell, saved -> {
            if (delete) {
                delete(saved, config);
            } else {
                save(search(), saved, config);
            }
        });
        return Failure.DONE;
    }

    private SavedSearch search() {
        String name = SavedSearch.name(words.getFirst());
        List<String> definition = new ArrayList<>(Collections.nCopies(threads.length, "-t"));
        if (folder != null) {
            definition.addAll(List.of("-o", folder));
        }
        definition.addAll(words.subList(1, words.size()));
        try {
            return SavedSearch.of(name, definition).keepable(env);
        } catch (Failure e) {
            throw new Failure(e.status(), "save " + name + ": " + e.line());
        }
    }

    private void save(SavedSearch search, SavedFile saved, Config config)
            throws IOException, ConfigException, QuerySyntaxException {
        SavedSearch before = saved.search(search.name());
        saved.put(search);
        SavedNames.parse(search.query(), saved, config, env, console);
        String folder = "";
        if (search.folder() != null || config.mfolder() != null) {
            folder = FileNames.text(LiveFolders.folder(search, saved, config, env));
        }
        saved.write();
        console.say("Saved " + search.name() + " in " + FileNames.text(saved.file())
                + (before == null || before.equals(search) ? "" : ", in place of: " + before.definition()));
        if (!folder.isEmpty()) {
            console.say("Its folder, after majix up " + search.name() + ": " + folder);
        }
    }

    private void delete(SavedFile saved, Config config) throws IOException {
        if (folder != null || threads.length > 0) {
            throw new Failure(Failure.BAD_INPUT, "save --delete: only names are wanted");
        }
        List<SavedSearch> gone = new ArrayList<>();
        for (String name : words) {
            SavedSearch search = saved.search(name);
            if (search == null) {
                throw LiveFolders.unknown("save --delete", name, saved);
            }
            gone.add(search);
        }
        for (SavedSearch search : gone) {
            saved.remove(search.name());
        }
        saved.write();
        for (SavedSearch search : gone) {
            console.say("Deleted " + search.name() + ": " + search.definition());
            try {
                console.say("Its folder stays as it is: " + FileNames.text(search.target(config, env)));
            } catch (ConfigException e) {
                // it had none
            }
        }
        for (SavedSearch left : saved.all()) {
            try {
                SavedNames.parse(left.query(), saved, config, env, console);
            } catch (QuerySyntaxException e) {
                console.tell("save: " + left.name() + ": " + e.getMessage());
            }
        }
    }
}
