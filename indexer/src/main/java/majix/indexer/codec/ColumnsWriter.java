package majix.indexer.codec;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import majix.indexer.codec.ColumnEntry.Kind;
import majix.indexer.codec.ColumnEntry.Presence;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.BytesRef;

/// Writes the columns of a segment. A number takes as many whole bytes as the largest of its column needs, so that any
/// of them is found by its place alone. Byte strings are front-coded in blocks.
///
///     string   bytes shared with the one before  own bytes, how many and which
final class ColumnsWriter implements Closeable {
    /// Byte strings in a block.
    static final int BLOCK = 16;
    /// One of so many documents are few.
    private static final int FEW = 64;
    private static final int FLUSH = 1 << 15;

    private final IndexOutput out;
    private final byte[] segmentId;
    private final int maxDoc;
    private final BitOutput contents = new BitOutput();
    private final BitOutput buffer = new BitOutput();

    ColumnsWriter(IndexOutput out, byte[] segmentId, int maxDoc) {
        this.out = out;
        this.segmentId = segmentId;
        this.maxDoc = maxDoc;
    }

    /// The documents that have a value, ascending, with their values.
    interface Values {
        /// The next document, or `Integer.MAX_VALUE` behind the last one.
        int next() throws IOException;

        /// Its number, or the place of its value among the sorted ones.
        long number() throws IOException;

        /// Its bytes.
        BytesRef bytes() throws IOException;
    }

    /// Gives the values, as often as asked.
    interface Source {
        Values values() throws IOException;
    }

    private record Present(Presence presence, int slots, int listed, long at) {}

    void numbers(String name, Source source) throws IOException {
        Present present = present(source);
        if (present.slots > 0) {
            numbers(name, Kind.NUMBER, source, present, 0, 0);
        }
    }

    void sorted(String name, Source source, BytesRef[] values) throws IOException {
        Present present = present(source);
        if (present.slots == 0) {
            return;
        }
        long at = out.getFilePointer();
        for (BytesRef value : values) {
            buffer.vlong(value.length);
            buffer.bytes(value.bytes, value.offset, value.length);
            flush(FLUSH);
        }
        flush(0);
        numbers(name, Kind.SORTED, source, present, values.length, at);
    }

    private void numbers(String name, Kind kind, Source source, Present present, long values, long valuesAt)
            throws IOException {
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        boolean thousands = true;
        Values each = source.values();
        while (each.next() != Integer.MAX_VALUE) {
            long number = each.number();
            least = Math.min(least, number);
            most = Math.max(most, number);
            thousands &= number % 1000 == 0;
        }
        long factor = thousands && kind == Kind.NUMBER ? 1000 : 1;
        long range = (most - least) / factor;
        int width = most - least < 0 ? 8 : (71 - Long.numberOfLeadingZeros(range)) / 8;
        if (width == 8) {
            least = 0;
            factor = 1;
        }
        long at = out.getFilePointer();
        each = source.values();
        int slot = 0;
        for (int doc = each.next(); doc != Integer.MAX_VALUE; doc = each.next()) {
            int to = present.presence == Presence.LISTED ? slot : doc;
            for (; slot < to; slot++) {
                buffer.fixed(0, width);
            }
            buffer.fixed((each.number() - least) / factor, width);
            slot++;
            flush(FLUSH);
        }
        for (; slot < present.slots; slot++) {
            buffer.fixed(0, width);
        }
        flush(0);
        new ColumnEntry(name, kind, present.presence, present.slots, present.listed, present.at, width, least, factor,
                at, values,
                valuesAt).write(contents);
    }

    void bytes(String name, Source source) throws IOException {
        Present present = present(source);
        if (present.slots == 0) {
            return;
        }
        if (allEmpty(source)) {
            new ColumnEntry(name, Kind.BYTES, present.presence, present.slots, present.listed, present.at, 0, 0, 1, 0,
                    0,
                    0).write(contents);
            return;
        }
        long start = out.getFilePointer();
        long[] blocks = new long[present.slots / BLOCK + 1];
        byte[] last = {};
        int slot = 0;
        int blockCount = 0;
        Values each = source.values();
        int doc = each.next();
        while (slot < present.slots) {
            if (slot % BLOCK == 0) {
                blocks[blockCount++] = out.getFilePointer() + buffer.size() - start;
                last = new byte[0];
            }
            boolean here = present.presence == Presence.LISTED || doc == slot;
            byte[] value = here ? copy(each.bytes()) : last;
            string(value, last);
            last = value;
            slot++;
            flush(FLUSH);
            if (here) {
                doc = each.next();
            }
        }
        flush(0);
        long at = out.getFilePointer();
        int width = Math.max(1, (71 - Long.numberOfLeadingZeros(at - start)) / 8);
        for (int i = 0; i < blockCount; i++) {
            buffer.fixed(blocks[i], width);
            flush(FLUSH);
        }
        flush(0);
        new ColumnEntry(name, Kind.BYTES, present.presence, present.slots, present.listed, present.at, width, 0, 1, at,
                at - start,
                start).write(contents);
    }

    private static boolean allEmpty(Source source) throws IOException {
        Values each = source.values();
        while (each.next() != Integer.MAX_VALUE) {
            if (each.bytes().length > 0) {
                return false;
            }
        }
        return true;
    }

    private static byte[] copy(BytesRef value) {
        return Arrays.copyOfRange(value.bytes, value.offset, value.offset + value.length);
    }

    private void string(byte[] value, byte[] last) {
        int mismatch = Arrays.mismatch(value, last);
        int shared = mismatch < 0 ? value.length : mismatch;
        buffer.vlong(shared);
        buffer.vlong((long) value.length - shared);
        buffer.bytes(value, shared, value.length - shared);
    }

    /// Writes which documents have a value.
    private Present present(Source source) throws IOException {
        Values each = source.values();
        int count = 0;
        while (each.next() != Integer.MAX_VALUE) {
            count++;
        }
        if (count == 0 || count == maxDoc) {
            return new Present(Presence.ALL, count, 0, 0);
        }
        long at = out.getFilePointer();
        if (count < maxDoc / FEW) {
            list(source, true);
            return new Present(Presence.LISTED, count, count, at);
        }
        if (maxDoc - count < maxDoc / FEW || maxDoc - count < FEW) {
            list(source, false);
            return new Present(Presence.LACKING, maxDoc, maxDoc - count, at);
        }
        byte[] bits = new byte[(maxDoc + 7) / 8];
        each = source.values();
        for (int doc = each.next(); doc != Integer.MAX_VALUE; doc = each.next()) {
            bits[doc >>> 3] |= (byte) (1 << (doc & 7));
        }
        buffer.bytes(bits, 0, bits.length);
        flush(0);
        return new Present(Presence.BITS, maxDoc, 0, at);
    }

    /// Writes the documents that have a value or those that have none.
    private void list(Source source, boolean having) throws IOException {
        Values each = source.values();
        int next = each.next();
        for (int doc = 0; doc < maxDoc; doc++) {
            boolean has = doc == next;
            if (has) {
                next = each.next();
            }
            if (has == having) {
                buffer.fixed(doc, 4);
                flush(FLUSH);
            }
        }
        flush(0);
    }

    private void flush(int above) throws IOException {
        if (buffer.size() > above) {
            buffer.writeTo(out);
            buffer.clear();
        }
    }

    /// Writes what is needed to read the file.
    void finish() throws IOException {
        SegmentFile.finish(out, contents, segmentId);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
