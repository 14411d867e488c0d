package majix.indexer.codec;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.store.IndexOutput;

/// Codes the documents of one term after the other, and the positions in them, in blocks.
///
///     block     last document, from the block before  [bytes of the first part  bytes of the second part]
///               first part: gaps between documents, Rice; numbers of positions, Elias gamma
///               second part: positions of each document, adaptive Rice
///
/// All blocks but the last of a term hold [#BLOCK] documents, carry the lengths and begin their second part at a whole
/// byte; the last one is a single run of bits. Without positions there are neither numbers nor second parts.
final class BlocksWriter {
    static final int BLOCK = 128;

    private final boolean positions;
    private final int[] ends;
    private final BitOutput postings = new BitOutput();
    private final BitOutput block = new BitOutput();
    private final int[] docs = new int[BLOCK];
    private final int[] counts = new int[BLOCK];
    private int[] places = new int[1024];
    private int placed;
    private int held;
    private int lastDoc;

    /// @param positions whether positions are kept
    /// @param ends for each document one more than the largest position in it; not used without positions
    BlocksWriter(boolean positions, int[] ends) {
        this.positions = positions;
        this.ends = ends;
    }

    /// Begins a term.
    void start() {
        held = 0;
        placed = 0;
        lastDoc = -1;
        postings.clear();
    }

    /// See [SegmentSink#posting].
    void add(int doc, int[] from, int at, int count) {
        if (held == BLOCK) {
            fullBlock();
        }
        docs[held] = doc;
        counts[held] = count;
        held++;
        if (count > 0) {
            if (placed + count > places.length) {
                places = Arrays.copyOf(places, 2 * (placed + count));
            }
            System.arraycopy(from, at, places, placed, count);
            placed += count;
        }
    }

    /// Ends a term that has at least one document.
    void finish() {
        block.clear();
        gaps();
        counts();
        places();
        block.align();
        postings.vlong(docs[held - 1] - lastDoc);
        block.copyTo(postings);
    }

    /// Bytes of the term that was finished.
    int size() {
        return postings.size();
    }

    /// Writes the term that was finished.
    void writeTo(IndexOutput out) throws IOException {
        postings.writeTo(out);
    }

    private void fullBlock() {
        block.clear();
        gaps();
        counts();
        block.align();
        int first = block.size();
        places();
        block.align();
        postings.vlong(docs[BLOCK - 1] - lastDoc);
        postings.vlong(first);
        if (positions) {
            postings.vlong((long) block.size() - first);
        }
        block.copyTo(postings);
        lastDoc = docs[BLOCK - 1];
        held = 0;
        placed = 0;
    }

    private void gaps() {
        int parameter = Codes.parameter(docs[held - 1] - lastDoc, held);
        int previous = lastDoc;
        for (int i = 0; i < held - 1; i++) {
            block.rice(docs[i] - previous - 1, parameter);
            previous = docs[i];
        }
    }

    private void counts() {
        for (int i = 0; positions && i < held; i++) {
            block.gamma(counts[i]);
        }
    }

    private void places() {
        int at = 0;
        for (int i = 0; positions && i < held; i++) {
            int end = ends[docs[i]];
            int next = 0;
            for (int left = counts[i]; left > 1; left--) {
                int place = places[at++];
                block.rice(place - next, Codes.parameter((long) end - next, left + 1L));
                next = place + 1;
            }
            block.below(places[at++] - next, end - next);
        }
    }
}
