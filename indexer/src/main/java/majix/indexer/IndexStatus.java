package majix.indexer;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// What can be said of an index as a whole.
///
/// @param written when it was changed last; a run that finds nothing new writes nothing
/// @param complete whether the run that wrote it had seen all mail
/// @param folders every folder and mbox file that is indexed, by path
/// @param limited messages that hit a limit when they were read, so that not all of them can be found
/// @param deleted deleted messages that still take space
/// @param segments parts that searches look through
/// @param files files on the disk
/// @param bytes what they take, in bytes
/// @param skipped what was passed over, by path
/// @param versions versions of the format and of Lucene, for people
public record IndexStatus(Instant written, boolean complete, List<Folder> folders, long limited, long deleted,
        int segments, int files, long bytes, List<Skipped> skipped, String versions) {

    /// A folder.
    ///
    /// @param messages how many messages of it are in the index
    public record Folder(Path path, long messages) {}

    public IndexStatus {
        folders = List.copyOf(folders);
        skipped = List.copyOf(skipped);
    }

    /// Messages in the index.
    public long messages() {
        long sum = 0;
        for (Folder folder : folders) {
            sum += folder.messages();
        }
        return sum;
    }
}
