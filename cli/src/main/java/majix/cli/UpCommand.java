package majix.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import majix.formats.FileNames;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `majix up`: gives the folders of saved searches their present results; and what an indexing run does with `--up`.
@Command(name = "majix up", description = "Bring the folders of saved searches up to date.")
final class UpCommand {
    @Option(names = {"-f", "--rcfile"}, paramLabel = "FILE", description = "The rc file.")
    private @Nullable String rcfile;

    @Parameters(paramLabel = "NAME", description = "Saved searches; all of them if there is none.")
    private List<String> names = new ArrayList<>();

    private UpCommand() {}

    /// Runs the subcommand; `args[0]` is its name.
    ///
    /// @return the exit status
    static int run(String[] args, Environment env, Console console) throws Exception {
        UpCommand command = new UpCommand();
        boolean wanted = Subcommand.read(new picocli.CommandLine(command), args, console);
        return wanted ? command.call(env, console) : Failure.DONE;
    }

    private int call(Environment env, Console console) throws Exception {
        Config config = ConfigReader.read(RcPlace.of(rcfile, env), env, console::tell);
        SavedFile saved = SavedFile.of(config, console::tell);
        LiveFolders folders = new LiveFolders(saved, config, env, console);
        Iterable<SavedSearch> wanted = folders.named(names, "up");
        if (saved.all().isEmpty()) {
            console.tell("up: there are no saved searches in " + FileNames.text(saved.file())
                    + "; majix save NAME QUERY makes one");
            return Failure.DONE;
        }
        return folders.refresh(wanted, false,
                (search, messages, folder) -> console.say(told(search, messages) + " in "
                        + FileNames.text(folder)));
    }

    /// Refreshes the folders whose results are others than before.
    ///
    /// @param verbose whether they are told
    /// @return the exit status
    static int changed(SavedFile saved, Config config, Environment env, Console console, boolean verbose)
            throws IOException, ConfigException {
        if (saved.all().isEmpty()) {
            return Failure.DONE;
        }
        return new LiveFolders(saved, config, env, console).refresh(saved.all(), true,
                (search, messages, _) -> {
                    if (verbose) {
                        console.tell(told(search, messages));
                    }
                });
    }

    private static String told(SavedSearch search, int messages) {
        return search.name() + ": " + messages + (messages == 1 ? " message" : " messages");
    }
}
