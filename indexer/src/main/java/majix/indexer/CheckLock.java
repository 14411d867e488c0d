package majix.indexer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.NoLockFactory;

/// Keeps indexing runs away while an index is checked or mended.
final class CheckLock {
    private CheckLock() {}

    /// The lock of whoever writes; one that locks nothing where the index can only be read.
    ///
    /// @throws IndexBusyException if an indexing run held it all the time
    static Lock obtain(Directory directory, Path index, Duration patience) throws IOException {
        if (!Files.isWritable(index)) {
            return NoLockFactory.INSTANCE.obtainLock(directory, IndexWriter.WRITE_LOCK_NAME);
        }
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return directory.obtainLock(IndexWriter.WRITE_LOCK_NAME);
            } catch (LockObtainFailedException e) {
                if (System.nanoTime() >= deadline) {
                    throw new IndexBusyException("an indexing run holds the index");
                }
                LateWriter.pause();
            }
        }
    }
}
