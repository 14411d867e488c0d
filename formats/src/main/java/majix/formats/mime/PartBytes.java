package majix.formats.mime;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// The bytes of one part, in an array that is used again for the next one.
final class PartBytes {
    private static final int KEPT = 1 << 20;

    private byte[] bytes = new byte[32 * 1024];
    private int length;

    /// Reads what the stream gives, up to a limit.
    ///
    /// @return whether the stream was read to its end
    boolean read(InputStream in, int limit) throws IOException {
        length = 0;
        if (bytes.length > KEPT) {
            bytes = new byte[KEPT];
        }
        while (true) {
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * length);
            }
            int count = in.read(bytes, length, Math.min(bytes.length, limit + 1) - length);
            if (count < 0) {
                return true;
            }
            length += count;
            if (length > limit) {
                length = limit;
                return false;
            }
        }
    }

    /// Undoes the transfer encoding of a text.
    void decode(TransferEncoding encoding) {
        length = encoding.decodeText(bytes, length);
    }

    /// The array; valid up to [#length] and until the next reading.
    byte[] array() {
        return bytes;
    }

    int length() {
        return length;
    }
}
