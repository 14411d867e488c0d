package majix.query.lucene;

import java.util.Arrays;

/// The columns of an approximate match (G. Myers 1999, in H. Hyyrö's form) as states of an automaton that are found out when
/// they are first met. The words of a language need few of them, so that nearly every letter costs one look into a table.
/// For one thread.
final class ApproxStates {
    /// Code points of the longest pattern: two bits for each of them and a count make a number of 64 bits.
    static final int LONGEST = 29;
    static final int START = 1;
    /// A step that is not in the table yet.
    static final int UNKNOWN = 0;
    /// Whatever comes, it matches.
    static final int MATCH = -1;
    /// Whatever comes, it does not match.
    static final int DEAD = -2;

    /// The character that each ASCII character is: one more than the first place where the pattern has it, else 0.
    final byte[] ascii = new byte[128];
    /// The row of state s begins at `s << shift` and holds a state, or one of the above, for each character.
    final int shift;
    int[] table;

    private final int errors;
    private final long firstRow;
    private final long rows;
    /// The places of the pattern where each character stands.
    private final long[] places;
    /// Where a column grows, where it falls, and its last number.
    private long[] positive = new long[64];
    private long[] negative = new long[64];
    private int[] distances = new int[64];
    private int size;
    /// States by the hash of their columns, 0 where there is none; never more than half full.
    private int[] byColumn = new int[128];

    /// @param pattern code points, at most [#LONGEST], more than `errors`
    ApproxStates(int[] pattern, int errors, boolean anchored) {
        this.errors = errors;
        firstRow = anchored ? 1 : 0;
        rows = (1L << pattern.length) - 1;
        places = new long[pattern.length + 1];
        for (int i = pattern.length - 1; i >= 0; i--) {
            if (pattern[i] < ascii.length) {
                ascii[pattern[i]] = (byte) (i + 1);
            }
            for (int j = 0; j < pattern.length; j++) {
                places[i + 1] |= pattern[j] == pattern[i] ? 1L << j : 0;
            }
        }
        shift = Integer.SIZE - Integer.numberOfLeadingZeros(pattern.length);
        table = new int[positive.length << shift];
        begin();
    }

    /// States known, the one that is none among them.
    int size() {
        return size;
    }

    /// Forgets all states but the first and some others, whose numbers change.
    ///
    /// @param kept the others, the first ones of an array
    void forget(int[] kept, int count) {
        long[] ups = positive.clone();
        long[] downs = negative.clone();
        int[] numbers = distances.clone();
        begin();
        for (int i = 0; i < count; i++) {
            int old = kept[i];
            kept[i] = state(ups[old], downs[old], numbers[old]);
        }
    }

    private void begin() {
        Arrays.fill(table, UNKNOWN);
        Arrays.fill(byColumn, 0);
        size = START;
        state(rows, 0, places.length - 1);
    }

    /// The state behind a character, from now on in the table.
    int next(int state, int character) {
        long p = positive[state];
        long n = negative[state];
        long x = places[character] | n;
        long diagonal = (((x & p) + p) ^ p) | x;
        long down = p & diagonal;
        long up = n | ~(p | diagonal);
        long last = rows ^ rows >>> 1;
        int distance = distances[state];
        if ((up & last) != 0) {
            distance++;
        } else if ((down & last) != 0) {
            distance--;
        }
        long shifted = (up << 1) | firstRow;
        n = shifted & diagonal & rows;
        p = ((down << 1) | ~(shifted | diagonal)) & rows;
        int next = MATCH;
        if (distance > errors) {
            next = firstRow != 0 && isDead(p, n, distance) ? DEAD : state(p, n, distance);
        }
        table[state << shift | character] = next;
        return next;
    }

    /// Whether no number of a column is within the errors.
    private boolean isDead(long p, long n, int distance) {
        int number = distance;
        for (long row = rows ^ rows >>> 1; row != 0; row >>>= 1) {
            number += ((n & row) != 0 ? 1 : 0) - ((p & row) != 0 ? 1 : 0);
            if (number <= errors) {
                return false;
            }
        }
        return true;
    }

    private int state(long p, long n, int distance) {
        long column = (p << LONGEST | n) * 31 + distance;
        int mask = byColumn.length - 1;
        int slot = (int) ((column * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (byColumn[slot] != 0) {
            int old = byColumn[slot];
            if (positive[old] == p && negative[old] == n && distances[old] == distance) {
                return old;
            }
            slot = slot + 1 & mask;
        }
        if (size == positive.length) {
            grow();
            return state(p, n, distance);
        }
        positive[size] = p;
        negative[size] = n;
        distances[size] = distance;
        byColumn[slot] = size;
        return size++;
    }

    private void grow() {
        positive = Arrays.copyOf(positive, 2 * size);
        negative = Arrays.copyOf(negative, 2 * size);
        distances = Arrays.copyOf(distances, 2 * size);
        table = Arrays.copyOf(table, 2 * size << shift);
        int[] old = byColumn;
        byColumn = new int[2 * old.length];
        size = START;
        for (int state = START; state < old.length / 2; state++) {
            state(positive[state], negative[state], distances[state]);
        }
    }
}
