package majix.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import majix.formats.FileNames;
import majix.indexer.Hits;

/// Hits whose messages could not be had: told once for each file, and counted for the exit status.
final class Missed {
    private final Console console;
    private final Set<String> told = new HashSet<>();
    /// Offsets of hits by their files, told in the end.
    private final Map<Path, Set<Long>> changed = new TreeMap<>();
    private boolean failed;

    Missed(Console console) {
        this.console = console;
    }

    /// Tells that a message which was found could not be read; once, however many messages its file holds. One whose file
    /// is gone was deleted since the last run: that is told too, and is no failure.
    void unread(Path file, String reason) {
        // one in a directory that may not be entered does not exist for all that Files.exists can say
        failed |= !Files.notExists(file, LinkOption.NOFOLLOW_LINKS);
        gone(file, reason);
    }

    /// Tells that a message which was found is no longer there.
    void gone(Path file, String reason) {
        String line = FileNames.text(file) + ": " + reason;
        if (told.add(line)) {
            console.tell(line);
        }
    }

    /// Whether a hit is not to be read because its mbox was written anew since it was indexed: where it was is another
    /// message now. That is told in the end.
    boolean changed(Hits hits, int hit) throws IOException {
        boolean now = hits.changed(hit);
        if (now) {
            changed.computeIfAbsent(hits.ref(hit).path(), _ -> new HashSet<>()).add(hits.start(hit));
        }
        return now;
    }

    /// The end of a search: tells of the changed files.
    ///
    /// @return whether messages that are there could not be read
    boolean end() {
        changed.forEach((file, hits) -> console.tell(changed(file, hits.size())));
        return failed;
    }

    /// What is said of a changed file.
    static String changed(Path file, int count) {
        return FileNames.text(file) + ": changed since it was indexed: " + Counted.of(count, "message")
                + " not read; majix without a query indexes it";
    }
}
