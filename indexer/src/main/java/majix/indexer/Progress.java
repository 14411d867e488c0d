package majix.indexer;

import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// How far an indexing run is. Written by the run, read by whoever shows it, from any thread.
public final class Progress {
    private final LongAdder messages = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private volatile @Nullable String folder;

    /// Nothing read yet.
    public Progress() {}

    /// Messages read so far.
    public long messages() {
        return messages.sum();
    }

    /// Bytes of messages read so far, decompressed.
    public long bytes() {
        return bytes.sum();
    }

    /// The folder being looked at, or null.
    public @Nullable String folder() {
        return folder;
    }

    void read(long messageBytes) {
        messages.increment();
        bytes.add(messageBytes);
    }

    void enter(String newFolder) {
        folder = newFolder;
    }
}
