package majix.query.lucene;

import java.io.IOException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// A rendered expression. It starts from all documents of a segment and lets every clause strike out what it does not
/// match, cheapest first, so that a costly clause looks at what the others left; at last it strikes out what is no
/// message (has no [Columns#DATE]). Every message scores the same.
///
/// It can be run by an [IndexSearcher], or segment by segment without one, which loads far fewer classes.
public final class MessageQuery extends Query {
    private final Clause clause;

    MessageQuery(Clause clause) {
        this.clause = clause;
    }

    /// The documents of one segment that are messages, match, and are not deleted. The caller owns the set.
    ///
    /// @throws IOException when the index cannot be read
    public FixedBitSet messages(LeafReader reader) throws IOException {
        FixedBitSet candidates = new FixedBitSet(reader.maxDoc());
        NumericDocValues dates = reader.getNumericDocValues(Columns.DATE);
        if (dates != null) {
            candidates.set(0, reader.maxDoc());
            Bits live = reader.getLiveDocs();
            if (live != null) {
                live.applyMask(candidates, 0);
            }
            clause.retain(reader, candidates);
            onlyDated(dates, candidates);
        }
        return candidates;
    }

    /// Strikes out what is no message. Done last, when few documents are left as a rule: a cold JVM would spend
    /// milliseconds on asking it of all.
    private static void onlyDated(NumericDocValues dates, FixedBitSet candidates) throws IOException {
        for (int doc = Clause.first(candidates, 0); doc < candidates.length(); doc = Clause.first(candidates,
                doc + 1)) {
            if (!dates.advanceExact(doc)) {
                candidates.clear(doc);
            }
        }
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
                FixedBitSet found = messages(context.reader());
                int count = found.cardinality();
                return count == 0
                        ? null
                        : ConstantScoreScorerSupplier.fromIterator(new BitSetIterator(found, count), score(), scoreMode,
                                found.length());
            }

            @Override
            public boolean isCacheable(LeafReaderContext context) {
                return false;
            }
        };
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return clause.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MessageQuery query && clause.equals(query.clause);
    }

    @Override
    public int hashCode() {
        return clause.hashCode();
    }
}
