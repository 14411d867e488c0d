package majix.vfolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Whether a Maildir holds a result already, told without a look at its entries. The manifest ends with a number that
/// stands for the result, and is the last that is written: as long as `cur` and `new` are older, nothing was added,
/// deleted or renamed since. A change within the same tick of the clock makes them as old as the manifest, which does
/// not count; so a directory that nobody else has seen yet is made a tick older than its manifest.
final class Standing {
    private static final long TICK_NANOS = 10_000_000;

    private Standing() {}

    /// A number for the links to these messages.
    ///
    /// @return 0 if there is none, because copies are among them, which are always made again
    static long sum(List<Finder.Found> found) {
        long sum = found.size();
        for (Finder.Found message : found) {
            if (message.copy()) {
                return 0;
            }
            sum = SourceId.mix(sum, SourceId.text(message.ref().path()));
            sum = SourceId.mix(sum, EntryName.info(message.flags()));
        }
        return sum;
    }

    /// Makes `cur` and `new` older than the manifest, in a directory that has not appeared yet.
    static void settle(Path dir, Disk disk) throws IOException {
        FileTime written = Files.getLastModifiedTime(dir.resolve(Manifest.NAME));
        FileTime before = FileTime.from(written.to(TimeUnit.NANOSECONDS) - TICK_NANOS, TimeUnit.NANOSECONDS);
        for (String part : List.of("cur", "new")) {
            if (Files.getLastModifiedTime(dir.resolve(part)).compareTo(before) > 0) {
                disk.date(dir.resolve(part), before);
            }
        }
    }

    /// Whether the result of this number stands in a directory as it was written.
    static boolean holds(Path dir, long sum) throws IOException {
        Path list = dir.resolve(Manifest.NAME);
        if (sum == 0 || !Manifest.tells(list, sum)) {
            return false;
        }
        try {
            FileTime written = Files.getLastModifiedTime(list);
            return Files.getLastModifiedTime(dir.resolve("cur")).compareTo(written) < 0
                    && Files.getLastModifiedTime(dir.resolve("new")).compareTo(written) < 0
                    && Files.isDirectory(dir.resolve("tmp"));
        } catch (NoSuchFileException e) {
            return false;
        }
    }
}
