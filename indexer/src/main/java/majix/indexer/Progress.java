package majix.indexer;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// How far an indexing run is. Written by the run, read by whoever shows it, from any thread.
public final class Progress {
    private final LongAdder messages = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final LongAdder mboxMessages = new LongAdder();
    private final LongAdder mboxBytes = new LongAdder();
    private final LongAdder expectedFiles = new LongAdder();
    private final LongAdder expectedBytes = new LongAdder();
    private final Set<String> entered = ConcurrentHashMap.newKeySet();
    private volatile @Nullable String folder;
    private volatile @Nullable WorkAhead ahead;

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

    /// @param mbox whether the message is of an mbox
    void read(long messageBytes, boolean mbox) {
        messages.increment();
        bytes.add(messageBytes);
        if (mbox) {
            mboxMessages.increment();
            mboxBytes.add(messageBytes);
        }
    }

    void enter(String newFolder) {
        folder = newFolder;
        entered.add(newFolder);
    }

    /// Says that files, or bytes of a file of many messages, were found to be new.
    void expect(long files, long newBytes) {
        expectedFiles.add(files);
        expectedBytes.add(newBytes);
    }

    /// Says how much there is in all, for [#left].
    public void ahead(WorkAhead work) {
        ahead = work;
    }

    /// About how many bytes are still to be read, or -1 if nobody has said how much there is.
    public long left() {
        WorkAhead work = ahead;
        return work == null ? -1 : work.left(this);
    }

    /// Files read so far that are one message each.
    long files() {
        return messages.sum() - mboxMessages.sum();
    }

    /// Bytes of them.
    long fileBytes() {
        return bytes.sum() - mboxBytes.sum();
    }

    /// Bytes of messages in mboxes read so far.
    long mboxBytes() {
        return mboxBytes.sum();
    }

    long expectedFiles() {
        return expectedFiles.sum();
    }

    long expectedBytes() {
        return expectedBytes.sum();
    }

    boolean entered(String name) {
        return entered.contains(name);
    }
}
