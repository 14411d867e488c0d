package majix.indexer;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import majix.formats.FileNames;
import majix.indexer.codec.MajixCodec;
import majix.indexer.codec.OpenIndex;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;

/// Opens Lucene's writer: checks what is there before it is trusted, and says how segments are kept.
final class Writers {
    /// Memory for deletions not yet carried out: messages do not come to Lucene one by one, see [Segments].
    private static final int RAM_BUFFER_MB = 16;

    /// How many segments of about one size are kept beside each other: a search asks each, a merge rewrites them.
    private static final int SEGMENTS_PER_TIER = 4;

    /// Segments smaller than this are merged as if they had this size. Where it is large, a handful of messages has
    /// their segments merged with one of thousands.
    private static final double FLOOR_MB = 1;

    private Writers() {}

    /// @param rebuild whether to begin an empty index, whatever is there
    /// @param most the largest segment that merging may make, in bytes, unless all is merged
    /// @throws IndexDamagedException if what is there cannot be trusted
    /// @throws org.apache.lucene.store.LockObtainFailedException if another run holds the index
    static IndexWriter open(Path index, Directory directory, boolean rebuild, long most) throws IOException {
        try (Lock lock = lock(index, directory)) {
            lock.ensureValid();
            Segments.clearAll(index);
            if (rebuild) {
                IndexFiles.clear(index);
            } else if (IndexFiles.present(index)) {
                verify(index);
            }
        }
        return new IndexWriter(directory, config(most));
    }

    /// Locks the index.
    ///
    /// @throws IOException if locks do not work there: two runs at once would destroy the index
    private static Lock lock(Path index, Directory directory) throws IOException {
        try {
            return directory.obtainLock(IndexWriter.WRITE_LOCK_NAME);
        } catch (LockObtainFailedException | FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException("cannot lock the index in " + FileNames.text(index) + " (" + e.getMessage()
                    + "): its file system has no locks, as some network homes; put it on another with database= in the rc"
                    + " file", e);
        }
    }

    private static void verify(Path index) throws IOException {
        try (OpenIndex open = IndexFiles.open(index)) {
            if (open == null) {
                throw new IndexDamagedException("has no commit", null);
            }
        } catch (IOException | RuntimeException e) {
            if (IndexFiles.isDamage(e)) {
                throw new IndexDamagedException(IndexFiles.reason(e), e);
            }
            throw e;
        }
    }

    /// A run that may read little may merge little: what ten messages of mail cost must not now and then be what a hundred
    /// thousand do. Larger segments wait for a run that reads more.
    ///
    /// Merges are made by the thread that adds a segment: a run that ends has none under way, and what a merge costs is
    /// the same on whichever thread.
    private static TieredMergePolicy merges(long most) {
        TieredMergePolicy merges = new TieredMergePolicy();
        // of nothing at all, Lucene would look for merges without segments
        merges.setMaxMergedSegmentMB(Math.min(merges.getMaxMergedSegmentMB(), Math.max(1, most) / (double) (1 << 20)));
        merges.setNoCFSRatio(0);
        merges.setSegmentsPerTier(SEGMENTS_PER_TIER);
        merges.setFloorSegmentMB(FLOOR_MB);
        return merges;
    }

    private static IndexWriterConfig config(long most) {
        IndexWriterConfig config = new IndexWriterConfig();
        config.setRAMBufferSizeMB(RAM_BUFFER_MB);
        config.setCommitOnClose(false);
        config.setCodec(new MajixCodec());
        config.setUseCompoundFile(false);
        config.setMergeScheduler(new SerialMergeScheduler());
        config.setMergePolicy(merges(most));
        return config;
    }
}
