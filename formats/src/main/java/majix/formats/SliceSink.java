package majix.formats;

import java.io.IOException;
import java.io.InputStream;

/// Takes the messages that [MessageFiles#slices] reads.
@FunctionalInterface
public interface SliceSink {

    /// One message.
    ///
    /// @param slice which one
    /// @param bytes its bytes, good until this method returns; need not be read or closed. Reading throws an
    ///     [java.io.EOFException] if the file is shorter now
    /// @throws IOException ends the reading
    void accept(MessageRef.Slice slice, InputStream bytes) throws IOException;
}
