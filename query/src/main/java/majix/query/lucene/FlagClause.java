package majix.query.lucene;

import java.io.IOException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;

/// Documents with all of some flags and none of some others, both as bits of [Columns#FLAGS].
record FlagClause(long with, long without) implements Clause {

    @Override
    public long cost(LeafReader reader) {
        return reader.maxDoc();
    }

    @Override
    public void retain(LeafReader reader, Docs candidates) throws IOException {
        NumericDocValues flags = reader.getNumericDocValues(Columns.FLAGS);
        candidates.keep(doc -> {
            long bits = flags != null && flags.advanceExact(doc) ? flags.longValue() : 0;
            return (bits & with) == with && (bits & without) == 0;
        });
    }
}
