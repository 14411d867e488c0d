package majix.query.lucene;

import java.util.Arrays;

/// Terms within a number of errors, see [ApproxWords], for patterns of up to 64 code points. The columns of the last
/// term are kept, so that of a term only what is new is looked at.
final class ApproxMatcher implements TermMatcher {
    /// Code points of the longest pattern.
    static final int LONGEST = 64;

    private final int[] pattern;
    private final int errors;
    private final long firstRow;
    private final long[] ascii = new long[128];
    /// The column behind each byte of the last term that ends a code point.
    private long[] positive = new long[64];
    private long[] negative = new long[64];
    private int[] distance = new int[64];
    /// Up to which byte the columns are known.
    private int known;
    private int matchedEnd = Integer.MAX_VALUE;

    ApproxMatcher(String text, int errors, boolean anchored) {
        this.pattern = text.codePoints().toArray();
        this.errors = errors;
        this.firstRow = anchored ? 1 : 0;
        for (int i = 0; i < pattern.length; i++) {
            if (pattern[i] < ascii.length) {
                ascii[pattern[i]] |= 1L << i;
            }
        }
        positive[0] = -1;
        distance[0] = pattern.length;
    }

    @Override
    public boolean matches(byte[] term, int length, int shared) {
        if (matchedEnd <= shared) {
            return true;
        }
        int at = Math.min(shared, known);
        while (at > 0 && at < length && (term[at] & 0xC0) == 0x80) {
            at--;
        }
        known = at;
        matchedEnd = Integer.MAX_VALUE;
        if (length < pattern.length - errors) {
            return false;
        }
        if (length >= positive.length) {
            positive = Arrays.copyOf(positive, 2 * length);
            negative = Arrays.copyOf(negative, 2 * length);
            distance = Arrays.copyOf(distance, 2 * length);
        }
        return columns(term, at, length);
    }

    private boolean columns(byte[] term, int from, int length) {
        long last = 1L << (pattern.length - 1);
        long p = positive[from];
        long n = negative[from];
        int d = distance[from];
        int at = from;
        while (at < length) {
            int b = term[at];
            long x;
            if (b >= 0) {
                x = ascii[b];
                at++;
            } else {
                int end = end(term, at, length);
                x = places(codePoint(term, at, end));
                at = end;
            }
            x |= n;
            long diagonal = (((x & p) + p) ^ p) | x;
            long down = p & diagonal;
            long up = n | ~(p | diagonal);
            if ((up & last) != 0) {
                d++;
            } else if ((down & last) != 0) {
                d--;
            }
            long shifted = (up << 1) | firstRow;
            n = shifted & diagonal;
            p = (down << 1) | ~(shifted | diagonal);
            positive[at] = p;
            negative[at] = n;
            distance[at] = d;
            if (d <= errors) {
                known = at;
                matchedEnd = at;
                return true;
            }
        }
        known = length;
        return false;
    }

    private static int end(byte[] term, int at, int length) {
        int end = at + 1;
        while (end < length && (term[end] & 0xC0) == 0x80) {
            end++;
        }
        return end;
    }

    private static int codePoint(byte[] term, int at, int end) {
        int more = end - at - 1;
        int c = term[at] & (0x3F >> more);
        for (int i = at + 1; i < end; i++) {
            c = c << 6 | (term[i] & 0x3F);
        }
        return c;
    }

    private long places(int c) {
        long places = 0;
        for (int i = 0; i < pattern.length; i++) {
            places |= pattern[i] == c ? 1L << i : 0;
        }
        return places;
    }
}
