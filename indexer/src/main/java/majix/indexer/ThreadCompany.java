package majix.indexer;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import majix.indexer.codec.Leaf;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.util.Bits;

/// Adds to some messages all others of their threads.
final class ThreadCompany {
    private ThreadCompany() {}

    static DocList of(List<Leaf> leaves, DocList hits) throws IOException {
        int[] threads = threads(leaves, hits);
        DocList company = new DocList();
        for (Leaf leaf : leaves) {
            NumericDocValues values = leaf.reader().getNumericDocValues(Schema.THREAD);
            if (values == null || threads.length == 0) {
                continue;
            }
            Bits live = leaf.reader().getLiveDocs();
            for (int doc = values.nextDoc(); doc != NumericDocValues.NO_MORE_DOCS; doc = values.nextDoc()) {
                if ((live == null || live.get(doc)) && Arrays.binarySearch(threads, (int) values.longValue()) >= 0) {
                    company.add(leaf.docBase() + doc);
                }
            }
        }
        return company;
    }

    private static int[] threads(List<Leaf> leaves, DocList hits) throws IOException {
        int[] threads = new int[hits.size()];
        int at = 0;
        for (Leaf leaf : leaves) {
            int end = leaf.docBase() + leaf.reader().maxDoc();
            NumericDocValues values = leaf.reader().getNumericDocValues(Schema.THREAD);
            for (; at < hits.size() && hits.get(at) < end; at++) {
                if (values == null || !values.advanceExact(hits.get(at) - leaf.docBase())) {
                    throw new IndexDamagedException("lacks a thread number", null);
                }
                threads[at] = (int) values.longValue();
            }
        }
        Arrays.sort(threads);
        return threads;
    }
}
