package majix.query.lucene;

import java.io.IOException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.util.FixedBitSet;

/// Documents whose number in a column lies in a range, both ends included.
record RangeClause(String column, long first, long last) implements Clause {

    @Override
    public long cost(LeafReader reader) {
        return reader.maxDoc();
    }

    @Override
    public void retain(LeafReader reader, FixedBitSet candidates) throws IOException {
        NumericDocValues values = reader.getNumericDocValues(column);
        if (values == null) {
            candidates.clear();
            return;
        }
        for (int doc = Clause.first(candidates, 0); doc < candidates.length(); doc = Clause.first(candidates,
                doc + 1)) {
            if (!values.advanceExact(doc) || values.longValue() < first || values.longValue() > last) {
                candidates.clear(doc);
            }
        }
    }
}
