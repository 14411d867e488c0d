package majix.indexer;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.util.Bits;

/// Adds to some messages all others of their threads.
final class ThreadCompany {
    private ThreadCompany() {}

    static DocList of(IndexReader reader, DocList hits) throws IOException {
        int[] threads = threads(reader, hits);
        DocList company = new DocList();
        for (LeafReaderContext leaf : reader.leaves()) {
            NumericDocValues values = leaf.reader().getNumericDocValues(Schema.THREAD);
            if (values == null || threads.length == 0) {
                continue;
            }
            Bits live = leaf.reader().getLiveDocs();
            for (int doc = values.nextDoc(); doc != NumericDocValues.NO_MORE_DOCS; doc = values.nextDoc()) {
                if ((live == null || live.get(doc)) && Arrays.binarySearch(threads, (int) values.longValue()) >= 0) {
                    company.add(leaf.docBase + doc);
                }
            }
        }
        return company;
    }

    private static int[] threads(IndexReader reader, DocList hits) throws IOException {
        int[] threads = new int[hits.size()];
        int at = 0;
        for (LeafReaderContext leaf : reader.leaves()) {
            int end = leaf.docBase + leaf.reader().maxDoc();
            NumericDocValues values = leaf.reader().getNumericDocValues(Schema.THREAD);
            for (; at < hits.size() && hits.get(at) < end; at++) {
                if (values == null || !values.advanceExact(hits.get(at) - leaf.docBase)) {
                    throw new IndexDamagedException("lacks a thread number", null);
                }
                threads[at] = (int) values.longValue();
            }
        }
        Arrays.sort(threads);
        return threads;
    }
}
