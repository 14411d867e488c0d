package majix.indexer.codec;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.store.IndexOutput;

/// A growing stretch of bytes and bits in memory. Bits fill bytes from the highest down.
final class BitOutput {
    private byte[] bytes = new byte[1024];
    private int size;
    private long bits;
    private int held;

    void clear() {
        size = 0;
        bits = 0;
        held = 0;
    }

    /// Whole bytes written so far.
    int size() {
        return size;
    }

    byte[] bytes() {
        return bytes;
    }

    void writeTo(IndexOutput out) throws IOException {
        out.writeBytes(bytes, 0, size);
    }

    void copyTo(BitOutput out) {
        out.bytes(bytes, 0, size);
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    void put(int b) {
        ensure(1);
        bytes[size++] = (byte) b;
    }

    void bytes(byte[] from, int offset, int length) {
        ensure(length);
        System.arraycopy(from, offset, bytes, size, length);
        size += length;
    }

    /// A number of `width` bytes, highest first.
    void fixed(long value, int width) {
        ensure(width);
        for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (value >>> shift);
        }
    }

    /// A number of seven bits a byte, lowest first.
    void vlong(long value) {
        ensure(10);
        long left = value;
        while ((left & ~0x7FL) != 0) {
            bytes[size++] = (byte) (left | 0x80);
            left >>>= 7;
        }
        bytes[size++] = (byte) left;
    }

    void string(byte[] text) {
        vlong(text.length);
        bytes(text, 0, text.length);
    }

    /// The lowest `count` bits of a number, at most 32.
    void bits(int value, int count) {
        if (held + count > 64) {
            flushBytes();
        }
        held += count;
        bits |= (value & ((1L << count) - 1)) << (64 - held);
        if (held >= 32) {
            flushBytes();
        }
    }

    private void flushBytes() {
        ensure(8);
        while (held >= 8) {
            bytes[size++] = (byte) (bits >>> 56);
            bits <<= 8;
            held -= 8;
        }
    }

    /// Fills the last byte with zeros.
    void align() {
        flushBytes();
        if (held > 0) {
            put((int) (bits >>> 56));
            bits = 0;
            held = 0;
        }
    }

    private void ones(int count) {
        bits(-1, count);
    }

    void rice(int value, int parameter) {
        int quotient = value >>> parameter;
        if (quotient >= Codes.ESCAPE) {
            ones(Codes.ESCAPE);
            bits(value, 32);
        } else {
            ones(quotient);
            bits(0, 1);
            bits(value, parameter);
        }
    }

    /// Elias' gamma code of a positive number.
    void gamma(int value) {
        int log = Codes.log2(value);
        ones(log);
        bits(0, 1);
        bits(value, log);
    }

    /// A number below `limit` in the least number of bits.
    void below(int value, int limit) {
        if (limit <= 1) {
            return;
        }
        int log = Codes.log2(limit);
        int shorter = (int) ((2L << log) - limit);
        if (value < shorter) {
            bits(value, log);
        } else {
            bits(value + shorter, log + 1);
        }
    }
}
