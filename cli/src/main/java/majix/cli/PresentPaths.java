package majix.cli;

import java.io.IOException;
import java.nio.file.Path;
import majix.formats.FileNames;
import majix.formats.RenamedFiles;

/// The paths that files of hits have now. The index has those that they had in the last run: a mail program that marks a
/// message in a Maildir as read renames its file.
final class PresentPaths {
    private final RenamedFiles files = new RenamedFiles();

    /// Bytes of the path of a hit's file; those that the index has if it is gone.
    byte[] of(Found found) {
        if (found.isSlice()) {
            return found.path();
        }
        Path file = found.hits().ref(found.index()).path();
        try {
            Path now = files.locate(file).orElse(file);
            return now.equals(file) ? found.path() : FileNames.bytes(now);
        } catch (IOException e) {
            // whoever wants to read it is told
            return found.path();
        }
    }
}
