package majix.indexer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;

/// Lucene's writer, opened when there is first something to write: most runs of cron find nothing new, and need neither
/// the writer nor the lock. What a run knew before it held the lock is good only if no other run committed meanwhile.
final class LateWriter {
    private final Path index;
    private final Duration patience;
    private final boolean rebuild;
    private final @Nullable String commit;
    private final long most;
    private @Nullable Directory directory;
    private @Nullable IndexWriter writer;
    private boolean stale;

    /// Another run has committed since this one looked.
    static final class StaleException extends IOException {
        private static final long serialVersionUID = 1L;

        StaleException() {
            super("another indexing run was faster");
        }
    }

    /// @param patience how long to wait for another run
    /// @param rebuild whether to begin an empty index, whatever is there
    /// @param commit name of the commit file that the run started from, null if there was none
    /// @param most how many bytes of segments may be merged at once, see [Indexer.Options#most]
    LateWriter(Path index, Duration patience, boolean rebuild, @Nullable String commit, long most) {
        this.index = index;
        this.patience = patience;
        this.rebuild = rebuild;
        this.commit = commit;
        this.most = most;
    }

    /// The writer. It is wanted amid the reading of mail, whose failures are passed over; those of the index end the run,
    /// see [Writing].
    ///
    /// @throws UncheckedIOException if it cannot be opened, with a [StaleException] if the run must begin again
    synchronized IndexWriter get() {
        if (writer == null) {
            try {
                Directory opened = IndexDirectory.create(index);
                directory = opened;
                writer = open(opened);
                stale = !rebuild && !Objects.equals(commit, SegmentInfos.getLastCommitSegmentsFileName(opened));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (stale) {
            throw new UncheckedIOException(new StaleException());
        }
        return writer;
    }

    private IndexWriter open(Directory opened) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return Writers.open(index, opened, rebuild, most);
            } catch (LockObtainFailedException e) {
                if (System.nanoTime() >= deadline) {
                    throw new IndexBusyException("another indexing run holds the index");
                }
                pause();
            }
        }
    }

    static void pause() throws IOException {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    synchronized boolean isOpen() {
        return writer != null;
    }

    /// Closes the writer if it was opened; what is not committed is lost.
    synchronized void close() throws IOException {
        if (writer != null && writer.isOpen()) {
            writer.rollback();
        }
        if (directory != null) {
            directory.close();
        }
    }
}
