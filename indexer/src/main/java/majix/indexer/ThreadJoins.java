package majix.indexer;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import majix.indexer.codec.Leaf;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Joins threads that new messages connect. As long as no message was deleted, threads only grow together, and every new
/// connection goes through an id of a new message: only these are looked up. What comes out is what [Threads] would find,
/// number for number.
final class ThreadJoins {
    private static final int NONE = -1;
    /// Documents whose numbers are read at once.
    private static final int SOME = 1024;

    private final List<Leaf> leaves;
    /// For each number whose thread was joined with another: a smaller number of the same thread, or itself.
    private final Map<Integer, Integer> parents = new HashMap<>();
    /// The number that such a thread is to have, by its smallest.
    private final Map<Integer, Integer> kept = new HashMap<>();

    private ThreadJoins(List<Leaf> leaves) {
        this.leaves = leaves;
    }

    /// Brings the numbers of all messages up to date.
    ///
    /// @param leaves the whole index
    /// @param hashes of all ids that the messages added since the numbers were right have or mention
    static void update(IndexWriter writer, List<Leaf> leaves, long[] hashes) throws IOException {
        ThreadJoins joins = new ThreadJoins(leaves);
        joins.connect(hashes);
        if (!joins.parents.isEmpty()) {
            joins.write(writer);
        }
    }

    private void connect(long[] hashes) throws IOException {
        int[] numbers = new int[hashes.length];
        Arrays.fill(numbers, NONE);
        for (Leaf leaf : leaves) {
            Terms terms = leaf.reader().terms(Schema.REF);
            NumericDocValues threads = leaf.reader().getNumericDocValues(Schema.THREAD);
            if (terms != null && threads != null) {
                connect(hashes, numbers, terms.iterator(), threads, leaf.reader().getLiveDocs());
            }
        }
    }

    private void connect(long[] hashes, int[] numbers, TermsEnum terms, NumericDocValues threads, @Nullable Bits live)
            throws IOException {
        byte[] bytes = new byte[Long.BYTES];
        BytesRef id = new BytesRef(bytes);
        PostingsEnum documents = null;
        for (int i = 0; i < hashes.length; i++) {
            Schema.Ids.write(hashes[i], bytes);
            if (terms.seekExact(id)) {
                documents = terms.postings(documents, PostingsEnum.NONE);
                for (int doc = documents.nextDoc(); doc != PostingsEnum.NO_MORE_DOCS; doc = documents.nextDoc()) {
                    if ((live == null || live.get(doc)) && threads.advanceExact(doc)) {
                        numbers[i] = union(numbers[i], (int) threads.longValue());
                    }
                }
            }
        }
    }

    private int union(int a, int b) {
        if (a == NONE || a == b) {
            return b;
        }
        int rootA = root(a);
        int rootB = root(b);
        int least = Math.min(rootA, rootB);
        parents.put(Math.max(rootA, rootB), least);
        parents.put(least, least);
        return least;
    }

    private int root(int number) {
        int at = number;
        for (Integer up = parents.get(at); up != null && up != at; up = parents.get(at)) {
            at = up;
        }
        return at;
    }

    /// A thread keeps the number of its first message.
    private void write(IndexWriter writer) throws IOException {
        int[] docs = new int[SOME];
        long[] numbers = new long[SOME];
        for (Leaf leaf : leaves) {
            NumericDocValues threads = leaf.reader().getNumericDocValues(Schema.THREAD);
            Keys keys = new Keys(leaf.reader());
            int maxDoc = leaf.reader().maxDoc();
            for (int from = 0; threads != null && from < maxDoc; from += SOME) {
                int count = Math.min(SOME, maxDoc - from);
                for (int i = 0; i < count; i++) {
                    docs[i] = from + i;
                }
                threads.longValues(count, docs, 0, numbers, 0, NONE);
                write(writer, keys, leaf.reader().getLiveDocs(), docs, numbers, count);
            }
        }
    }

    private void write(IndexWriter writer, Keys keys, @Nullable Bits live, int[] docs, long[] numbers, int count)
            throws IOException {
        for (int i = 0; i < count; i++) {
            int number = (int) numbers[i];
            if (number != NONE && parents.containsKey(number) && (live == null || live.get(docs[i]))) {
                Integer wanted = kept.putIfAbsent(root(number), number);
                if (wanted != null && wanted != number) {
                    writer.updateNumericDocValue(Keys.term(keys.of(docs[i])), Schema.THREAD, wanted);
                }
            }
        }
    }
}
