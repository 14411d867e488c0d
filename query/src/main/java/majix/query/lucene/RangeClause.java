package majix.query.lucene;

import java.io.IOException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;

/// Documents whose number in a column lies in a range, both ends included.
record RangeClause(String column, long first, long last) implements Clause {
    /// Documents whose numbers are read at once.
    private static final int SOME = 1024;

    @Override
    public long cost(LeafReader reader) {
        return reader.maxDoc();
    }

    @Override
    public Docs find(LeafReader reader) throws IOException {
        Docs found = new Docs(reader.maxDoc());
        NumericDocValues values = reader.getNumericDocValues(column);
        int[] docs = new int[Math.min(SOME, reader.maxDoc())];
        long[] numbers = new long[docs.length];
        for (int from = 0; values != null && from < reader.maxDoc(); from += SOME) {
            int count = Math.min(SOME, reader.maxDoc() - from);
            for (int i = 0; i < count; i++) {
                docs[i] = from + i;
            }
            values.longValues(count, docs, 0, numbers, 0, first > Long.MIN_VALUE ? Long.MIN_VALUE : Long.MAX_VALUE);
            add(docs, numbers, count, found);
        }
        return found;
    }

    private void add(int[] docs, long[] numbers, int count, Docs found) {
        for (int i = 0; i < count; i++) {
            if (numbers[i] >= first && numbers[i] <= last) {
                found.add(docs[i]);
            }
        }
    }

    @Override
    public void retain(LeafReader reader, Docs candidates) throws IOException {
        NumericDocValues values = reader.getNumericDocValues(column);
        candidates.keep(doc -> {
            if (values == null || !values.advanceExact(doc)) {
                return false;
            }
            long value = values.longValue();
            return value >= first && value <= last;
        });
    }
}
