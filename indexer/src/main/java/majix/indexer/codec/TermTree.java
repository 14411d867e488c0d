package majix.indexer.codec;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.util.BytesRef;

/// Finds leaf pages of a dictionary through the pages above them, see [TermsWriter].
final class TermTree {
    /// More than the longest separators take.
    private static final int MOST_BYTES = TermsWriter.FAN_OUT << 16;

    private final TermsReader reader;
    private final FieldEntry field;
    private final Cursor in;
    private byte[] page = new byte[1024];
    /// Number of the lowest inner page at hand, -1 if it is none of the lowest.
    private int lowest = -1;
    /// The leaf that was last asked for has the terms from `low` on and before `high`; empty: there is no such limit.
    private final BytesRef low = new BytesRef();
    private final BytesRef high = new BytesRef();

    TermTree(TermsReader reader, FieldEntry field) {
        this.reader = reader;
        this.field = field;
        this.in = new Cursor(reader.terms);
    }

    /// The leaf where a term is if it is anywhere.
    long leaf(BytesRef sought) throws IOException {
        long position = field.root();
        lowest = -1;
        low.length = 0;
        high.length = 0;
        for (int level = field.depth(); level > 0; level--) {
            read(position);
            position = child(sought);
        }
        return position;
    }

    /// Whether a term is in the leaf that was last asked for, if it is anywhere.
    boolean holds(BytesRef sought) {
        return compare(low, sought) <= 0 && (high.length == 0 || compare(high, sought) > 0);
    }

    static int compare(BytesRef a, BytesRef b) {
        return Arrays.compareUnsigned(a.bytes, a.offset, a.offset + a.length, b.bytes, b.offset, b.offset + b.length);
    }

    /// The leaf of a number, from 0.
    long leaf(int number) throws IOException {
        if (field.depth() == 0) {
            return field.root();
        }
        if (number / TermsWriter.FAN_OUT != lowest) {
            long position = field.root();
            int below = 1;
            for (int level = field.depth(); level > 1; level--) {
                below *= TermsWriter.FAN_OUT;
            }
            for (int left = number; below > 1; below /= TermsWriter.FAN_OUT) {
                read(position);
                position = child(left / below);
                left %= below;
            }
            read(position);
            lowest = number / TermsWriter.FAN_OUT;
        }
        return child(number % TermsWriter.FAN_OUT);
    }

    private void read(long position) throws IOException {
        in.seek(position);
        int length = (int) in.fixed(4);
        if (length < 14 || length > Math.min(MOST_BYTES, reader.terms.length() - position)) {
            throw SegmentFile.damage(reader.terms, "broken page");
        }
        if (page.length < length - 4) {
            page = new byte[2 * length];
        }
        in.bytes(page, 0, length - 4);
    }

    private long child(BytesRef sought) throws IOException {
        int entries = entries();
        int separators = 10 + 8 * entries;
        int first = 0;
        int last = entries - 1;
        while (first < last) {
            int middle = (first + last + 1) >>> 1;
            int from = separators + word(10 + 4 * (middle - 1));
            int to = separators + word(10 + 4 * middle);
            if (Arrays.compareUnsigned(page, from, to, sought.bytes, sought.offset,
                    sought.offset + sought.length) <= 0) {
                first = middle;
            } else {
                last = middle - 1;
            }
        }
        if (first > 0) {
            separator(first - 1, separators, low);
        }
        if (first < entries - 1) {
            separator(first, separators, high);
        }
        return child(first);
    }

    /// Copies what separates an entry of the inner page at hand from the one after it.
    private void separator(int entry, int separators, BytesRef into) throws IOException {
        int from = separators + word(10 + 4 * entry);
        int to = separators + word(10 + 4 * (entry + 1));
        if (from < 0 || to < from || to > page.length) {
            throw SegmentFile.damage(reader.terms, "broken page");
        }
        if (into.bytes.length < to - from) {
            into.bytes = new byte[2 * (to - from)];
        }
        System.arraycopy(page, from, into.bytes, 0, to - from);
        into.length = to - from;
    }

    private int entries() {
        return (page[0] & 0xFF) << 8 | (page[1] & 0xFF);
    }

    private long child(int entry) {
        int entries = entries();
        if (entry >= entries) {
            throw new IllegalArgumentException("child " + entry + " of " + entries);
        }
        long first = 0;
        for (int i = 2; i < 10; i++) {
            first = first << 8 | (page[i] & 0xFF);
        }
        return first + (word(10 + 4 * entries + 4 * entry) & 0xFFFFFFFFL);
    }

    private int word(int from) {
        return page[from] << 24 | (page[from + 1] & 0xFF) << 16 | (page[from + 2] & 0xFF) << 8
                | (page[from + 3] & 0xFF);
    }
}
