package majix.indexer;

import java.io.IOException;
import java.nio.file.Path;
import majix.formats.PrivateFiles;

/// A small file beside an index, not of it: replaced whole, readable by its owner only. It may be lost without harm.
final class SideFile {
    private SideFile() {}

    static void write(Path file, byte[] bytes) throws IOException {
        PrivateFiles.replace(file, bytes);
    }
}
