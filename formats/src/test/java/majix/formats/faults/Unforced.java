package majix.formats.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/// Which bytes of which files would not outlive a failure of the power. Names are taken to last in the order they were
/// made, as journals of file systems see to; what is in a file lasts once it was forced to the disk.
final class Unforced {
    /// By the file itself, whatever it is called: how many of its bytes last.
    private final Map<Object, Long> lasting = new HashMap<>();

    /// What a file is, whatever it is called.
    static Object key(Path real) throws IOException {
        return Files.readAttributes(real, BasicFileAttributes.class).fileKey();
    }

    /// Nothing is left of a file but its first bytes.
    synchronized void truncated(Object file, long size) {
        lasting.merge(file, size, Math::min);
    }

    /// A file with so many bytes is about to be written to.
    synchronized void written(Object file, long size) {
        lasting.putIfAbsent(file, size);
    }

    /// A file is new, whatever had its number before.
    synchronized void made(Object file) {
        lasting.put(file, 0L);
    }

    synchronized void forced(Object file) {
        lasting.remove(file);
    }

    /// Takes from each file what does not last, in one of the ways in which it goes.
    synchronized void lose(Path root, Random random) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(root)) {
            files = all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).sorted().toList();
        }
        for (Path file : files) {
            Long kept = lasting.get(key(file));
            if (kept != null && kept < Files.size(file)) {
                lose(file, kept, Files.size(file), random.nextInt(3));
            }
        }
    }

    private static void lose(Path file, long kept, long size, int way) throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            switch (way) {
                case 0 -> channel.truncate(kept);
                case 1 -> channel.truncate(kept + (size - kept) / 2);
                default -> channel.write(ByteBuffer.allocate((int) (size - kept)), kept);
            }
        }
        Files.setLastModifiedTime(file, time);
    }
}
