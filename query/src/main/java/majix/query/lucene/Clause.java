package majix.query.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReader;

/// A condition on documents. Clauses are immutable and equal if they say the same.
interface Clause {

    /// About how many documents and terms [#find] visits.
    long cost(LeafReader reader) throws IOException;

    /// The documents that match, deleted ones among them. The caller owns the set.
    default Docs find(LeafReader reader) throws IOException {
        Docs docs = Docs.all(reader.maxDoc());
        retain(reader, docs);
        return docs;
    }

    /// Drops the candidates that do not match.
    default void retain(LeafReader reader, Docs candidates) throws IOException {
        candidates.keepAll(find(reader));
    }

    /// Every one of the clauses.
    static Clause all(List<Clause> clauses) {
        return clauses.size() == 1 ? clauses.getFirst() : new All(clauses);
    }

    /// Any of the clauses; nothing matches none.
    static Clause any(List<Clause> clauses) {
        return clauses.size() == 1 ? clauses.getFirst() : new Any(clauses);
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
        public Docs find(LeafReader reader) throws IOException {
            if (clauses.isEmpty()) {
                return Docs.all(reader.maxDoc());
            }
            Clause[] order = cheapestFirst(reader);
            Docs docs = order[0].find(reader);
            for (int i = 1; i < order.length && !docs.isEmpty(); i++) {
                order[i].retain(reader, docs);
            }
            return docs;
        }

        @Override
        public void retain(LeafReader reader, Docs candidates) throws IOException {
            for (Clause clause : cheapestFirst(reader)) {
                if (candidates.isEmpty()) {
                    return;
                }
                clause.retain(reader, candidates);
            }
        }

        private Clause[] cheapestFirst(LeafReader reader) throws IOException {
            long[] order = new long[clauses.size()];
            for (int i = 0; i < order.length; i++) {
                order[i] = Math.min(clauses.get(i).cost(reader), Integer.MAX_VALUE) << 32 | i;
            }
            Arrays.sort(order);
            Clause[] sorted = new Clause[order.length];
            for (int i = 0; i < order.length; i++) {
                sorted[i] = clauses.get((int) order[i]);
            }
            return sorted;
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
        public Docs find(LeafReader reader) throws IOException {
            Docs docs = new Docs(reader.maxDoc());
            for (Clause clause : clauses) {
                docs.addAll(clause.find(reader));
            }
            return docs;
        }

        @Override
        public void retain(LeafReader reader, Docs candidates) throws IOException {
            if (!candidates.isFew()) {
                candidates.keepAll(find(reader));
                return;
            }
            Docs matching = new Docs(reader.maxDoc());
            Docs left = candidates.copy();
            for (Clause clause : clauses) {
                Docs some = left.copy();
                clause.retain(reader, some);
                left.dropAll(some);
                matching.addAll(some);
            }
            candidates.keepAll(matching);
        }
    }

    /// What does not match the clause.
    record Not(Clause clause) implements Clause {
        @Override
        public long cost(LeafReader reader) throws IOException {
            return reader.maxDoc() + clause.cost(reader);
        }

        @Override
        public Docs find(LeafReader reader) throws IOException {
            Docs docs = Docs.all(reader.maxDoc());
            docs.dropAll(clause.find(reader));
            return docs;
        }

        @Override
        public void retain(LeafReader reader, Docs candidates) throws IOException {
            Docs matching = candidates.copy();
            clause.retain(reader, matching);
            candidates.dropAll(matching);
        }
    }
}
