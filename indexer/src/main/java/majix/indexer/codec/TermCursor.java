package majix.indexer.codec;

import java.io.IOException;
import java.util.Arrays;
import majix.query.lucene.TermMatcher;
import majix.query.lucene.TermScan;
import org.apache.lucene.index.BaseTermsEnum;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SlowImpactsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Walks through the terms of a field or looks one up.
final class TermCursor extends BaseTermsEnum implements TermScan {
    private final TermsReader reader;
    private final FieldEntry field;
    private final Cursor in;
    private final BytesRef term = new BytesRef(new byte[64], 0, 0);
    private byte[] page = new byte[1024];
    /// Where the leaf after the one at hand begins.
    private long nextLeaf;
    private long leavesEnd;
    private int count;
    private int shared;
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
        this.leavesEnd = field.leavesEnd();
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
            if (nextLeaf >= leavesEnd) {
                index = count;
                return null;
            }
            leaf(nextLeaf);
        }
        step();
        return term;
    }

    /// Keeps to one of so many parts of about the same size.
    void part(int part, int parts) throws IOException {
        nextLeaf = leafAt(part, parts);
        leavesEnd = part + 1 == parts ? field.leavesEnd() : leafAt(part + 1, parts);
        index = count;
    }

    private long leafAt(int part, int parts) throws IOException {
        if (part == 0) {
            return field.leaves();
        }
        if (field.depth() == 0) {
            return field.leavesEnd();
        }
        inner(field.root());
        int entries = (page[0] & 0xFF) << 8 | (page[1] & 0xFF);
        long position = child(entries * part / parts);
        for (int level = field.depth() - 1; level > 0; level--) {
            inner(position);
            position = child(0);
        }
        return position;
    }

    @Override
    public boolean next(TermMatcher matcher) throws IOException {
        while (!nextInPage(matcher)) {
            if (nextLeaf >= leavesEnd) {
                index = count;
                return false;
            }
            leaf(nextLeaf);
        }
        return true;
    }

    /// A method of its own, because the JVM compiles a method soon, a loop late; with local variables, because a million
    /// terms go through here.
    private boolean nextInPage(TermMatcher matcher) {
        byte[] from = page;
        int i = at;
        for (int next = index + 1; next < count; next++) {
            int lengths = from[i] & 0xFF;
            int same = lengths >>> 4;
            int own = lengths & 15;
            if (same == 15 || own == 15) {
                at = i;
                step();
                i = at;
            } else {
                i++;
                byte[] to = term.bytes;
                for (int end = i + own; i < end; i++) {
                    to[same++] = from[i];
                }
                shared = same - own;
                term.length = same;
                index = next;
                at = i;
            }
            if (matcher.matches(term.bytes, term.length, shared)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public PostingsEnum documents(@Nullable PostingsEnum reuse) throws IOException {
        return postings(reuse, PostingsEnum.NONE);
    }

    /// Goes to the next term of the page.
    private void step() {
        index++;
        int lengths = page[at++] & 0xFF;
        shared = lengths >>> 4;
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
        byte[] to = term.bytes;
        for (int i = 0; i < own; i++) {
            to[shared + i] = page[at + i];
        }
        term.length = shared + own;
        at += own;
    }

    private int number() {
        return (int) longNumber();
    }

    private long longNumber() {
        long value = 0;
        for (int shift = 0;; shift += 7) {
            byte b = page[at++];
            value |= (b & 0x7FL) << shift;
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
            long number = longNumber();
            if ((number & 1) != 0) {
                documents = 1;
                postingsLength = number >>> 1;
            } else {
                documents = (int) (number >>> 1);
                postingsLength = longNumber();
            }
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
            inner(position);
            position = child(sought);
        }
        return position;
    }

    /// Reads an inner page.
    private void inner(long position) throws IOException {
        in.seek(position);
        int length = (int) in.fixed(4);
        if (length < 14 || length > reader.terms.length()) {
            throw SegmentFile.damage(reader.terms, "broken page");
        }
        makeRoom(length - 4);
        in.bytes(page, 0, length - 4);
    }

    private long child(BytesRef sought) {
        int entries = (page[0] & 0xFF) << 8 | (page[1] & 0xFF);
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
        return child(low);
    }

    private long child(int entry) {
        int entries = (page[0] & 0xFF) << 8 | (page[1] & 0xFF);
        long first = 0;
        for (int i = 2; i < 10; i++) {
            first = first << 8 | (page[i] & 0xFF);
        }
        return first + (word(10 + 4 * entries + 4 * entry) & 0xFFFFFFFFL);
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
