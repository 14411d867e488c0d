package majix.query.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/// A condition on documents. Clauses are immutable and equal if they say the same.
interface Clause {

    /// About how many documents and terms [#retain] visits if every document is a candidate.
    long cost(LeafReader reader) throws IOException;

    /// Clears the candidates that do not match.
    void retain(LeafReader reader, FixedBitSet candidates) throws IOException;

    /// Every one of the clauses.
    static Clause all(List<Clause> clauses) {
        return clauses.size() == 1 ? clauses.getFirst() : new All(clauses);
    }

    /// Any of the clauses; nothing matches none.
    static Clause any(List<Clause> clauses) {
        return clauses.size() == 1 ? clauses.getFirst() : new Any(clauses);
    }

    /// Clears the candidates that are not among the documents of a fresh iterator.
    static void retain(DocIdSetIterator docs, FixedBitSet candidates) throws IOException {
        int doc = -1;
        for (int candidate = first(candidates, 0); candidate < candidates.length();) {
            if (doc < candidate) {
                doc = docs.advance(candidate);
            }
            if (doc != candidate) {
                candidates.clear(candidate, Math.min(doc, candidates.length()));
            }
            candidate = first(candidates, candidate + 1);
        }
    }

    /// The first candidate at or after a document, or one beyond the last document.
    static int first(FixedBitSet candidates, int from) {
        return from < candidates.length() ? candidates.nextSetBit(from) : DocIdSetIterator.NO_MORE_DOCS;
    }

    /// All of the clauses.
    record All(List<Clause> clauses) implements Clause {
        public All {
            clauses = List.copyOf(clauses);
        }

        @Override
        public long cost(LeafReader reader) throws IOException {
            long least = reader.maxDoc();
            for (Clause clause : clauses) {
                least = Math.min(least, clause.cost(reader));
            }
            return least * clauses.size();
        }

        @Override
        public void retain(LeafReader reader, FixedBitSet candidates) throws IOException {
            long[] order = new long[clauses.size()];
            for (int i = 0; i < order.length; i++) {
                order[i] = Math.min(clauses.get(i).cost(reader), Integer.MAX_VALUE) << 32 | i;
            }
            Arrays.sort(order);
            for (long place : order) {
                if (candidates.scanIsEmpty()) {
                    return;
                }
                clauses.get((int) place).retain(reader, candidates);
            }
        }
    }

    /// Any of the clauses.
    record Any(List<Clause> clauses) implements Clause {
        public Any {
            clauses = List.copyOf(clauses);
        }

        @Override
        public long cost(LeafReader reader) throws IOException {
            long sum = 0;
            for (Clause clause : clauses) {
                sum += clause.cost(reader);
            }
            return sum;
        }

        @Override
        public void retain(LeafReader reader, FixedBitSet candidates) throws IOException {
            FixedBitSet left = candidates.clone();
            candidates.clear();
            for (Clause clause : clauses) {
                FixedBitSet matching = left.clone();
                clause.retain(reader, matching);
                candidates.or(matching);
                left.andNot(matching);
            }
        }
    }

    /// What does not match the clause.
    record Not(Clause clause) implements Clause {
        @Override
        public long cost(LeafReader reader) throws IOException {
            return reader.maxDoc() + clause.cost(reader);
        }

        @Override
        public void retain(LeafReader reader, FixedBitSet candidates) throws IOException {
            FixedBitSet matching = candidates.clone();
            clause.retain(reader, matching);
            candidates.andNot(matching);
        }
    }
}
