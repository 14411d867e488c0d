package majix.indexer.codec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.store.IndexOutput;
import org.jspecify.annotations.Nullable;

/// Writes the dictionary of one field: leaf pages of front-coded terms one after the other, so that a scan runs straight
/// through them, and above them a tree of pages of separators, so that a look-up reads little.
///
///     leaf   terms (1)  bytes of terms  bytes of numbers  byte of the first term's postings  terms  numbers
///     term   shared and own length, four bits each, 15: more follows  own bytes
///     number twice the documents, bytes of postings; for a single document only the latter, twice and one more
///     inner  length (4)  entries (2)  first child (8)  end of each separator (4)  child, from the first (4)  separators
final class TermsWriter {
    static final int LEAF = 32;
    static final int FAN_OUT = 128;

    private final IndexOutput out;
    private final @Nullable Grams grams;
    private final BitOutput terms = new BitOutput();
    private final BitOutput numbers = new BitOutput();
    private final BitOutput head = new BitOutput();
    private final List<byte[]> separators = new ArrayList<>();
    private long[] children = new long[64];
    private byte[] last = new byte[64];
    private int lastLength;
    private int count;
    private long pagePostings;
    private final long start;

    /// @param grams gets the grams of the terms, or null
    TermsWriter(IndexOutput out, @Nullable Grams grams) {
        this.out = out;
        this.grams = grams;
        this.start = out.getFilePointer();
    }

    /// Adds a term; terms ascend.
    ///
    /// @param postings byte where its postings begin: those of one term end where those of the next begin
    /// @param length bytes of its postings
    void add(byte[] bytes, int offset, int length, int documents, long postings, long postingsLength)
            throws IOException {
        if (count == LEAF) {
            flushLeaf();
        }
        int shared = 0;
        int mismatch = Arrays.mismatch(last, 0, lastLength, bytes, offset, offset + length);
        if (count == 0) {
            pagePostings = postings;
            int separator = separators.isEmpty() ? 0 : Math.min(length, mismatch + 1);
            separators.add(Arrays.copyOfRange(bytes, offset, offset + separator));
            if (separators.size() > children.length) {
                children = Arrays.copyOf(children, 2 * children.length);
            }
            children[separators.size() - 1] = out.getFilePointer();
        } else {
            shared = mismatch;
        }
        if (grams != null) {
            grams.add(separators.size() - 1, bytes, offset, length, shared);
        }
        int own = length - shared;
        terms.put(Math.min(shared, 15) << 4 | Math.min(own, 15));
        if (shared >= 15) {
            terms.vlong(shared - 15L);
        }
        if (own >= 15) {
            terms.vlong(own - 15L);
        }
        terms.bytes(bytes, offset + shared, own);
        if (documents == 1) {
            numbers.vlong(postingsLength << 1 | 1);
        } else {
            numbers.vlong((long) documents << 1);
            numbers.vlong(postingsLength);
        }
        if (last.length < length) {
            last = new byte[2 * length];
        }
        System.arraycopy(bytes, offset, last, 0, length);
        lastLength = length;
        count++;
    }

    @Nullable
    Grams grams() {
        return grams;
    }

    private void flushLeaf() throws IOException {
        head.clear();
        head.put(count);
        head.vlong(terms.size());
        head.vlong(numbers.size());
        head.vlong(pagePostings);
        head.writeTo(out);
        terms.writeTo(out);
        numbers.writeTo(out);
        terms.clear();
        numbers.clear();
        count = 0;
    }

    /// Writes the tree.
    Tree finish() throws IOException {
        if (count > 0) {
            flushLeaf();
        }
        long end = out.getFilePointer();
        int depth = 0;
        int pages = separators.size();
        while (pages > 1) {
            int above = 0;
            for (int from = 0; from < pages; from += FAN_OUT) {
                int to = Math.min(pages, from + FAN_OUT);
                long page = out.getFilePointer();
                inner(from, to);
                separators.set(above, separators.get(from));
                children[above] = page;
                above++;
            }
            pages = above;
            depth++;
        }
        return new Tree(start, end, pages == 0 ? end : children[0], depth);
    }

    /// @param leaves byte of the first leaf
    /// @param leavesEnd byte behind the last leaf
    record Tree(long leaves, long leavesEnd, long root, int depth) {}

    private void inner(int from, int to) throws IOException {
        head.clear();
        head.fixed(to - from, 2);
        head.fixed(children[from], 8);
        int end = 0;
        for (int i = from; i < to; i++) {
            end += separators.get(i).length;
            head.fixed(end, 4);
        }
        for (int i = from; i < to; i++) {
            head.fixed(children[i] - children[from], 4);
        }
        for (int i = from; i < to; i++) {
            head.bytes(separators.get(i), 0, separators.get(i).length);
        }
        BitOutput length = new BitOutput();
        length.fixed(head.size() + 4L, 4);
        length.writeTo(out);
        head.writeTo(out);
    }
}
