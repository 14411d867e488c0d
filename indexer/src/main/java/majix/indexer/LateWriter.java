package majix.indexer;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/// Lucene's writer, opened when there is first something to write: most runs of cron find nothing new, and need neither
/// the writer nor the lock. What a run knew before it held the lock is good only if no other run committed meanwhile.
final class LateWriter {
    private final Opening opening;
    private final Directory directory;
    private final @Nullable String commit;
    private @Nullable IndexWriter writer;

    /// Opens the writer.
    interface Opening {
        IndexWriter open() throws IOException;
    }

    /// Another run has committed since this one looked.
    static final class StaleException extends IOException {
        private static final long serialVersionUID = 1L;

        StaleException() {
            super("another indexing run was faster");
        }
    }

    /// @param commit name of the commit file that the run started from, null if there was none or it does not matter
    LateWriter(Opening opening, Directory directory, @Nullable String commit) {
        this.opening = opening;
        this.directory = directory;
        this.commit = commit;
    }

    /// The writer. It is wanted amid the reading of mail, whose failures are passed over; those of the index end the run,
    /// see [Writing].
    ///
    /// @throws UncheckedIOException if it cannot be opened, with a [StaleException] if the run must begin again
    synchronized IndexWriter get() {
        if (writer == null) {
            try {
                writer = opening.open();
                if (commit != null && !commit.equals(SegmentInfos.getLastCommitSegmentsFileName(directory))) {
                    throw new StaleException();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return writer;
    }

    synchronized boolean isOpen() {
        return writer != null;
    }

    /// Closes the writer if it was opened; what is not committed is lost.
    synchronized void close() throws IOException {
        if (writer != null && writer.isOpen()) {
            writer.rollback();
        }
    }
}
