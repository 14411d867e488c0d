package majix.indexer;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;

/// Keeps thread numbers right: messages that share an id in Message-ID, In-Reply-To or References, directly or through
/// others, have the same number. Every message comes with a number of its own; where messages turn out to be connected,
/// or no longer are, the numbers that changed are written anew as doc values.
///
/// The connections are read off the index itself, term by term, with four bytes of memory for each message: no map of
/// all ids is needed, messages may come in any order, and deleted ones connect nothing.
final class Threads {
    private static final int NONE = -1;

    private final int[] parent;
    private final int[] label;
    private final DirectoryReader reader;
    private int nextLabel;

    private Threads(DirectoryReader reader, int nextLabel) {
        this.reader = reader;
        this.nextLabel = nextLabel;
        this.parent = new int[reader.maxDoc()];
        this.label = new int[reader.maxDoc()];
    }

    /// Brings the numbers of all messages up to date. No messages may be added meanwhile.
    ///
    /// @param reader the whole index
    /// @param nextLabel smallest number never used
    /// @return the smallest number never used now
    static int update(IndexWriter writer, DirectoryReader reader, int nextLabel) throws IOException {
        Threads threads = new Threads(reader, nextLabel);
        threads.readLabels();
        threads.connect();
        threads.write(writer);
        return threads.nextLabel;
    }

    private void readLabels() throws IOException {
        Arrays.fill(label, NONE);
        for (LeafReaderContext context : reader.leaves()) {
            LeafReader leaf = context.reader();
            NumericDocValues values = leaf.getNumericDocValues(Schema.THREAD);
            Bits live = leaf.getLiveDocs();
            for (int doc = 0; values != null && doc < leaf.maxDoc(); doc++) {
                if ((live == null || live.get(doc)) && values.advanceExact(doc)) {
                    label[context.docBase + doc] = (int) values.longValue();
                }
            }
        }
        for (int doc = 0; doc < parent.length; doc++) {
            parent[doc] = doc;
        }
    }

    private void connect() throws IOException {
        Terms terms = MultiTerms.getTerms(reader, Schema.REF);
        if (terms == null) {
            return;
        }
        TermsEnum each = terms.iterator();
        PostingsEnum documents = null;
        while (each.next() != null) {
            if (each.docFreq() < 2) {
                continue;
            }
            documents = each.postings(documents, PostingsEnum.NONE);
            int first = NONE;
            for (int doc = documents.nextDoc(); doc != PostingsEnum.NO_MORE_DOCS; doc = documents.nextDoc()) {
                if (label[doc] == NONE) {
                    continue;
                }
                if (first == NONE) {
                    first = doc;
                } else {
                    union(first, doc);
                }
            }
        }
    }

    private int root(int doc) {
        int at = doc;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    private void union(int a, int b) {
        int rootA = root(a);
        int rootB = root(b);
        if (rootA < rootB) {
            parent[rootB] = rootA;
        } else {
            parent[rootA] = rootB;
        }
    }

    /// A thread keeps the number of its first message unless another thread, split off the same one, has it already.
    private void write(IndexWriter writer) throws IOException {
        int[] wanted = new int[parent.length];
        FixedBitSet taken = new FixedBitSet(Math.max(1, nextLabel));
        for (int doc = 0; doc < parent.length; doc++) {
            if (label[doc] != NONE && root(doc) == doc) {
                wanted[doc] = label[doc] < taken.length() && taken.getAndSet(label[doc]) || label[doc] >= nextLabel
                        ? nextLabel++
                        : label[doc];
            }
        }
        for (LeafReaderContext context : reader.leaves()) {
            relabel(writer, context, wanted);
        }
    }

    private void relabel(IndexWriter writer, LeafReaderContext context, int[] wanted) throws IOException {
        Keys keys = new Keys(context.reader());
        for (int doc = context.docBase; doc < context.docBase + context.reader().maxDoc(); doc++) {
            int number = label[doc] == NONE ? NONE : wanted[root(doc)];
            if (number != label[doc]) {
                writer.updateNumericDocValue(Keys.term(keys.of(doc - context.docBase)), Schema.THREAD, number);
            }
        }
    }
}
