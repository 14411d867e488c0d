package majix.query.lucene;

import java.util.Arrays;

/// Approximate matching of UTF-8 text by code points, exactly as P. Sellers (1980) defines it: some substring of the
/// text, or some prefix of it if anchored, is within a number of insertions, deletions and substitutions of the pattern.
///
/// Patterns of up to 64 code points run bit-parallel (G. Myers 1999, in H. Hyyrö's form), one step for each code point
/// of the text; longer ones by dynamic programming that keeps to the rows within reach (E. Ukkonen 1985).
/// Both stop at the first match. Holds state: for one thread only.
final class ApproxWords implements Pattern {
    private static final int BITS = 64;
    private static final int BROKEN = 0xFFFD;

    private final int[] pattern;
    private final int errors;
    private final boolean anchored;
    /// For each ASCII char the places of the pattern where it stands; only for short patterns.
    private final long[] ascii = new long[128];
    private final int[] column;
    /// Where decoding stands in the text.
    private int at;

    /// @param pattern what is looked for, as folded as the text is
    /// @param errors how many insertions, deletions and substitutions of a code point are allowed
    /// @param anchored whether a prefix of the text must match, not any substring
    ApproxWords(String pattern, int errors, boolean anchored) {
        this.pattern = pattern.codePoints().toArray();
        this.errors = errors;
        this.anchored = anchored;
        this.column = this.pattern.length > BITS ? new int[this.pattern.length + 1] : new int[0];
        for (int i = 0; i < this.pattern.length && column.length == 0; i++) {
            if (this.pattern[i] < ascii.length) {
                ascii[this.pattern[i]] |= 1L << i;
            }
        }
    }

    @Override
    public boolean matches(byte[] bytes, int offset, int length) {
        if (pattern.length <= errors) {
            return true;
        }
        if (length < pattern.length - errors) {
            return false;
        }
        at = offset;
        return column.length == 0 ? byBits(bytes, offset + length) : byColumns(bytes, offset + length);
    }

    private boolean byBits(byte[] bytes, int end) {
        long last = 1L << (pattern.length - 1);
        long firstRow = anchored ? 1 : 0;
        long positive = -1;
        long negative = 0;
        int distance = pattern.length;
        int left = anchored ? pattern.length + errors : Integer.MAX_VALUE;
        while (at < end && left-- > 0) {
            int b = bytes[at];
            long x = (b >= 0 ? ascii[bytes[at++]] : places(next(bytes, end))) | negative;
            long diagonal = (((x & positive) + positive) ^ positive) | x;
            long down = positive & diagonal;
            long up = negative | ~(positive | diagonal);
            if ((up & last) != 0) {
                distance++;
            } else if ((down & last) != 0 && --distance <= errors) {
                return true;
            }
            long shifted = (up << 1) | firstRow;
            negative = shifted & diagonal;
            positive = (down << 1) | ~(shifted | diagonal);
        }
        return false;
    }

    /// The places of the pattern where a code point beyond ASCII stands.
    private long places(int c) {
        long places = 0;
        for (int i = 0; i < pattern.length; i++) {
            places |= pattern[i] == c ? 1L << i : 0;
        }
        return places;
    }

    /// Rows beyond `reach` hold more than the allowed errors, whatever their number says.
    private boolean byColumns(byte[] bytes, int end) {
        Arrays.fill(column, errors + 1);
        for (int j = 0; j <= errors; j++) {
            column[j] = j;
        }
        int reach = errors;
        for (int i = 1; at < end; i++) {
            int c = bytes[at] >= 0 ? bytes[at++] : next(bytes, end);
            int diagonal = column[0];
            column[0] = anchored ? Math.min(i, errors + 1) : 0;
            int rows = Math.min(reach + 1, pattern.length);
            for (int j = 1; j <= rows; j++) {
                int substituted = diagonal + (pattern[j - 1] == c ? 0 : 1);
                diagonal = column[j];
                column[j] = Math.min(Math.min(substituted, diagonal + 1), Math.min(column[j - 1], errors) + 1);
            }
            reach = rows;
            while (reach >= 0 && column[reach] > errors) {
                column[reach--] = errors + 1;
            }
            if (reach == pattern.length) {
                return true;
            }
            if (reach < 0) {
                return false;
            }
        }
        return false;
    }

    /// Decodes the code point that does not begin with an ASCII byte; a broken one counts as one, byte by byte.
    private int next(byte[] bytes, int end) {
        int lead = bytes[at++] & 0xFF;
        int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC2 ? 1 : 0;
        if (more == 0 || lead > 0xF4 || at + more > end) {
            return BROKEN;
        }
        int c = lead & (0x3F >> more);
        for (int i = 0; i < more; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return BROKEN;
            }
            c = (c << 6) | (bytes[at + i] & 0x3F);
        }
        at += more;
        return c;
    }
}
