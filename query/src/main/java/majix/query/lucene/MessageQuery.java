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
            strikeDeleted(reader.getLiveDocs(), docs);
            strikeUndated(reader.getNumericDocValues(Columns.DATE), docs);
        }
        return docs;
    }

    private static void strikeDeleted(@Nullable Bits live, Docs docs) throws IOException {
        if (live instanceof Lacking some && !docs.isFew()) {
            docs.dropAll(some.lacking());
        } else if (live != null) {
            docs.keep(live::get);
        }
    }

    private static void strikeUndated(@Nullable NumericDocValues dates, Docs docs) throws IOException {
        if (dates instanceof Lacking some && !docs.isFew()) {
            docs.dropAll(some.lacking());
        } else if (dates == null) {
            docs.keep(doc -> false);
        } else {
            docs.keep(dates::advanceExact);
        }
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
