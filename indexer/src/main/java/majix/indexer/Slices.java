package majix.indexer;

import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermRangeQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;

/// Finds the messages of a file that holds many. Apart from [Keys], which is there when nothing is to be changed, because
/// Lucene's queries are many classes.
final class Slices {
    private Slices() {}

    /// All slices of a file that begin at or behind a byte.
    static Query from(BytesRef folder, String name, long start) {
        BytesRefBuilder end = new BytesRefBuilder();
        end.append(Keys.file(folder, name));
        end.append((byte) 1);
        return new TermRangeQuery(Schema.KEY, Keys.slice(folder, name, start), end.toBytesRef(), true, false);
    }
}
