package majix.query.lucene;

import java.util.Arrays;
import org.apache.lucene.search.DocIdSetIterator;

/// A set of small numbers, one bit each. Lucene's sets say how much memory they take, and a cold JVM that asks how that
/// is reckoned loads its management beans.
final class Bits {
    static final Bits NONE = new Bits(0);

    private final long[] words;

    Bits(int size) {
        this(new long[(size + 63) >>> 6]);
    }

    private Bits(long[] words) {
        this.words = words;
    }

    boolean get(int number) {
        return (words[number >>> 6] >>> number & 1) != 0;
    }

    void set(int number) {
        words[number >>> 6] |= 1L << number;
    }

    void clear(int number) {
        words[number >>> 6] &= ~(1L << number);
    }

    /// Adds all numbers below `end`.
    void fill(int end) {
        Arrays.fill(words, 0, end >>> 6, -1L);
        if ((end & 63) != 0) {
            words[end >>> 6] = -1L >>> -end;
        }
    }

    boolean isEmpty() {
        for (long word : words) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }

    int cardinality() {
        int count = 0;
        for (long word : words) {
            count += Long.bitCount(word);
        }
        return count;
    }

    /// The first number at or behind `from`; `NO_MORE_DOCS` if there is none.
    int next(int from) {
        int at = from >>> 6;
        long word = words[at] >>> from;
        if (word != 0) {
            return from + Long.numberOfTrailingZeros(word);
        }
        while (++at < words.length) {
            if (words[at] != 0) {
                return (at << 6) + Long.numberOfTrailingZeros(words[at]);
            }
        }
        return DocIdSetIterator.NO_MORE_DOCS;
    }

    /// Hands over the numbers, ascending, bit by bit: a fresh JVM takes long to count zeros.
    void forEach(Docs.Taker taker) {
        for (int i = 0; i < words.length; i++) {
            int number = i << 6;
            for (long word = words[i]; word != 0; word >>>= 1) {
                if ((word & 1) != 0) {
                    taker.take(number);
                }
                number++;
            }
        }
    }

    /// Keeps the numbers that are in the other set of the same size.
    void and(Bits other) {
        for (int i = 0; i < words.length; i++) {
            words[i] &= other.words[i];
        }
    }

    /// Adds the numbers of the other set of the same size.
    void or(Bits other) {
        for (int i = 0; i < words.length; i++) {
            words[i] |= other.words[i];
        }
    }

    /// Moves the numbers from `from` on into an empty set of the same size.
    void cut(int from, Bits tail) {
        int at = from >>> 6;
        for (int i = at + 1; i < words.length; i++) {
            tail.words[i] = words[i];
            words[i] = 0;
        }
        if (at < words.length) {
            long kept = (1L << from) - 1;
            tail.words[at] = words[at] & ~kept;
            words[at] &= kept;
        }
    }

    Bits copy() {
        return new Bits(words.clone());
    }
}
