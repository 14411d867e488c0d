package majix.indexer.codec;

import java.io.EOFException;
import java.io.IOException;

/// Reads a file forward from any place: bytes, numbers and bits, see [BitOutput]. Reads ahead the more, the longer it is
/// read without a jump. For one thread.
final class Cursor {
    private static final int LEAST = 256;
    private static final int MOST = 1 << 16;
    /// Bytes kept when the buffer moves on, so that bits read ahead can be given back.
    private static final int BEHIND = 8;

    private final Bytes file;
    private byte[] buffer = new byte[LEAST + BEHIND];
    private long base;
    private int at;
    private int limit;
    private int ahead = LEAST;
    private long bits;
    private int held;

    Cursor(Bytes file) {
        this.file = file;
    }

    /// Goes to a byte.
    void seek(long position) {
        held = 0;
        bits = 0;
        long inside = position - base;
        if (inside >= 0 && inside <= limit) {
            at = (int) inside;
        } else {
            ahead = LEAST;
            base = position;
            at = 0;
            limit = 0;
        }
    }

    /// The byte that comes next; no bits may be held.
    long position() {
        return base + at;
    }

    private void fill() throws IOException {
        int keep = Math.min(BEHIND, limit);
        long end = base + limit;
        int count = (int) Math.min(ahead, file.length() - end);
        if (count <= 0 || end < 0) {
            throw new EOFException(file + " ends early");
        }
        if (keep + count > buffer.length) {
            byte[] larger = new byte[keep + count];
            System.arraycopy(buffer, limit - keep, larger, 0, keep);
            buffer = larger;
        } else {
            System.arraycopy(buffer, limit - keep, buffer, 0, keep);
        }
        file.read(end, buffer, keep, count);
        base = end - keep;
        at = keep;
        limit = keep + count;
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

    /// There are always bytes behind the last bit code of a file, at least those of its footer.
    private void refill() throws IOException {
        while (held <= 56) {
            bits |= (next() & 0xFFL) << (56 - held);
            held += 8;
        }
    }

    private void drop(int count) {
        bits <<= count;
        held -= count;
    }

    /// Gives back the bytes read ahead; the rest of a byte begun is skipped.
    void align() {
        at -= held >>> 3;
        held = 0;
        bits = 0;
    }

    /// A number of at most 32 bits.
    int bits(int count) throws IOException {
        if (held < count) {
            refill();
        }
        if (count == 0) {
            return 0;
        }
        int value = (int) (bits >>> (64 - count));
        drop(count);
        return value;
    }

    /// See [BitOutput#rice].
    int rice(int parameter) throws IOException {
        if (held < 57) {
            refill();
        }
        int quotient = Long.numberOfLeadingZeros(~bits);
        if (quotient >= Codes.ESCAPE) {
            drop(Codes.ESCAPE);
            return bits(32);
        }
        drop(quotient + 1);
        if (parameter == 0) {
            return quotient;
        }
        int value = quotient << parameter | (int) (bits >>> (64 - parameter));
        drop(parameter);
        return value;
    }

    /// See [BitOutput#gamma].
    int gamma() throws IOException {
        if (held < 57) {
            refill();
        }
        int log = Long.numberOfLeadingZeros(~bits);
        if (log == 0) {
            drop(1);
            return 1;
        }
        drop(log + 1);
        return 1 << log | bits(log);
    }

    /// See [BitOutput#below].
    int below(int limit) throws IOException {
        if (limit <= 1) {
            return 0;
        }
        int log = Codes.log2(limit);
        int shorter = (int) ((2L << log) - limit);
        int value = bits(log);
        return value < shorter ? value : (value << 1 | bits(1)) - shorter;
    }
}
