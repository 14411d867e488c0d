package majix.indexer;

import java.io.IOException;
import java.io.UncheckedIOException;

/// Keeps failures of writing the index apart from failures of reading mail: the first end the run, the second are
/// reported and passed over.
final class Writing {
    private Writing() {}

    /// A change of the index.
    interface Change {
        void make() throws IOException;
    }

    /// Makes the change.
    ///
    /// @throws UncheckedIOException if the index cannot be written
    static void to(Change change) {
        try {
            change.make();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
