package majix.indexer;

import java.io.IOException;
import java.util.function.Consumer;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;

/// Lets Lucene read all of an index: every term with its documents and positions, every column, the deletions, and
/// whether they fit each other and the numbers that the files tell.
final class StructureCheck {
    private StructureCheck() {}

    /// @param lock a lock of the index
    /// @param findings gets a text for each segment that is damaged
    static void of(Directory directory, Lock lock, Consumer<String> findings) throws IOException {
        SegmentInfos.readLatestCommit(directory);
        try (CheckIndex check = new CheckIndex(directory, lock)) {
            check.setThreadCount(1);
            check.setLevel(CheckIndex.Level.MIN_LEVEL_FOR_SLOW_CHECKS);
            CheckIndex.Status status = check.checkIndex();
            boolean told = false;
            for (CheckIndex.Status.SegmentInfoStatus segment : status.segmentInfos) {
                if (segment.error != null) {
                    findings.accept("segment " + segment.name + ": " + IndexFiles.what(segment.error));
                    told = true;
                }
            }
            if (!status.clean && !told) {
                findings.accept("does not pass Lucene's own check");
            }
        }
        // opens what the check opens one by one all together, as an indexing run does
        DirectoryReader.open(directory).close();
    }
}
