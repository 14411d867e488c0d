package majix.formats.mbox;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads the two header fields that say where a message ends: Content-Length, and the boundary of a multipart
/// Content-Type. The first of each counts.
final class HeaderScan {
    private static final byte[] CONTENT = bytes("content-");
    private static final byte[] LENGTH = bytes("content-length:");
    private static final byte[] TYPE = bytes("content-type:");
    private static final byte[] MULTIPART = bytes("multipart/");
    private static final byte[] BOUNDARY = bytes("boundary");
    /// A longer Content-Type is cut off.
    private static final int LONGEST_FIELD = 1 << 14;

    private byte[] type = new byte[256];
    private int typeLength;
    private boolean inType;
    private boolean hasType;

    /// Begins another header.
    void reset() {
        typeLength = 0;
        inType = false;
        hasType = false;
    }

    /// Takes in a header line, its line end not counted.
    void line(byte[] bytes, int from, int to, Chunk chunk) {
        byte first = bytes[from];
        if (first == ' ' || first == '\t') {
            if (inType) {
                append(bytes, from, to);
            }
            return;
        }
        inType = false;
        if ((first | 0x20) != 'c' || !begins(bytes, from, to, CONTENT)) {
            return;
        }
        if (!hasType && begins(bytes, from, to, TYPE)) {
            hasType = true;
            inType = true;
            append(bytes, from + TYPE.length, to);
        } else if (chunk.contentLength == Chunk.UNKNOWN && begins(bytes, from, to, LENGTH)) {
            chunk.contentLength = number(bytes, from + LENGTH.length, to);
        }
    }

    /// The header ends.
    void end(Chunk chunk) {
        int at = blank(type, 0, typeLength);
        if (!begins(type, at, typeLength, MULTIPART)) {
            return;
        }
        boolean quoted = false;
        for (int i = at; i < typeLength; i++) {
            if (type[i] == '"') {
                quoted = !quoted;
            } else if (!quoted && type[i] == ';') {
                int name = blank(type, i + 1, typeLength);
                int sign = blank(type, name + BOUNDARY.length, typeLength);
                if (begins(type, name, typeLength, BOUNDARY) && sign < typeLength && type[sign] == '=') {
                    chunk.boundary = value(type, blank(type, sign + 1, typeLength), typeLength);
                    return;
                }
            }
        }
    }

    /// The hash of the boundary that a line of any header declares, or 0.
    static long declared(byte[] bytes, int from, int to) {
        for (int i = from; i + BOUNDARY.length < to; i++) {
            if ((bytes[i] | 0x20) == 'b' && bytes[i + BOUNDARY.length] == '=' && begins(bytes, i, to, BOUNDARY)) {
                return value(bytes, i + BOUNDARY.length + 1, to);
            }
        }
        return 0;
    }

    /// A hash of a boundary, as of the lines that end a multipart; never 0.
    static long hash(byte[] bytes, int from, int to) {
        long hash = 0xcbf29ce484222325L;
        for (int i = from; i < to; i++) {
            hash = (hash ^ bytes[i]) * 0x100000001b3L;
        }
        return hash == 0 ? 1 : hash;
    }

    private static long value(byte[] bytes, int from, int to) {
        boolean quoted = from < to && bytes[from] == '"';
        int start = quoted ? from + 1 : from;
        int end = start;
        while (end < to && (quoted ? bytes[end] != '"' : bytes[end] != ';' && bytes[end] > ' ')) {
            end++;
        }
        while (end > start && bytes[end - 1] <= ' ' && bytes[end - 1] >= 0) {
            end--;
        }
        return end == start ? 0 : hash(bytes, start, end);
    }

    private void append(byte[] bytes, int from, int to) {
        int n = Math.min(to - from, LONGEST_FIELD - typeLength);
        if (typeLength + n > type.length) {
            type = Arrays.copyOf(type, Math.max(typeLength + n, 2 * type.length));
        }
        System.arraycopy(bytes, from, type, typeLength, n);
        typeLength += n;
    }

    private static long number(byte[] bytes, int from, int to) {
        int at = blank(bytes, from, to);
        long number = 0;
        int digits = 0;
        while (at < to && bytes[at] >= '0' && bytes[at] <= '9' && digits < 18) {
            number = number * 10 + bytes[at++] - '0';
            digits++;
        }
        return digits > 0 && blank(bytes, at, to) == to ? number : Chunk.UNKNOWN;
    }

    private static int blank(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && (bytes[i] == ' ' || bytes[i] == '\t' || bytes[i] == '\r')) {
            i++;
        }
        return i;
    }

    private static boolean begins(byte[] bytes, int from, int to, byte[] lowerCase) {
        if (to - from < lowerCase.length) {
            return false;
        }
        for (int i = 0; i < lowerCase.length; i++) {
            byte c = bytes[from + i];
            if ((c >= 'A' && c <= 'Z' ? c | 0x20 : c) != lowerCase[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] bytes(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }
}
