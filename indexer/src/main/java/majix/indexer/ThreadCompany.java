package majix.indexer;

import java.io.IOException;
import java.util.List;
import majix.indexer.codec.Leaf;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.util.Bits;

/// Adds to some messages all others of their threads.
final class ThreadCompany {
    /// Documents whose threads are read at once.
    private static final int SOME = 1024;
    private static final long NONE = -1;

    /// A bit for each thread number that is wanted.
    private final long[] wanted;

    private ThreadCompany(long[] threads) throws IndexDamagedException {
        long most = 0;
        for (long thread : threads) {
            if (thread < 0 || thread > Integer.MAX_VALUE) {
                throw new IndexDamagedException("lacks a thread number", null);
            }
            most = Math.max(most, thread);
        }
        wanted = new long[(int) (most >>> 6) + 1];
        for (long thread : threads) {
            wanted[(int) (thread >>> 6)] |= 1L << thread;
        }
    }

    static DocList of(List<Leaf> leaves, DocList hits) throws IOException {
        DocList company = new DocList();
        if (hits.size() > 0) {
            ThreadCompany threads = new ThreadCompany(new HitReader(leaves, hits).numbers(Schema.THREAD, NONE));
            for (Leaf leaf : leaves) {
                threads.add(leaf, company);
            }
        }
        return company;
    }

    private void add(Leaf leaf, DocList company) throws IOException {
        NumericDocValues values = leaf.reader().getNumericDocValues(Schema.THREAD);
        int maxDoc = leaf.reader().maxDoc();
        int[] docs = new int[Math.min(SOME, maxDoc)];
        long[] numbers = new long[docs.length];
        for (int from = 0; values != null && from < maxDoc; from += SOME) {
            int count = Math.min(SOME, maxDoc - from);
            for (int i = 0; i < count; i++) {
                docs[i] = from + i;
            }
            values.longValues(count, docs, 0, numbers, 0, NONE);
            add(leaf, docs, numbers, count, company);
        }
    }

    private void add(Leaf leaf, int[] docs, long[] numbers, int count, DocList company) {
        Bits live = leaf.reader().getLiveDocs();
        for (int i = 0; i < count; i++) {
            int word = (int) (numbers[i] >>> 6);
            if (numbers[i] >= 0 && word < wanted.length && (wanted[word] >>> numbers[i] & 1) != 0
                    && (live == null || live.get(docs[i]))) {
                company.add(leaf.docBase() + docs[i]);
            }
        }
    }
}
