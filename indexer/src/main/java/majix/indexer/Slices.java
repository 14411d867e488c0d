package majix.indexer;

import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermRangeQuery;
import org.apache.lucene.util.BytesRef;

/// Finds the messages of a file that holds many. Apart from [Keys], which is there when nothing is to be changed, because
/// Lucene's queries are many classes.
final class Slices {
    private Slices() {}

    /// All slices of a file that begin at or behind a byte.
    static Query from(BytesRef folder, String name, long start) {
        return new TermRangeQuery(Schema.KEY, Keys.slice(folder, name, start), Keys.behindSlices(folder, name), true,
                false);
    }
}
