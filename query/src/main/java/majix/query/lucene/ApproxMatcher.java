package majix.query.lucene;

import java.util.Arrays;

/// Terms within a number of errors, see [ApproxWords], for patterns of up to 29 code points. The states of the last term
/// are kept, so that of a term only what is new is looked at, and that only if enough is left to match.
final class ApproxMatcher implements TermMatcher {
    /// From so many states on the automaton begins anew with the next term.
    private static final int MANY = 1 << 13;

    private final ApproxStates automaton;
    private final int[] pattern;
    private final int errors;
    /// The state behind each byte of the last term that ends a code point.
    private int[] states = new int[64];
    /// Up to which byte the states are known.
    private int known;
    private int matchedEnd = Integer.MAX_VALUE;
    private int deadEnd = Integer.MAX_VALUE;

    ApproxMatcher(int[] pattern, int errors, boolean anchored) {
        this.pattern = pattern;
        this.errors = errors;
        automaton = new ApproxStates(pattern, errors, anchored);
        states[0] = ApproxStates.START;
    }

    @Override
    public boolean matches(byte[] term, int length, int shared) {
        if (matchedEnd <= shared) {
            return true;
        }
        if (deadEnd <= shared) {
            return false;
        }
        int at = Math.min(shared, known);
        while (at > 0 && at < length && (term[at] & 0xC0) == 0x80) {
            at--;
        }
        matchedEnd = Integer.MAX_VALUE;
        deadEnd = Integer.MAX_VALUE;
        if (automaton.size() > MANY) {
            automaton.forget();
            at = 0;
        }
        known = at;
        if (automaton.distance(states[at]) - errors > length - at) {
            return false;
        }
        if (length >= states.length) {
            states = Arrays.copyOf(states, 2 * length);
        }
        return run(term, at, length);
    }

    private boolean run(byte[] term, int from, int length) {
        byte[] ascii = automaton.ascii;
        int[] table = automaton.table;
        int shift = automaton.shift;
        int state = states[from];
        int at = from;
        while (at < length) {
            int b = term[at++];
            int c;
            if (b >= 0) {
                c = ascii[b];
            } else {
                int end = end(term, at, length);
                c = character(codePoint(term, at - 1, end));
                at = end;
            }
            int next = table[state << shift | c];
            if (next <= ApproxStates.UNKNOWN) {
                next = next == ApproxStates.UNKNOWN ? automaton.next(state, c) : next;
                table = automaton.table;
                if (next <= ApproxStates.UNKNOWN) {
                    known = at;
                    matchedEnd = next == ApproxStates.MATCH ? at : Integer.MAX_VALUE;
                    deadEnd = next == ApproxStates.DEAD ? at : Integer.MAX_VALUE;
                    return next == ApproxStates.MATCH;
                }
            }
            states[at] = next;
            state = next;
        }
        known = length;
        return false;
    }

    private static int end(byte[] term, int at, int length) {
        int end = at;
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

    private int character(int c) {
        int place = 0;
        while (place < pattern.length && pattern[place] != c) {
            place++;
        }
        return place < pattern.length ? place + 1 : 0;
    }
}
