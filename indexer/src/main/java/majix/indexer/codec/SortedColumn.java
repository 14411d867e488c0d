package majix.indexer.codec;

import java.io.IOException;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;

/// A column of few different byte strings.
public final class SortedColumn extends SortedDocValues {
    private final Slots slots;
    private final BytesRef[] values;

    SortedColumn(Slots slots) throws IOException {
        this.slots = slots;
        long count = slots.column.values();
        if (count < 0 || count > slots.reader.maxDoc) {
            throw SegmentFile.damage(slots.reader.file, "broken column");
        }
        values = new BytesRef[(int) count];
        Cursor in = new Cursor(slots.reader.file);
        in.seek(slots.column.valuesAt());
        for (int i = 0; i < values.length; i++) {
            values[i] = new BytesRef(in.string());
        }
    }

    /// Looks up many documents, ascending: `into` gets the places of their values among the sorted ones, -1 for a document
    /// without a value.
    public void ords(int[] docs, long[] into) throws IOException {
        slots.numbers(docs, 0, docs.length, into, 0, -1);
    }

    @Override
    public int ordValue() throws IOException {
        return (int) (slots.column.least() + slots.number(slots.slot()));
    }

    @Override
    public BytesRef lookupOrd(int ord) {
        return values[ord];
    }

    @Override
    public int getValueCount() {
        return values.length;
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
