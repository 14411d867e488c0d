package majix.formats.mbox;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// The bytes of a source from where it stands up to an offset.
public final class SliceStream extends InputStream {
    /// As an end: that of the file, wherever it is.
    public static final long END_OF_FILE = Long.MAX_VALUE;

    private final Source source;
    private final long end;
    private final boolean closes;

    /// @param end offset behind the last byte, or [#END_OF_FILE]
    /// @param closes whether closing the stream closes the source
    public SliceStream(Source source, long end, boolean closes) {
        this.source = source;
        this.end = end;
        this.closes = closes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /// @throws EOFException if the file ends before the slice does: it was cut since the slice was known
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        long left = end - source.position();
        if (left <= 0 || length == 0) {
            return length == 0 ? 0 : -1;
        }
        int n = source.read(bytes, offset, (int) Math.min(left, length));
        if (n < 0 && end != END_OF_FILE) {
            throw new EOFException("file ends at " + source.position() + ", before " + end);
        }
        return n;
    }

    @Override
    public void close() throws IOException {
        if (closes) {
            source.close();
        }
    }
}
