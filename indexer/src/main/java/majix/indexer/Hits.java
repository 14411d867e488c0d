package majix.indexer;

import java.nio.file.Path;
import java.util.Set;
import majix.formats.FileNames;
import majix.formats.Flag;
import majix.formats.MessageRef;

/// Messages found, in order of date and then of path. What is told of a message is what the index knows of it.
public final class Hits {
    private final HitReader read;
    private Path lastFolder = Path.of("");
    private byte[] lastFolderBytes = {};

    Hits(HitReader read) {
        this.read = read;
    }

    /// Number of messages.
    public int size() {
        return read.size;
    }

    /// Where message `index` (from 0) lies.
    @SuppressWarnings("ReferenceEquality") // messages of one folder share the array
    public MessageRef ref(int index) {
        byte[] folderBytes = read.folder[index];
        if (folderBytes != lastFolderBytes) {
            lastFolder = FileNames.path(folderBytes);
            lastFolderBytes = folderBytes;
        }
        byte[] name = read.name[index];
        Path file = FileNames.resolve(lastFolder, FileNames.name(name, 0, name.length));
        return read.start[index] < 0
                ? new MessageRef.WholeFile(file)
                : new MessageRef.Slice(file, read.start[index], read.end[index]);
    }

    /// Time of message `index`, milliseconds since the epoch.
    public long date(int index) {
        return read.date[index];
    }

    /// Thread number of message `index`: messages of one thread have the same.
    public int thread(int index) {
        return read.thread[index];
    }

    /// Flags of message `index`.
    public Set<Flag> flags(int index) {
        return Flag.of(read.flags[index]);
    }
}
