package majix.indexer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import majix.indexer.codec.OpenIndex;
import org.apache.lucene.util.BytesRef;

/// The names of the indexed folders in the file `folders` beside the index, a line each: for shells that complete
/// `p:` and cannot wait for a JVM. Names with control characters are left out; nobody types them.
final class FolderNames {
    private static final String NAME = "folders";

    private FolderNames() {}

    /// Writes the file if a commit came after it, of this run or of one that was killed.
    static void save(Path index) throws IOException {
        Path file = index.resolve(NAME);
        FileTime committed = OpenIndex.lastWritten(index);
        if (committed == null || isNewer(file, committed)) {
            return;
        }
        try (OpenIndex open = OpenIndex.open(index)) {
            if (open != null) {
                byte[] names = names(open);
                if (!Files.exists(file) || !Arrays.equals(names, Files.readAllBytes(file))) {
                    SideFile.write(file, names);
                } else {
                    Files.setLastModifiedTime(file, open.written());
                }
            }
        }
    }

    /// Whether the file was looked after since a commit was written.
    static boolean isNewer(Path index, OpenIndex commit) throws IOException {
        return isNewer(index.resolve(NAME), commit.written());
    }

    private static boolean isNewer(Path file, FileTime committed) throws IOException {
        try {
            return Files.getLastModifiedTime(file).compareTo(committed) >= 0;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static byte[] names(OpenIndex index) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (BytesRef path : new Ledger(index.leaves()).folders()) {
            if (isPlain(path)) {
                out.write(path.bytes, path.offset, path.length);
                out.write('\n');
            }
        }
        return out.toByteArray();
    }

    private static boolean isPlain(BytesRef path) {
        for (int i = path.offset; i < path.offset + path.length; i++) {
            if (path.bytes[i] >= 0 && path.bytes[i] < ' ' || path.bytes[i] == 0x7F) {
                return false;
            }
        }
        return true;
    }
}
