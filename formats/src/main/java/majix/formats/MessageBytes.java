package majix.formats;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/// The bytes of one message, decompressed: in memory, or left in their file when there are too many of them.
public interface MessageBytes {

    /// Messages up to this many bytes are held in memory while they wait to be parsed.
    int IN_MEMORY = 4 << 20;

    /// Number of bytes.
    long size();

    /// Bytes of memory held while this object lives.
    int heldBytes();

    /// A new stream over the bytes; the caller closes it.
    ///
    /// @throws IOException if the file cannot be read (any more)
    InputStream open() throws IOException;

    /// Bytes in memory; the array is not copied and must not be changed.
    static MessageBytes of(byte[] bytes) {
        return new MessageBytes() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public int heldBytes() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }
}
