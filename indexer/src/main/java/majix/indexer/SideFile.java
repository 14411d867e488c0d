package majix.indexer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// A small file beside an index, not of it: replaced whole, readable by its owner only. It may be lost without harm.
final class SideFile {
    /// What names of files end with that are to replace others.
    static final String FRESH = ".new";

    private static final Set<StandardOpenOption> NEW_FILE = Set.of(StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE);

    private SideFile() {}

    /// Writes a file. What a run left that was killed here goes away: the fresh file always has the same name.
    static void write(Path file, byte[] bytes) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + FRESH);
        Files.deleteIfExists(fresh);
        try {
            try (FileChannel channel = FileChannel.open(fresh, NEW_FILE,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
                ByteBuffer left = ByteBuffer.wrap(bytes);
                while (left.hasRemaining()) {
                    channel.write(left);
                }
                // What is newer than the commit is taken to be right.
                channel.force(false);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            // Another run wrote the same at the same time, and its file is there.
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
