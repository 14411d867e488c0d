package majix.query.lucene;

import java.util.Arrays;

/// The bytes of a term for a [TermMatcher] that looks at all of them.
final class WholeTerm {
    byte[] bytes = new byte[64];

    /// Takes the next term.
    ///
    /// @return its length
    int take(byte[] from, int at, int own, int shared) {
        int length = shared + own;
        if (length > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        byte[] to = bytes;
        for (int i = at, place = shared; place < length; i++, place++) {
            to[place] = from[i];
        }
        return length;
    }
}
