package majix.indexer.codec;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.BaseTermsEnum;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SlowImpactsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Walks through the terms of a field or looks one up.
final class TermCursor extends BaseTermsEnum {
    private final TermsReader reader;
    private final FieldEntry field;
    private final Cursor in;
    private final BytesRef term = new BytesRef(new byte[64]);
    private byte[] page = new byte[1024];
    /// Where the leaf after the one at hand begins.
    private long nextLeaf;
    private int count;
    private int index;
    private int at;
    private int numbersAt;
    private int numbersIndex;
    private int documents;
    private long postings;
    private long postingsLength;

    TermCursor(TermsReader reader, FieldEntry field) {
        this.reader = reader;
        this.field = field;
        this.in = new Cursor(reader.terms);
        this.nextLeaf = field.leaves();
    }

    private void leaf(long position) throws IOException {
        in.seek(position);
        count = in.next();
        int termBytes = in.vint();
        int numberBytes = in.vint();
        postings = in.vlong();
        if (count <= 0 || count > TermsWriter.LEAF || termBytes < 0 || numberBytes < 0
                || termBytes + (long) numberBytes > field.leavesEnd() - position) {
            throw SegmentFile.damage(reader.terms, "broken page");
        }
        makeRoom(termBytes + numberBytes);
        in.bytes(page, 0, termBytes + numberBytes);
        nextLeaf = in.position();
        index = -1;
        at = 0;
        numbersAt = termBytes;
        numbersIndex = -1;
        postingsLength = 0;
        term.length = 0;
    }

    private void makeRoom(int bytes) {
        if (page.length < bytes) {
            page = new byte[2 * bytes];
        }
    }

    @Override
    public @Nullable BytesRef next() throws IOException {
        if (index + 1 >= count) {
            if (nextLeaf >= field.leavesEnd()) {
                index = count;
                return null;
            }
            leaf(nextLeaf);
        }
        step();
        return term;
    }

    /// Goes to the next term of the page.
    private void step() {
        index++;
        int lengths = page[at++] & 0xFF;
        int shared = lengths >>> 4;
        int own = lengths & 15;
        if (shared == 15) {
            shared += number();
        }
        if (own == 15) {
            own += number();
        }
        if (term.bytes.length < shared + own) {
            term.bytes = Arrays.copyOf(term.bytes, 2 * (shared + own));
        }
        System.arraycopy(page, at, term.bytes, shared, own);
        term.length = shared + own;
        at += own;
    }

    private int number() {
        int value = 0;
        for (int shift = 0;; shift += 7) {
            byte b = page[at++];
            value |= (b & 0x7F) << shift;
            if (b >= 0) {
                return value;
            }
        }
    }

    /// Reads the numbers up to those of the term at hand.
    private void numbers() {
        int back = at;
        at = numbersAt;
        while (numbersIndex < index) {
            postings += postingsLength;
            documents = number();
            postingsLength = number();
            numbersIndex++;
        }
        numbersAt = at;
        at = back;
    }

    @Override
    public boolean seekExact(BytesRef sought) throws IOException {
        return seekCeil(sought) == SeekStatus.FOUND;
    }

    @Override
    public SeekStatus seekCeil(BytesRef sought) throws IOException {
        leaf(descend(sought));
        while (next() != null) {
            int order = Arrays.compareUnsigned(term.bytes, 0, term.length, sought.bytes, sought.offset,
                    sought.offset + sought.length);
            if (order >= 0) {
                return order == 0 ? SeekStatus.FOUND : SeekStatus.NOT_FOUND;
            }
        }
        return SeekStatus.END;
    }

    /// The leaf where a term is if it is anywhere.
    private long descend(BytesRef sought) throws IOException {
        long position = field.root();
        for (int level = field.depth(); level > 0; level--) {
            in.seek(position);
            int length = (int) in.fixed(4);
            if (length < 14 || length > reader.terms.length()) {
                throw SegmentFile.damage(reader.terms, "broken page");
            }
            makeRoom(length - 4);
            in.bytes(page, 0, length - 4);
            position = child(sought);
        }
        return position;
    }

    private long child(BytesRef sought) {
        int entries = (page[0] & 0xFF) << 8 | (page[1] & 0xFF);
        long first = 0;
        for (int i = 2; i < 10; i++) {
            first = first << 8 | (page[i] & 0xFF);
        }
        int separators = 10 + 8 * entries;
        int low = 0;
        int high = entries - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            int from = separators + word(10 + 4 * (middle - 1));
            int to = separators + word(10 + 4 * middle);
            if (Arrays.compareUnsigned(page, from, to, sought.bytes, sought.offset,
                    sought.offset + sought.length) <= 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return first + (word(10 + 4 * entries + 4 * low) & 0xFFFFFFFFL);
    }

    private int word(int from) {
        return page[from] << 24 | (page[from + 1] & 0xFF) << 16 | (page[from + 2] & 0xFF) << 8
                | (page[from + 3] & 0xFF);
    }

    @Override
    public void seekExact(long ord) {
        throw new UnsupportedOperationException();
    }

    @Override
    public BytesRef term() {
        return term;
    }

    @Override
    public long ord() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int docFreq() {
        numbers();
        return documents;
    }

    /// Not stored, because nobody asks but Lucene's own checker: counted.
    @Override
    public long totalTermFreq() throws IOException {
        if (!field.positions()) {
            return docFreq();
        }
        PostingsEnum each = postings(null, PostingsEnum.FREQS);
        long sum = 0;
        while (each.nextDoc() != PostingsEnum.NO_MORE_DOCS) {
            sum += each.freq();
        }
        return sum;
    }

    @Override
    public BlockPostings postings(@Nullable PostingsEnum reuse, int flags) throws IOException {
        numbers();
        BlockPostings each = reuse instanceof BlockPostings old && old.reads(reader, field)
                ? old
                : new BlockPostings(reader, field);
        each.reset(postings, documents, flags);
        return each;
    }

    @Override
    public ImpactsEnum impacts(int flags) throws IOException {
        return new SlowImpactsEnum(postings(null, flags));
    }
}
