package majix.query.lucene;

import java.io.IOException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.util.FixedBitSet;

/// Documents with all of some flags and none of some others, both as bits of [Columns#FLAGS].
record FlagClause(long with, long without) implements Clause {

    @Override
    public long cost(LeafReader reader) {
        return reader.maxDoc();
    }

    @Override
    public void retain(LeafReader reader, FixedBitSet candidates) throws IOException {
        NumericDocValues flags = reader.getNumericDocValues(Columns.FLAGS);
        for (int doc = Clause.first(candidates, 0); doc < candidates.length(); doc = Clause.first(candidates,
                doc + 1)) {
            long bits = flags != null && flags.advanceExact(doc) ? flags.longValue() : 0;
            if ((bits & with) != with || (bits & without) != 0) {
                candidates.clear(doc);
            }
        }
    }
}
