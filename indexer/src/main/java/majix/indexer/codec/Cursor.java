package majix.indexer.codec;

import java.io.EOFException;
import java.io.IOException;

/// Reads a file forward from any place: bytes and numbers, see [BitOutput]. Reads ahead the more, the longer it is read
/// without a jump. For one thread.
class Cursor {
    private static final int LEAST = 256;
    private static final int MOST = 1 << 16;

    final Bytes file;
    byte[] buffer = new byte[LEAST];
    /// The byte of the buffer that comes next.
    int at;
    /// Bytes of the buffer that hold something.
    int limit;
    private long base;
    private int ahead = LEAST;

    Cursor(Bytes file) {
        this.file = file;
    }

    /// Goes to a byte.
    void seek(long position) {
        long inside = position - base;
        if (inside >= 0 && inside <= limit) {
            at = (int) inside;
        } else {
            if (inside < 0 || inside - limit > LEAST) {
                ahead = LEAST;
            }
            base = position;
            at = 0;
            limit = 0;
        }
    }

    /// The byte of the file that comes next.
    long position() {
        return base + at;
    }

    private void fill() throws IOException {
        long end = base + limit;
        long there = file.length() - end;
        if (there <= 0 || end < 0) {
            throw new EOFException(file + " ends early");
        }
        int count = (int) Math.min(ahead, there);
        if (count > buffer.length) {
            buffer = new byte[count];
        }
        file.read(end, buffer, 0, count);
        base = end;
        at = 0;
        limit = count;
        ahead = Math.min(MOST, 4 * ahead);
    }

    byte next() throws IOException {
        if (at == limit) {
            fill();
        }
        return buffer[at++];
    }

    void bytes(byte[] into, int offset, int count) throws IOException {
        int done = 0;
        while (done < count) {
            if (at == limit) {
                fill();
            }
            int some = Math.min(count - done, limit - at);
            System.arraycopy(buffer, at, into, offset + done, some);
            at += some;
            done += some;
        }
    }

    void skip(long count) {
        seek(position() + count);
    }

    /// See [BitOutput#fixed].
    long fixed(int width) throws IOException {
        long value = 0;
        if (limit - at >= width) {
            for (int i = 0; i < width; i++) {
                value = value << 8 | (buffer[at++] & 0xFF);
            }
        } else {
            for (int i = 0; i < width; i++) {
                value = value << 8 | (next() & 0xFF);
            }
        }
        return value;
    }

    /// See [BitOutput#vlong].
    long vlong() throws IOException {
        byte b = next();
        if (b >= 0) {
            return b;
        }
        long value = b & 0x7F;
        for (int shift = 7; shift < 64; shift += 7) {
            b = next();
            value |= (b & 0x7FL) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw new EOFException(file + " holds a number without an end");
    }

    int vint() throws IOException {
        return (int) vlong();
    }

    byte[] string() throws IOException {
        int length = vint();
        if (length < 0 || length > file.length() - position()) {
            throw new EOFException(file + " holds a text of " + length + " bytes");
        }
        byte[] text = new byte[length];
        bytes(text, 0, text.length);
        return text;
    }
}
