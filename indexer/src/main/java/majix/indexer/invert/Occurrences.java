package majix.indexer.invert;

import java.io.IOException;
import java.util.Arrays;
import majix.indexer.codec.SegmentSink;

/// Sorts the tokens of a field by term, by counting. What is sorted are places: the position of a token in its document
/// plus the lengths of all documents before it, so that one int tells document and position.
final class Occurrences {
    private static final int BLOCK_BITS = 7;
    /// The next slot of a term that is not sorted in this pass.
    private static final int ELSEWHERE = -1;

    private final Codes codes;
    private final int[] bases;
    private final int documents;
    private final SortedTerms terms;
    /// For each block of places the document that its first place is in.
    private final int[] blocks;
    /// How often each term comes.
    private final int[] counts;
    /// For each term where its next place goes.
    private final int[] next;
    private int[] sorted;
    private int count;

    /// @param bases for each document the sum of the lengths of those before it
    Occurrences(Codes codes, int[] bases, int documents, SortedTerms terms, int[] scratch) {
        this.codes = codes;
        this.bases = bases;
        this.documents = documents;
        this.terms = terms;
        this.sorted = scratch;
        this.counts = new int[terms.size()];
        this.next = new int[terms.size()];
        this.blocks = new int[(bases[documents] >>> BLOCK_BITS) + 1];
        int doc = 0;
        for (int block = 0; block < blocks.length; block++) {
            while (doc + 1 < documents && bases[doc + 1] <= block << BLOCK_BITS) {
                doc++;
            }
            blocks[block] = doc;
        }
        CodeReader reader = new CodeReader(codes);
        for (int left = documents; left > 0;) {
            int term = reader.next();
            if (term < 0) {
                left--;
            } else {
                counts[term]++;
            }
        }
    }

    /// Sorts the tokens of as many terms as there is memory for, at least one.
    ///
    /// @param from rank of the first term that is wanted
    /// @return rank of the first term that is not sorted
    int sort(int from) {
        Arrays.fill(next, ELSEWHERE);
        int end = 0;
        int to = from;
        while (to < terms.size()) {
            int number = terms.number(to);
            if (end + (long) counts[number] > sorted.length) {
                if (to > from) {
                    break;
                }
                sorted = new int[counts[number]];
            }
            next[number] = end;
            end += counts[number];
            to++;
        }
        scatter();
        return to;
    }

    private void scatter() {
        int[] to = sorted;
        CodeReader reader = new CodeReader(codes);
        int place = -1;
        for (int doc = 0; doc < documents;) {
            int term = reader.next();
            if (term < 0) {
                doc++;
                place = bases[doc] - 1;
                continue;
            }
            place += reader.step();
            int slot = next[term];
            if (slot != ELSEWHERE) {
                to[slot] = place;
                next[term] = slot + 1;
            }
        }
    }

    /// Gives a term's documents and positions to a sink.
    ///
    /// @param rank a term just sorted
    void write(SegmentSink sink, int rank, boolean positions) throws IOException {
        int number = terms.number(rank);
        int to = next[number];
        int at = to - counts[number];
        while (at < to) {
            int place = sorted[at];
            int doc = blocks[place >>> BLOCK_BITS];
            while (bases[doc + 1] <= place) {
                doc++;
            }
            int first = at;
            at = positions ? positions(at, to, doc) : skip(at, to, bases[doc + 1]);
            sink.posting(doc, sorted, first, positions ? count : 0);
        }
    }

    /// Turns places in a document into positions, each one once, and counts them.
    private int positions(int from, int to, int doc) {
        int base = bases[doc];
        int end = bases[doc + 1];
        int last = sorted[from];
        sorted[from] = last - base;
        int kept = from + 1;
        int at = from + 1;
        while (at < to) {
            int place = sorted[at];
            if (place >= end) {
                break;
            }
            at++;
            if (place != last) {
                sorted[kept++] = place - base;
                last = place;
            }
        }
        count = kept - from;
        return at;
    }

    private int skip(int from, int to, int end) {
        int at = from + 1;
        while (at < to && sorted[at] < end) {
            at++;
        }
        return at;
    }

    /// The memory used to sort in.
    int[] array() {
        return sorted;
    }
}
