package majix.formats;

import java.io.IOException;

/// A file of many messages that may have changed since it was read: tells which of its messages are still there. Offsets
/// are those of the decompressed file. See [MessageFiles#known].
public interface KnownFile {

    /// Whether a message that was found then is still there, byte for byte, and no longer than it was.
    ///
    /// @param start offset of its first byte
    /// @param end offset behind its last one
    /// @throws IOException if the file cannot be read
    boolean holds(long start, long end) throws IOException;

    /// Whether there is a message in a plain file from one byte to another, whatever it is now: behind a separator line,
    /// and before another or the end of the file. Of a compressed file it is not told.
    ///
    /// @throws IOException if the file cannot be read
    boolean isMessage(long start, long end) throws IOException;
}
