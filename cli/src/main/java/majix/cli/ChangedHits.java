package majix.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import majix.formats.FileNames;
import majix.indexer.Hits;

/// Leaves out hits whose mbox was written anew since it was indexed: where they were is another message now. Told once for
/// each file.
final class ChangedHits {
    private final Hits hits;
    private final Map<Path, Integer> files = new TreeMap<>();

    ChangedHits(Hits hits) {
        this.hits = hits;
    }

    /// Whether a hit is to be left out, which is then told.
    boolean has(int hit) throws IOException {
        boolean changed = hits.changed(hit);
        if (changed) {
            files.merge(hits.ref(hit).path(), 1, Integer::sum);
        }
        return changed;
    }

    /// Whether hits were left out.
    boolean any() {
        return !files.isEmpty();
    }

    /// Tells of those left out so far.
    void tell(Console console) {
        files.forEach((file, count) -> console.tell(line(file, count)));
    }

    /// What is said of a file.
    static String line(Path file, int count) {
        return FileNames.text(file) + ": changed since it was indexed: " + Counted.of(count, "message")
                + " left out; majix without a query indexes it";
    }
}
