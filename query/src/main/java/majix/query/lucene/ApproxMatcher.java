package majix.query.lucene;

import java.util.Arrays;

/// Terms within a number of errors, see [ApproxWords], for patterns of up to 29 code points. The states of the last term
/// are kept, so that of a term only what is new is looked at.
final class ApproxMatcher implements TermMatcher {
    /// From so many states on the automaton begins anew with the next term.
    private static final int MANY = 1 << 13;

    private final ApproxStates automaton;
    private final int[] pattern;
    /// The state behind each byte of the last term that ends a code point.
    private int[] states = new int[64];
    /// The bytes of the last term that are not ASCII, each at its place.
    private byte[] wide = new byte[64];
    private int matchedEnd = Integer.MAX_VALUE;
    private int deadEnd = Integer.MAX_VALUE;

    ApproxMatcher(int[] pattern, int errors, boolean anchored) {
        this.pattern = pattern;
        automaton = new ApproxStates(pattern, errors, anchored);
        states[0] = ApproxStates.START;
    }

    @Override
    public boolean matches(byte[] bytes, int at, int own, int shared) {
        if (matchedEnd <= shared) {
            return true;
        }
        if (deadEnd <= shared) {
            return false;
        }
        matchedEnd = Integer.MAX_VALUE;
        deadEnd = Integer.MAX_VALUE;
        if (shared + own >= states.length) {
            states = Arrays.copyOf(states, 2 * (shared + own));
            wide = Arrays.copyOf(wide, 2 * (shared + own));
        }
        if (automaton.size() > MANY) {
            automaton.forget(states, shared + 1);
        }
        return run(bytes, at, at + own, shared);
    }

    private boolean run(byte[] bytes, int from, int end, int shared) {
        byte[] ascii = automaton.ascii;
        int[] table = automaton.table;
        int shift = automaton.shift;
        int place = from < end && isWithin(bytes[from]) ? start(shared) : shared;
        int behind = shared - from;
        int state = states[place];
        int at = from;
        while (at < end) {
            int b = bytes[at++];
            int c;
            if (b >= 0) {
                c = ascii[b];
            } else {
                at = wide(bytes, at, end, behind);
                c = character(codePoint(place, at + behind));
            }
            place = at + behind;
            int next = table[state << shift | c];
            if (next <= ApproxStates.UNKNOWN) {
                next = next == ApproxStates.UNKNOWN ? automaton.next(state, c) : next;
                table = automaton.table;
                if (next == ApproxStates.MATCH) {
                    matchedEnd = place;
                    return true;
                }
                if (next == ApproxStates.DEAD) {
                    deadEnd = place;
                    return false;
                }
            }
            states[place] = next;
            state = next;
        }
        return false;
    }

    /// Whether a byte is within a code point and not the first one of it.
    private static boolean isWithin(int b) {
        return (b & 0xC0) == 0x80;
    }

    /// Where the code point begins that a byte of the last term is within.
    private int start(int within) {
        int start = within - 1;
        while (start > 0 && isWithin(wide[start])) {
            start--;
        }
        return Math.max(start, 0);
    }

    /// Keeps the bytes of a code point.
    ///
    /// @param at behind its first byte
    /// @param behind what is added to an index to get the place in the term
    /// @return behind its last byte
    private int wide(byte[] bytes, int at, int end, int behind) {
        int last = at - 1;
        do {
            wide[last + behind] = bytes[last];
            last++;
        } while (last < end && isWithin(bytes[last]));
        return last;
    }

    private int codePoint(int from, int end) {
        int more = end - from - 1;
        int c = wide[from] & (0x3F >> more);
        for (int i = from + 1; i < end; i++) {
            c = c << 6 | (wide[i] & 0x3F);
        }
        return c;
    }

    private int character(int c) {
        int place = 0;
        while (place < pattern.length && pattern[place] != c) {
            place++;
        }
        return place < pattern.length ? place + 1 : 0;
    }
}
