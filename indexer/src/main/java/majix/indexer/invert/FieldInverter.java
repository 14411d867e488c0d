package majix.indexer.invert;

import java.io.IOException;
import java.util.Arrays;
import majix.indexer.codec.SegmentSink;
import org.apache.lucene.util.ArrayUtil;

/// Collects the tokens of one field of the documents of a segment, and gives them to a sink term by term. Not
/// thread-safe; used again after [#clear].
public final class FieldInverter {
    private final String name;
    private final boolean positions;
    private final Dictionary terms = new Dictionary();
    private final Codes codes = new Codes();
    /// For each document the sum of the lengths, largest position plus one, of those before it.
    private int[] bases = new int[64];
    private int documents;
    private int position = -1;
    private int tokens;

    /// @param positions whether positions are kept
    public FieldInverter(String name, boolean positions) {
        this.name = name;
        this.positions = positions;
    }

    /// The field's name.
    public String name() {
        return name;
    }

    /// Adds a token to the document under way.
    ///
    /// @param bytes holds the term, of less than 64 KiB, at `[from, from + length)`
    /// @param packed the bytes of a term of at most seven as one number, the first one highest; else unused
    /// @param step how far its position is from that of the token before it; the first token with a step of 1 is at 0
    public void token(byte[] bytes, int from, int length, long packed, int step) {
        codes.add(terms.add(bytes, from, length, packed), step);
        position += step;
        tokens++;
    }

    /// Adds a term to the document under way, in a field without positions.
    public void term(byte[] bytes, int offset, int length) {
        token(bytes, offset, length, AsciiWords.packed(bytes, offset, length), 1);
    }

    /// Ends the document under way; the next one has the next number.
    ///
    /// @throws ArithmeticException if all positions together exceed an int
    public void endDocument() {
        codes.end();
        documents++;
        if (documents == bases.length) {
            bases = Arrays.copyOf(bases, ArrayUtil.oversize(documents + 1, Integer.BYTES));
        }
        bases[documents] = Math.addExact(bases[documents - 1], position + 1);
        position = -1;
    }

    /// Sum of the lengths of all documents, largest position plus one.
    public int length() {
        return bases[documents];
    }

    /// Memory in use, and needed by [#flush] besides the array given to it, in bytes.
    public long used() {
        return codes.used() + terms.used() + 8L * terms.size() + 4L * bases.length;
    }

    /// Gives all terms and where they occur to a sink. A field without tokens is not given.
    ///
    /// @param scratch memory to sort in; what does not fit is sorted in several passes
    /// @return the memory, or larger memory if one term alone needed it
    public int[] flush(SegmentSink sink, int[] scratch) throws IOException {
        if (tokens == 0) {
            return scratch;
        }
        int[] ends = new int[positions ? documents : 0];
        for (int doc = 0; doc < ends.length; doc++) {
            ends[doc] = bases[doc + 1] - bases[doc];
        }
        sink.startField(name, positions, ends);
        SortedTerms sorted = terms.sorted();
        Occurrences occurrences = new Occurrences(codes, bases, documents, sorted, scratch);
        for (int from = 0; from < sorted.size();) {
            int to = occurrences.sort(from);
            for (int rank = from; rank < to; rank++) {
                sorted.start(sink, rank);
                occurrences.write(sink, rank, positions);
                sink.endTerm();
            }
            from = to;
        }
        sink.endField();
        return occurrences.array();
    }

    /// Forgets all; keeps memory for about so many bytes.
    public void clear(long keep) {
        terms.clear(keep);
        codes.clear(keep);
        if (4L * bases.length > keep) {
            bases = new int[64];
        }
        documents = 0;
        position = -1;
        tokens = 0;
    }
}
