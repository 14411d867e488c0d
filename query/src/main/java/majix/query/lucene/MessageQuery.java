package majix.query.lucene;

import java.io.IOException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/// A rendered expression. It is asked segment by segment: the cheapest clause that must hold says which documents there
/// are, the others strike out what they do not match, and at last what is deleted or no message (has no [Columns#DATE])
/// is struck out.
public final class MessageQuery {
    private final Clause clause;

    MessageQuery(Clause clause) {
        this.clause = clause;
    }

    /// The documents of one segment that are messages, match, and are not deleted. The caller owns the set.
    ///
    /// @throws IOException when the index cannot be read
    public Docs messages(LeafReader reader) throws IOException {
        Docs docs = clause.find(reader);
        if (!docs.isEmpty()) {
            Bits live = reader.getLiveDocs();
            NumericDocValues dates = reader.getNumericDocValues(Columns.DATE);
            boolean allDated = dates != null && dates.cost() == reader.maxDoc();
            if (live != null || !allDated) {
                docs.keep(doc -> (live == null || live.get(doc)) && dates != null && dates.advanceExact(doc));
            }
        }
        return docs;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MessageQuery query && clause.equals(query.clause);
    }

    @Override
    public int hashCode() {
        return clause.hashCode();
    }

    @Override
    public String toString() {
        return clause.toString();
    }
}
