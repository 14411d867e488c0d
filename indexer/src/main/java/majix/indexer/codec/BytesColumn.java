package majix.indexer.codec;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.util.BytesRef;

/// A column of byte strings.
final class BytesColumn extends BinaryDocValues {
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
        if (shared < 0 || shared > value.length || own < 0 || own > slots.reader.file.length()) {
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
