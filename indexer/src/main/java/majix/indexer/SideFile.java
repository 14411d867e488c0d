package majix.indexer;

import java.io.IOException;
import java.nio.file.Path;
import majix.formats.PrivateFiles;

/// A small file beside an index, not of it: replaced whole, readable by its owner only. It may be lost without harm.
final class SideFile {
    private SideFile() {}

    /// Writes a file. What a run left that was killed here goes away: the fresh file always has the same name.
    static void write(Path file, byte[] bytes) throws IOException {
        // What is newer than the commit is taken to be right.
        PrivateFiles.replace(file, bytes, true);
    }
}
