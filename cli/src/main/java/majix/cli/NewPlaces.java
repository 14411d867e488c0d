package majix.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import majix.indexer.MailIndex;

/// Where the results and the index of a new rc file go. Two rc files with one index would empty it for each other at every
/// run, so an rc file that is not the usual one gets places named after itself, where nothing stands yet, and the usual one no
/// index of other mail.
final class NewPlaces {
    private final FoundMail found;
    private final Environment env;
    private final Path data;
    /// What names have behind them: nothing for the usual rc file.
    private final String suffix;

    /// @param rc the rc file to be written
    /// @param found the mail that it is for
    NewPlaces(Path rc, FoundMail found, Environment env) {
        this.found = found;
        this.env = env;
        this.data = env.xdg("XDG_DATA_HOME", ".local/share").resolve("majix");
        this.suffix = RcPlace.isUsual(rc, env) ? "" : free("-" + name(rc));
    }

    /// What makes both places new ones: a result folder appears with the first search only, the index with the first run.
    private String free(String name) {
        String free = name;
        for (int i = 2; isThere(data.resolve("index" + free))
                || isThere(place().resolve("majix-results" + free)); i++) {
            free = name + "-" + i;
        }
        return free;
    }

    private static boolean isThere(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /// The file's name without what all such files have in common.
    private static String name(Path rc) {
        String name = String.valueOf(rc.getFileName()).replaceAll("[^A-Za-z0-9._-]", "_").replaceAll("^\\.+", "")
                .replaceAll("\\.(rc|conf)$", "");
        return name.isEmpty() ? "other" : name;
    }

    /// A directory that holds no index, or one of this mail and no other.
    Path database() {
        Path database = data.resolve("index" + suffix);
        for (int i = 2; holdsOtherMail(database); i++) {
            database = data.resolve("index" + suffix + "-" + i);
        }
        return database;
    }

    private boolean holdsOtherMail(Path database) {
        List<Path> own = new ArrayList<>();
        for (List<String> elements : List.of(found.maildir(), found.mh(), found.mbox())) {
            for (String element : elements) {
                own.add(found.base().resolve(element.endsWith("...")
                        ? element.substring(0, element.length() - 3)
                        : element));
            }
        }
        try (MailIndex index = MailIndex.open(IndexLocation.of(database))) {
            for (Path folder : index.folders()) {
                if (own.stream().noneMatch(folder::startsWith) && Files.exists(folder)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            // there is none, or none that anybody can search
            return false;
        }
    }

    /// A name that nothing stands at.
    Path results() {
        Path place = place();
        Path results = place.resolve("majix-results" + suffix);
        for (int i = 2; isThere(results); i++) {
            results = place.resolve("majix-results" + suffix + "-" + i);
        }
        return results;
    }

    /// The first writable directory for results that no configured tree holds.
    private Path place() {
        for (Path place : List.of(found.base(), env.home())) {
            boolean free = Files.isWritable(place);
            for (Path tree : found.trees()) {
                free &= !place.startsWith(tree);
            }
            if (free) {
                return place;
            }
        }
        return data;
    }
}
