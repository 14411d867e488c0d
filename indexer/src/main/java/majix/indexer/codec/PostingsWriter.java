package majix.indexer.codec;

import java.io.Closeable;
import java.io.IOException;
import majix.indexer.codec.FieldEntry.Kind;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.IOUtils;

/// Writes the indexed fields of a segment: their terms, for each term its documents and positions, see [BlocksWriter],
/// and for the scans of large dictionaries their [Grams].
final class PostingsWriter implements Closeable {
    private static final int[] NO_PLACES = {};

    private final byte[] segmentId;
    private final int maxDoc;
    private final IndexOutput termsOut;
    private final IndexOutput out;
    private final BitOutput contents = new BitOutput();

    private TermsWriter terms;
    private BlocksWriter postings = new BlocksWriter(false, new int[0]);
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
        terms = new TermsWriter(termsOut, null);
        seen = new FixedBitSet(maxDoc);
        contents.vlong(maxDoc);
    }

    void startField(String newName, boolean newPositions, int[] newEnds) {
        name = newName;
        positions = newPositions;
        ends = newEnds;
        terms = new TermsWriter(termsOut, positions ? new Grams() : null);
        postings = new BlocksWriter(positions, ends);
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
        postings.start();
    }

    void posting(int doc, int[] from, int at, int count) {
        postings.add(doc, from, at, count);
        documents++;
        occurrences += count;
        seen.set(doc);
    }

    void endTerm() throws IOException {
        if (documents == 0) {
            return;
        }
        postings.finish();
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
            Kind kind = positions ? Kind.POSITIONS : Kind.DOCUMENTS;
            new FieldEntry(name, kind, termCount, seen.cardinality(), sumDocuments,
                    positions ? occurrences : sumDocuments, tree.leaves(), tree.leavesEnd(), tree.root(), tree.depth(),
                    start, width).write(contents);
            grams();
        }
    }

    /// Writes which pages of the field's dictionary have which grams, in the way of a field.
    private void grams() throws IOException {
        Grams grams = terms.grams();
        if (grams == null || grams.pages() < Grams.WORTH_PAGES) {
            return;
        }
        TermsWriter keys = new TermsWriter(termsOut, null);
        BlocksWriter pages = new BlocksWriter(false, new int[0]);
        long sum = 0;
        int[] sorted = grams.sorted();
        for (int gram : sorted) {
            pages.start();
            int count = grams.forEachPage(gram, page -> pages.add(page, NO_PLACES, 0, 0));
            pages.finish();
            keys.add(Grams.bytes(gram), 0, Grams.LENGTH, count, out.getFilePointer(), pages.size());
            pages.writeTo(out);
            sum += count;
        }
        TermsWriter.Tree tree = keys.finish();
        new FieldEntry(name, Kind.PAGES, sorted.length, grams.pages(), sum, sum, tree.leaves(), tree.leavesEnd(),
                tree.root(), tree.depth(), 0, 0).write(contents);
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
