package majix.indexer.codec;

import java.io.IOException;
import java.util.Arrays;
import majix.query.lucene.TermMatcher;
import org.apache.lucene.util.BytesRef;

/// One leaf page of a dictionary at a time, see [TermsWriter], and the place in it.
final class TermPage {
    /// More than the longest terms take, see [TermsWriter#LEAF].
    private static final int MOST_BYTES = TermsWriter.LEAF << 16;

    private final TermsReader reader;
    private final FieldEntry field;
    private final Cursor in;
    /// The term at hand; its offset is 0.
    final BytesRef term = new BytesRef(new byte[64], 0, 0);
    private byte[] page = new byte[1024];
    /// Where the leaf after the one at hand begins.
    private long next;
    private int count;
    private int shared;
    private int index;
    private int at;
    /// Where the terms end and the numbers begin.
    private int termsEnd;
    private long firstPostings;
    private int numbersAt;
    private int numbersIndex;
    private int documents;
    private long postings;
    private long postingsLength;

    TermPage(TermsReader reader, FieldEntry field) {
        this.reader = reader;
        this.field = field;
        this.in = new Cursor(reader.terms);
    }

    /// Reads the leaf at a byte; the place is before its first term.
    void read(long position) throws IOException {
        in.seek(position);
        count = in.next();
        int termBytes = in.vint();
        int numberBytes = in.vint();
        firstPostings = in.vlong();
        if (count <= 0 || count > TermsWriter.LEAF || termBytes < 0 || numberBytes < 0
                || termBytes + (long) numberBytes > Math.min(MOST_BYTES, field.leavesEnd() - position)) {
            throw SegmentFile.damage(reader.terms, "broken page");
        }
        if (page.length < termBytes + numberBytes) {
            page = new byte[2 * (termBytes + numberBytes)];
        }
        in.bytes(page, 0, termBytes + numberBytes);
        next = in.position();
        termsEnd = termBytes;
        rewind();
    }

    /// Goes before the first term of the page at hand.
    void rewind() {
        index = -1;
        at = 0;
        numbersAt = termsEnd;
        numbersIndex = -1;
        postings = firstPostings;
        postingsLength = 0;
        term.length = 0;
    }

    /// Whether the place is at or behind where a term would be.
    boolean isBehind(BytesRef wanted) {
        return index >= 0 && (index == count || TermTree.compare(term, wanted) >= 0);
    }

    /// Byte of the leaf behind the one that was read.
    long next() {
        return next;
    }

    /// Goes to the next term of the page.
    ///
    /// @return false if there is none
    boolean step() throws IOException {
        if (index + 1 >= count) {
            index = count;
            return false;
        }
        take();
        return true;
    }

    private void take() throws IOException {
        index++;
        int lengths = page[at++] & 0xFF;
        shared = lengths >>> 4;
        int own = lengths & 15;
        if (shared == 15) {
            shared += (int) number();
        }
        if (own == 15) {
            own += (int) number();
        }
        if (shared < 0 || shared > term.length || own < 0 || own > termsEnd - at) {
            throw SegmentFile.damage(reader.terms, "broken page");
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

    /// Goes to the next term of the page that matches; its bytes are not put together. A method of its own, because the JVM
    /// compiles a method soon, a loop late; with local variables, because a million terms may go through here.
    ///
    /// @return false if there is none
    boolean step(TermMatcher matcher) throws IOException {
        byte[] from = page;
        int i = at;
        int length = term.length;
        for (int next = index + 1; next < count; next++) {
            int lengths = from[i++] & 0xFF;
            int same = lengths >>> 4;
            int own = lengths & 15;
            if (same == 15 || own == 15) {
                at = i;
                same += same == 15 ? (int) number() : 0;
                own += own == 15 ? (int) number() : 0;
                i = at;
            }
            if (same < 0 || same > length || own < 0 || own > termsEnd - i) {
                throw SegmentFile.damage(reader.terms, "broken page");
            }
            length = same + own;
            if (matcher.matches(from, i, own, same)) {
                index = next;
                at = i + own;
                term.length = length;
                return true;
            }
            i += own;
        }
        index = count;
        return false;
    }

    private long number() {
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
            long number = number();
            if ((number & 1) != 0) {
                documents = 1;
                postingsLength = number >>> 1;
            } else {
                documents = (int) (number >>> 1);
                postingsLength = number();
            }
            numbersIndex++;
        }
        numbersAt = at;
        at = back;
    }

    /// Documents of the term at hand.
    int documents() {
        numbers();
        return documents;
    }

    /// Byte where the postings of the term at hand begin.
    long postings() {
        numbers();
        return postings;
    }
}
