package majix.indexer.codec;

import java.io.IOException;
import java.util.Arrays;
import majix.query.lucene.PositionRows;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// The documents of one term and its positions in them, see [BlocksWriter].
final class BlockPostings extends PostingsEnum implements PositionRows {
    /// Places in a message that memory is taken for at once.
    private static final int SURE_PLACES = 1 << 16;

    private final TermsReader reader;
    private final FieldEntry field;
    private final BitInput in;
    private final @Nullable Cursor ends;
    private final int @Nullable [] allEnds;
    private final int[] docs = new int[BlocksWriter.BLOCK];
    private final int[] counts = new int[BlocksWriter.BLOCK];
    /// One more than the highest document, or page, there is.
    private final int limit;
    private int documents;
    private boolean wantsCounts;
    /// Documents in blocks not yet read.
    private int left;
    private int held;
    private int index;
    private int doc;
    private int lastDoc;
    private long nextBlock;
    private long secondPart;
    /// How many documents of the block have had their positions read off.
    private int placed;
    private int[] places = new int[16];
    private int place;

    BlockPostings(TermsReader reader, FieldEntry field) {
        this(reader, field, null);
    }

    /// @param allEnds the ends of all documents, for whoever reads all positions; null: they are looked up
    BlockPostings(TermsReader reader, FieldEntry field, int @Nullable [] allEnds) {
        this.reader = reader;
        this.allEnds = allEnds;
        this.field = field;
        this.limit = field.kind() == FieldEntry.Kind.PAGES ? field.documents() : reader.maxDoc;
        this.in = new BitInput(reader.postings);
        this.ends = field.positions() ? new Cursor(reader.postings) : null;
    }

    /// The postings of the term at hand of a page.
    ///
    /// @param reuse what an earlier call returned, or null
    static BlockPostings of(TermsReader reader, FieldEntry field, TermPage page, @Nullable PostingsEnum reuse,
            int flags) throws IOException {
        BlockPostings each = reuse instanceof BlockPostings old && old.reads(reader, field)
                ? old
                : new BlockPostings(reader, field);
        each.reset(page.postings(), page.documents(), flags);
        return each;
    }

    @SuppressWarnings("ReferenceEquality") // an entry stands in one place only
    private boolean reads(TermsReader other, FieldEntry otherField) {
        return reader == other && field == otherField;
    }

    private void reset(long position, int newDocuments, int flags) throws IOException {
        if (newDocuments <= 0 || newDocuments > limit) {
            throw broken();
        }
        documents = newDocuments;
        left = newDocuments;
        wantsCounts = field.positions() && PostingsEnum.featureRequested(flags, PostingsEnum.FREQS);
        nextBlock = position;
        lastDoc = -1;
        held = 0;
        index = -1;
        doc = -1;
    }

    /// Reads the next block, or passes over it if all of its documents lie before `target`.
    ///
    /// @return whether there was one
    private boolean block(int target) throws IOException {
        while (left > 0) {
            in.seek(nextBlock);
            int before = lastDoc;
            lastDoc += in.vint();
            boolean full = left > BlocksWriter.BLOCK;
            held = full ? BlocksWriter.BLOCK : left;
            left -= held;
            if (full) {
                long first = in.vlong();
                long second = field.positions() ? in.vlong() : 0;
                secondPart = in.position() + first;
                nextBlock = secondPart + second;
                if (lastDoc < target) {
                    continue;
                }
            } else {
                secondPart = -1;
            }
            if (lastDoc >= limit || lastDoc - before < held) {
                throw broken();
            }
            docs(before);
            return true;
        }
        return false;
    }

    private void docs(int before) throws IOException {
        int parameter = Codes.parameter(lastDoc - before, held);
        if (!in.documents(docs, held - 1, parameter, before, lastDoc)) {
            throw broken();
        }
        docs[held - 1] = lastDoc;
        if (wantsCounts) {
            in.counts(counts, held);
            if (secondPart >= 0) {
                in.seek(secondPart);
            }
        }
        index = -1;
        placed = 0;
    }

    @Override
    public int nextDoc() throws IOException {
        if (++index >= held && !next(0)) {
            return doc;
        }
        place = 0;
        doc = docs[index];
        return doc;
    }

    private boolean next(int target) throws IOException {
        if (!block(target)) {
            held = 0;
            index = 0;
            doc = NO_MORE_DOCS;
            return false;
        }
        index = 0;
        return true;
    }

    @Override
    public int advance(int target) throws IOException {
        index++;
        if ((index >= held || lastDoc < target) && !next(target)) {
            return doc;
        }
        while (docs[index] < target) {
            if (++index >= held && !next(target)) {
                return doc;
            }
        }
        place = 0;
        doc = docs[index];
        return doc;
    }

    @Override
    public int freq() {
        return field.positions() && wantsCounts ? counts[index] : 1;
    }

    @Override
    public int nextPosition() throws IOException {
        if (!field.positions()) {
            return -1;
        }
        readPositions();
        return places[place++];
    }

    /// Reads all positions in the document at hand; 0 if none are kept.
    @Override
    public int readPositions() throws IOException {
        while (wantsCounts && placed <= index) {
            places(docs[placed], counts[placed]);
            placed++;
        }
        return wantsCounts ? counts[index] : 0;
    }

    @Override
    public int[] positions() {
        return places;
    }

    private int end(int of) throws IOException {
        if (allEnds != null) {
            return allEnds[of];
        }
        if (ends == null) {
            return 0;
        }
        ends.seek(field.ends() + (long) of * field.endWidth());
        return (int) ends.fixed(field.endWidth());
    }

    private void places(int of, int count) throws IOException {
        int end = end(of);
        if (count <= 0 || count > end) {
            throw broken();
        }
        int next = 0;
        for (int from = 0; from < count && next >= 0; from += SURE_PLACES) {
            int to = Math.min(count, from + SURE_PLACES);
            ensure(to);
            next = in.positions(places, from, Math.min(to, count - 1), count, next, end);
        }
        if (next < 0) {
            throw broken();
        }
        places[count - 1] = next + in.below(end - next);
    }

    /// A number that is damaged must not make memory run out, so that many places are not believed in before they are read.
    private void ensure(int size) {
        if (places.length < size) {
            places = Arrays.copyOf(places, Math.max(size, 2 * places.length));
        }
    }

    private IOException broken() {
        return SegmentFile.damage(reader.postings, "broken block");
    }

    @Override
    public int docID() {
        return doc;
    }

    @Override
    public long cost() {
        return documents;
    }

    @Override
    public int startOffset() {
        return -1;
    }

    @Override
    public int endOffset() {
        return -1;
    }

    @Override
    public @Nullable BytesRef getPayload() {
        return null;
    }
}
