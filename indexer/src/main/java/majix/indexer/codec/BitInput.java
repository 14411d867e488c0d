package majix.indexer.codec;

import java.io.EOFException;
import java.io.IOException;

/// Reads what [BitOutput] wrote: bytes and numbers, and then bits up to the next [#seek]. Whole rows of numbers are read with
/// the bits in local variables, because they are what a search for many messages, a phrase or a merge does most. For one
/// thread.
final class BitInput extends Cursor {
    /// How many ones each byte begins with: a count of leading zeros takes long until Java's second compiler is through.
    private static final byte[] ONES = new byte[256];

    static {
        for (int i = 0; i < 256; i++) {
            ONES[i] = (byte) Integer.numberOfLeadingZeros(~(i << 24));
        }
    }

    /// The bits that come next, from the highest on; those behind the ones held are right or 0.
    private long bits;
    private int held;

    BitInput(Bytes file) {
        super(file);
    }

    @Override
    void seek(long position) {
        held = 0;
        bits = 0;
        super.seek(position);
    }

    /// Holds at least 56 bits. There are always bytes behind the last bit code of a file, at least those of its footer. Where
    /// eight bytes are at hand they are put in at once.
    private void refill() throws IOException {
        int i = at;
        if (limit - i < Long.BYTES) {
            refillSlowly();
            return;
        }
        byte[] b = buffer;
        int high = b[i] << 24 | (b[i + 1] & 0xFF) << 16 | (b[i + 2] & 0xFF) << 8 | (b[i + 3] & 0xFF);
        int low = b[i + 4] << 24 | (b[i + 5] & 0xFF) << 16 | (b[i + 6] & 0xFF) << 8 | (b[i + 7] & 0xFF);
        bits |= ((long) high << 32 | (low & 0xFFFFFFFFL)) >>> held;
        int whole = (Long.SIZE - 1 - held) >>> 3;
        at = i + whole;
        held += whole << 3;
    }

    private void refillSlowly() throws IOException {
        while (held < 56) {
            bits |= (next() & 0xFFL) << (56 - held);
            held += 8;
        }
    }

    private void drop(int count) {
        bits <<= count;
        held -= count;
    }

    /// A number of at most 32 bits.
    private int bits(int count) throws IOException {
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
    private int rice(int parameter) throws IOException {
        if (held < 56) {
            refill();
        }
        int quotient = Long.numberOfLeadingZeros(~bits);
        if (quotient >= Codes.ESCAPE) {
            drop(Codes.ESCAPE);
            return bits(32);
        }
        drop(quotient + 1);
        return quotient << parameter | bits(parameter);
    }

    /// See [BitOutput#gamma].
    private int gamma() throws IOException {
        if (held < 56) {
            refill();
        }
        int log = Long.numberOfLeadingZeros(~bits);
        if (log >= Integer.SIZE - 1) {
            throw new EOFException(file + " holds a number without an end");
        }
        drop(log + 1);
        return 1 << log | bits(log);
    }

    /// Reads gaps between documents.
    ///
    /// @param before the document before the first one
    /// @param end what the documents have to lie below
    /// @return false if they do not
    boolean documents(int[] into, int count, int parameter, int before, int end) throws IOException {
        long window = bits;
        int left = held;
        int document = before;
        int wrong = 0;
        for (int i = 0; i < count; i++) {
            int gap = ONES[(int) (window >>> 56)];
            if (gap + parameter < left && gap < Byte.SIZE) {
                window <<= gap + 1;
                left -= gap + 1 + parameter;
                gap = gap << parameter | (int) (window >>> 1 >>> (63 - parameter));
                window <<= parameter;
            } else {
                bits = window;
                held = left;
                gap = rice(parameter);
                window = bits;
                left = held;
            }
            document += gap + 1;
            into[i] = document;
            // negative as soon as one of them is
            wrong |= gap | document | end - 1 - document;
        }
        bits = window;
        held = left;
        return wrong >= 0;
    }

    /// Reads how often a term stands in each of some documents.
    void counts(int[] into, int count) throws IOException {
        long window = bits;
        int left = held;
        for (int i = 0; i < count; i++) {
            int log = ONES[(int) (window >>> 56)];
            if (2 * log < left && log < Byte.SIZE) {
                window <<= log;
                into[i] = 1 << log | (int) (window << 1 >>> 1 >>> (63 - log));
                window <<= log + 1;
                left -= 2 * log + 1;
            } else {
                bits = window;
                held = left;
                into[i] = gamma();
                window = bits;
                left = held;
            }
        }
        bits = window;
        held = left;
    }

    /// Reads some of the positions of a term in a document, none of them the last one.
    ///
    /// @param from index of the first one
    /// @param to index behind the last one
    /// @param count how many there are in all
    /// @param first where the first one can be
    /// @param end what the positions have to lie below
    /// @return where the next one can be; -1 if they do not
    int positions(int[] into, int from, int to, int count, int first, int end) throws IOException {
        long window = bits;
        int left = held;
        int next = first;
        int parameter = 0;
        for (int i = from; i < to; i++) {
            // Codes.parameter, from where it was: it changes little, and a division or a logarithm would be felt
            long room = ((long) end - next - (count - i + 1)) * 11;
            long numbers = (count - i + 1L) << 4;
            while (numbers << parameter + 1 <= room) {
                parameter++;
            }
            while (parameter > 0 && numbers << parameter > room) {
                parameter--;
            }
            int gap = ONES[(int) (window >>> 56)];
            if (gap + parameter < left && gap < Byte.SIZE) {
                window <<= gap + 1;
                left -= gap + 1 + parameter;
                gap = gap << parameter | (int) (window >>> 1 >>> (63 - parameter));
                window <<= parameter;
            } else {
                bits = window;
                held = left;
                gap = rice(parameter);
                window = bits;
                left = held;
            }
            int position = next + gap;
            if (position < next || position >= end) {
                return -1;
            }
            into[i] = position;
            next = position + 1;
        }
        bits = window;
        held = left;
        return next;
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
