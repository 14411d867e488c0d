package majix.indexer.codec;

import java.io.IOException;
import majix.query.lucene.Lacking;
import org.apache.lucene.index.NumericDocValues;

/// A column of numbers.
final class NumberColumn extends NumericDocValues implements Lacking {
    private final Slots slots;
    private final long least;
    private final long factor;

    NumberColumn(Slots slots) {
        this.slots = slots;
        least = slots.column.least();
        factor = slots.column.factor();
    }

    @Override
    public long longValue() throws IOException {
        return least + factor * slots.number(slots.slot());
    }

    @Override
    public void longValues(int size, int[] docs, int docsOffset, long[] values, int valuesOffset, long defaultValue)
            throws IOException {
        slots.numbers(docs, docsOffset, size, values, valuesOffset, defaultValue);
    }

    @Override
    public void longValues(int size, int[] docs, long[] values, long defaultValue) throws IOException {
        longValues(size, docs, 0, values, 0, defaultValue);
    }

    @Override
    public int[] lacking() throws IOException {
        return slots.lacking();
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
