package majix.vfolder;

import java.io.IOException;
import java.util.List;

/// A result folder that was looked at and may be written.
interface Result {
    /// Writes the messages, in their order, and makes them visible.
    VFolder.Outcome write(List<Hit> hits) throws IOException;

    /// Sets marks when it is written, if this kind of result can show them.
    default void mark(Marking marking) {
        // most cannot
    }
}
