package majix.cli;

import java.util.ArrayList;
import java.util.List;
import majix.formats.FileNames;

/// The saved searches of an rc file, as `majix shell` wants to have them.
final class SavedSearches {
    private final Config config;
    private final Environment env;

    SavedSearches(Config config, Environment env) {
        this.config = config;
        this.env = env;
    }

    /// Their names, for completion; none if they cannot be read, which a search with one of them tells.
    List<String> names() {
        try {
            return List.copyOf(SavedFile.of(config, _ -> {}).names());
        } catch (ConfigException e) {
            return List.of();
        }
    }

    /// Gives a search a name, as `majix save` does.
    ///
    /// @param console is told what `majix save` prints
    /// @throws Failure if that cannot be done
    void save(String name, List<String> query, Console console) throws Exception {
        List<String> args = new ArrayList<>(List.of("save", "-f", FileNames.text(config.file()), "--", name));
        args.addAll(query);
        SaveCommand.run(args.toArray(new String[0]), env, console);
    }
}
