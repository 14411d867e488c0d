package majix.query.lucene;

import java.nio.charset.StandardCharsets;

/// Terms that contain a text.
final class SubstringMatcher implements TermMatcher {
    private final byte[] sought;
    private final WholeTerm whole = new WholeTerm();
    /// Where the first occurrence in the last term ends; beyond any term if it had none.
    private int matchedEnd = Integer.MAX_VALUE;

    SubstringMatcher(String text) {
        sought = text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean matches(byte[] bytes, int at, int own, int shared) {
        int length = whole.take(bytes, at, own, shared);
        if (matchedEnd <= shared) {
            return true;
        }
        int before = sought.length - 1;
        if (before < 0) {
            return true;
        }
        byte last = sought[before];
        byte[] term = whole.bytes;
        for (int i = Math.max(shared, before); i < length; i++) {
            if (term[i] == last && endsAt(term, i, before)) {
                matchedEnd = i + 1;
                return true;
            }
        }
        matchedEnd = Integer.MAX_VALUE;
        return false;
    }

    private boolean endsAt(byte[] term, int end, int before) {
        for (int i = 1; i <= before; i++) {
            if (term[end - i] != sought[before - i]) {
                return false;
            }
        }
        return true;
    }
}
