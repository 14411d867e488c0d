package majix.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// What a file system says of a file by itself. Programs can set back the modification time, as mutt does after it wrote an
/// mbox; they cannot set back the time of the last change.
///
/// @param number inode number, or 0 where there is none
/// @param changed time of the last change of the file or of what is kept about it (ctime), nanoseconds since the epoch,
///     or [Entry#UNKNOWN] where there is none
public record Inode(long number, long changed) {

    /// Looks at a file; symbolic links are followed.
    ///
    /// @throws IOException if it cannot be looked at
    public static Inode of(Path file) throws IOException {
        try {
            Map<String, Object> values = Files.readAttributes(file, "unix:ino,ctime");
            return new Inode(values.get("ino") instanceof Long number ? number : 0,
                    values.get("ctime") instanceof FileTime time ? time.to(TimeUnit.NANOSECONDS) : Entry.UNKNOWN);
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            return new Inode(0, Entry.UNKNOWN);
        }
    }
}
