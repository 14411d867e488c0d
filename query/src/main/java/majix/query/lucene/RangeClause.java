package majix.query.lucene;

import java.io.IOException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;

/// Documents whose number in a column lies in a range, both ends included.
record RangeClause(String column, long first, long last) implements Clause {

    @Override
    public long cost(LeafReader reader) {
        return reader.maxDoc();
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
