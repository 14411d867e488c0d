package majix.cli;

import java.io.IOException;
import java.io.OutputStream;

/// One way to print hits.
interface HitFormat {

    /// What must be read of each message.
    Found.Depth depth();

    /// Prints what comes before the first hit.
    default void begin(OutputStream out) throws IOException {
        // mostly nothing
    }

    /// Prints one hit.
    void print(Found found, OutputStream out) throws IOException;
}
