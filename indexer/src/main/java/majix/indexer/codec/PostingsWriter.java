package majix.indexer.codec;

import java.io.Closeable;
import java.io.IOException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.IOUtils;

/// Writes the indexed fields of a segment: their terms, and for each term its documents and positions in blocks.
///
///     block     last document, from the block before  [bytes of the first part  bytes of the second part]
///               first part: gaps between documents, Rice; numbers of positions, Elias gamma
///               second part: positions of each document, adaptive Rice
///
/// All blocks but the last of a term hold [#BLOCK] documents, carry the lengths and begin their second part at a whole
/// byte; the last one is a single run of bits. Without positions there are neither numbers nor second parts.
final class PostingsWriter implements Closeable {
    static final int BLOCK = 128;

    private final byte[] segmentId;
    private final int maxDoc;
    private final IndexOutput termsOut;
    private final IndexOutput out;
    private final BitOutput contents = new BitOutput();
    private final BitOutput postings = new BitOutput();
    private final BitOutput block = new BitOutput();
    private final int[] docs = new int[BLOCK];
    private final int[] counts = new int[BLOCK];
    private int[] places = new int[1024];
    private int placed;
    private int held;
    private int lastDoc;

    private TermsWriter terms;
    private FixedBitSet seen;
    private int[] ends = {};
    private boolean positions;
    private String name = "";
    private byte[] term = new byte[64];
    private int termLength;
    private int documents;
    private long termCount;
    private long sumDocuments;
    private long occurrences;

    PostingsWriter(Directory directory, String termsFile, String postingsFile, byte[] segmentId, int maxDoc,
            IOContext context) throws IOException {
        this.segmentId = segmentId;
        this.maxDoc = maxDoc;
        termsOut = directory.createOutput(termsFile, context);
        try {
            out = directory.createOutput(postingsFile, context);
        } catch (IOException | RuntimeException e) {
            IOUtils.closeWhileHandlingException(termsOut);
            throw e;
        }
        terms = new TermsWriter(termsOut);
        seen = new FixedBitSet(maxDoc);
        contents.vlong(maxDoc);
    }

    void startField(String newName, boolean newPositions, int[] newEnds) {
        name = newName;
        positions = newPositions;
        ends = newEnds;
        terms = new TermsWriter(termsOut);
        seen = new FixedBitSet(maxDoc);
        termCount = 0;
        sumDocuments = 0;
        occurrences = 0;
    }

    void startTerm(byte[] bytes, int offset, int length) {
        term = ArrayUtil.growNoCopy(term, length);
        System.arraycopy(bytes, offset, term, 0, length);
        termLength = length;
        documents = 0;
        held = 0;
        placed = 0;
        lastDoc = -1;
        postings.clear();
    }

    void posting(int doc, int[] from, int at, int count) {
        if (held == BLOCK) {
            fullBlock();
        }
        docs[held] = doc;
        counts[held] = count;
        held++;
        documents++;
        seen.set(doc);
        if (count > 0) {
            if (placed + count > places.length) {
                places = ArrayUtil.grow(places, placed + count);
            }
            System.arraycopy(from, at, places, placed, count);
            placed += count;
            occurrences += count;
        }
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

    private void lastBlock() {
        block.clear();
        gaps();
        counts();
        places();
        block.align();
        postings.vlong(docs[held - 1] - lastDoc);
        block.copyTo(postings);
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

    void endTerm() throws IOException {
        if (documents == 0) {
            return;
        }
        lastBlock();
        terms.add(term, 0, termLength, documents, out.getFilePointer(), postings.size());
        postings.writeTo(out);
        termCount++;
        sumDocuments += documents;
    }

    void endField() throws IOException {
        TermsWriter.Tree tree = terms.finish();
        long start = out.getFilePointer();
        int width = positions ? endWidth() : 0;
        BitOutput column = new BitOutput();
        for (int doc = 0; doc < maxDoc && width > 0; doc++) {
            column.fixed(ends[doc], width);
            if (column.size() > 1 << 15) {
                column.writeTo(out);
                column.clear();
            }
        }
        column.writeTo(out);
        if (termCount > 0) {
            new FieldEntry(name, positions, termCount, seen.cardinality(), sumDocuments,
                    positions ? occurrences : sumDocuments, tree.leaves(), tree.leavesEnd(), tree.root(), tree.depth(),
                    start, width).write(contents);
        }
    }

    private int endWidth() {
        int most = 0;
        for (int doc = 0; doc < maxDoc; doc++) {
            most = Math.max(most, ends[doc]);
        }
        return most == 0 ? 0 : Codes.log2(most) / 8 + 1;
    }

    /// Writes what is needed to read the files.
    void finish() throws IOException {
        SegmentFile.finish(termsOut, contents, segmentId);
        SegmentFile.finish(out, new BitOutput(), segmentId);
    }

    @Override
    public void close() throws IOException {
        IOUtils.close(termsOut, out);
    }
}
