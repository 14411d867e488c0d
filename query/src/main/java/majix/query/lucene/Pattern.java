package majix.query.lucene;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Something that is looked for inside UTF-8 text. May hold state: for one thread only.
interface Pattern {

    /// Whether the bytes contain it, or begin with it if it is anchored.
    boolean matches(byte[] bytes, int offset, int length);

    /// The pattern within a number of errors, anchored at the start or not.
    static Pattern of(String text, int errors, boolean anchored) {
        if (errors > 0) {
            return new ApproxWords(text, errors, anchored);
        }
        byte[] sought = text.getBytes(StandardCharsets.UTF_8);
        if (anchored) {
            return (bytes, offset, length) -> length >= sought.length && isAt(bytes, offset, sought);
        }
        return (bytes, offset, length) -> contains(bytes, offset, length, sought);
    }

    /// The array, or a longer copy if it is shorter than `least`. Lucene's way of growing arrays asks the JVM about
    /// itself first, which a cold search has no time for.
    static byte[] grown(byte[] array, int least) {
        return array.length >= least ? array : Arrays.copyOf(array, 2 * least);
    }

    private static boolean contains(byte[] bytes, int offset, int length, byte[] sought) {
        if (sought.length == 0) {
            return true;
        }
        byte first = sought[0];
        for (int i = offset; i <= offset + length - sought.length; i++) {
            if (bytes[i] == first && isAt(bytes, i, sought)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAt(byte[] bytes, int offset, byte[] sought) {
        for (int i = 0; i < sought.length; i++) {
            if (bytes[offset + i] != sought[i]) {
                return false;
            }
        }
        return true;
    }
}
