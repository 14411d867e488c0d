package majix.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/// Where the index is. mairix has one file at `database=`, majix a directory; both may stand side by side, so that a
/// user can try majix with the rc file he has, and majix never touches what mairix wrote.
final class IndexLocation {
    private IndexLocation() {}

    /// The index directory of a `database=PATH`: `PATH.majix` if that exists; PATH itself if it is an index of majix, an
    /// empty directory, or nothing at all; `PATH.majix` if anything else stands at PATH.
    ///
    /// @param database absolute
    static Path of(Path database) {
        Path name = database.getFileName();
        Path beside = database.resolveSibling((name == null ? "" : name.toString()).concat(".majix"));
        if (Files.exists(beside)) {
            return beside;
        }
        boolean free = Files.isDirectory(database)
                ? ours(database)
                : !Files.exists(database, LinkOption.NOFOLLOW_LINKS);
        return free ? database : beside;
    }

    /// A directory that is empty or holds an index: a commit (`segments_N`), or the `write.lock` that is all to go by
    /// when a first run was killed.
    private static boolean ours(Path directory) {
        boolean empty = true;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                Path name = entry.getFileName();
                String text = name == null ? "" : name.toString();
                if (text.startsWith("segments") || text.equals("write.lock")) {
                    return true;
                }
                empty = false;
            }
        } catch (IOException e) {
            // a directory that cannot be listed: opening the index in it says why
            return true;
        }
        return empty;
    }
}
