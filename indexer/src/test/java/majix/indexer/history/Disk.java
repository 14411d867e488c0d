package majix.indexer.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import majix.formats.FileNames;

/// The files of a [Tree] where programs see them.
final class Disk {
    private final Path root;
    private final boolean ownTime;

    /// @param root what the tree's paths are relative to
    /// @param ownTime whether directories have times of the tree's clock, long ago, and not those of now
    Disk(Path root, boolean ownTime) {
        this.root = root;
        this.ownTime = ownTime;
    }

    private interface Doing {
        void run() throws IOException;
    }

    private static void quietly(Doing doing) {
        try {
            doing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path(String name) {
        return name.isEmpty() ? root : root.resolve(FileNames.path(name));
    }

    void makeDirectory(String path) {
        quietly(() -> Files.createDirectory(path(path)));
    }

    void touchDirectory(String path, long clock) {
        if (ownTime) {
            quietly(() -> Files.setLastModifiedTime(path(path), time(clock)));
        }
    }

    void write(String name, byte[] bytes, long mtime, boolean anew) {
        quietly(() -> {
            Path file = path(name);
            if (anew) {
                Path other = root.resolveSibling("other");
                Files.write(other, bytes);
                Files.setLastModifiedTime(other, time(mtime));
                Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.write(file, bytes);
                Files.setLastModifiedTime(file, time(mtime));
            }
        });
    }

    void delete(String path) {
        quietly(() -> Files.delete(path(path)));
    }

    void move(String from, String to) {
        quietly(() -> Files.move(path(from), path(to), StandardCopyOption.REPLACE_EXISTING));
    }

    void lock(String path, boolean locked) {
        quietly(() -> Files.setPosixFilePermissions(path(path),
                PosixFilePermissions.fromString(locked ? "---------" : "rwx------")));
    }

    private static FileTime time(long nanos) {
        return FileTime.from(Instant.ofEpochSecond(nanos / 1_000_000_000L, nanos % 1_000_000_000L));
    }
}
