package majix.indexer.codec;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.util.BytesRef;

/// A column of byte strings.
public final class BytesColumn extends BinaryDocValues {
    private static final byte[] NOTHING = {};
    /// Blocks that are read at once, less one.
    private static final int BLOCKS = 63;

    private final Slots slots;
    private final Cursor in;
    private final BytesRef value = new BytesRef(new byte[64], 0, 0);
    /// The slot whose value is at hand; the one after it stands next in the file.
    private int read = -1;
    private long next;

    BytesColumn(Slots slots) {
        this.slots = slots;
        this.in = new Cursor(slots.reader.file);
    }

    /// Looks up many documents, ascending, each of which has a value; `into` gets the values from place `to` on.
    ///
    /// @throws org.apache.lucene.index.CorruptIndexException if one has none
    public void values(int[] docs, byte[][] into, int to) throws IOException {
        int[] wanted = slots.ofAll(docs);
        if (slots.column.values() == 0) {
            Arrays.fill(into, to, to + docs.length, NOTHING);
            return;
        }
        for (int from = 0, end; from < wanted.length; from = end) {
            int block = wanted[from] / ColumnsWriter.BLOCK;
            int last = block;
            end = from + 1;
            while (end < wanted.length && wanted[end] / ColumnsWriter.BLOCK <= Math.min(last + 1, block + BLOCKS)) {
                last = wanted[end] / ColumnsWriter.BLOCK;
                end++;
            }
            decode(blocks(block, last), block * ColumnsWriter.BLOCK, Arrays.copyOfRange(wanted, from, end), into,
                    to + from);
        }
    }

    /// The bytes of some blocks and no more.
    private byte[] blocks(int first, int last) throws IOException {
        long start = slots.number(first);
        int behind = last + 1;
        long end = behind * (long) ColumnsWriter.BLOCK < slots.column.slots()
                ? slots.number(behind)
                : slots.column.values();
        if (start < 0 || start > end || end > slots.column.values()) {
            throw SegmentFile.damage(slots.reader.file, "broken text");
        }
        byte[] bytes = new byte[Math.toIntExact(end - start)];
        slots.reader.file.read(slots.column.valuesAt() + start, bytes, 0, bytes.length);
        return bytes;
    }

    /// Decodes all strings up to the last that is wanted, see [ColumnsWriter].
    private void decode(byte[] from, int firstSlot, int[] wanted, byte[][] into, int to) throws IOException {
        int at = 0;
        int slot = firstSlot;
        byte[] text = value.bytes;
        int length = 0;
        for (int i = 0; i < wanted.length; i++) {
            for (; slot <= wanted[i]; slot++) {
                int shared = from[at++];
                int own = from[at++];
                if (shared < 0 || own < 0) {
                    int[] number = {at - 2};
                    shared = vint(from, number);
                    own = vint(from, number);
                    at = number[0];
                }
                if (shared > length || own > from.length - at || shared < 0 || own < 0) {
                    throw SegmentFile.damage(slots.reader.file, "broken text");
                }
                length = shared + own;
                if (length > text.length) {
                    text = Arrays.copyOf(text, 2 * length);
                }
                System.arraycopy(from, at, text, shared, own);
                at += own;
            }
            into[to + i] = length == 0 ? NOTHING : Arrays.copyOf(text, length);
        }
    }

    /// @param place where it begins, then where it ends
    private static int vint(byte[] from, int[] place) {
        int value = 0;
        for (int shift = 0;; shift += 7) {
            byte b = from[place[0]++];
            value |= (b & 0x7F) << shift;
            if (b >= 0 || shift > 28) {
                return value;
            }
        }
    }

    @Override
    public BytesRef binaryValue() throws IOException {
        int slot = slots.slot();
        if (slot != read && slots.column.values() > 0) {
            int first = slot - slot % ColumnsWriter.BLOCK;
            if (read < first || read > slot) {
                next = slots.column.valuesAt() + slots.number(slot / ColumnsWriter.BLOCK);
                read = first - 1;
                value.length = 0;
            }
            in.seek(next);
            while (read < slot) {
                string();
            }
            next = in.position();
        }
        return value;
    }

    private void string() throws IOException {
        int shared = in.vint();
        int own = in.vint();
        if (shared < 0 || shared > value.length || own < 0 || own > slots.column.values()) {
            throw SegmentFile.damage(slots.reader.file, "broken text");
        }
        if (value.bytes.length < shared + own) {
            value.bytes = Arrays.copyOf(value.bytes, 2 * (shared + own));
        }
        in.bytes(value.bytes, shared, own);
        value.length = shared + own;
        read++;
    }

    @Override
    public boolean advanceExact(int target) throws IOException {
        return slots.exact(target);
    }

    @Override
    public int docID() {
        return slots.doc();
    }

    @Override
    public int nextDoc() throws IOException {
        return slots.advance(slots.doc() + 1);
    }

    @Override
    public int advance(int target) throws IOException {
        return slots.advance(target);
    }

    @Override
    public long cost() {
        return slots.cost();
    }
}
