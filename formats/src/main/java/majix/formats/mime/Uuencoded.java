package majix.formats.mime;

import java.util.function.BiConsumer;

/// Uuencoded data, as a transfer encoding or inline in a text (POSIX uuencode(1)):
/// `begin 644 name`, lines of a length character and four characters for every three bytes, `end`.
final class Uuencoded {
    private Uuencoded() {}

    /// Decodes the block in the bytes in place; without a `begin` line the bytes stay as they are.
    ///
    /// @return the number of bytes that came out
    static int decode(byte[] bytes, int length) {
        int line = 0;
        while (line < length && !begins(bytes, line, length)) {
            line = nextLine(bytes, line, length);
        }
        if (line >= length) {
            return length;
        }
        int to = 0;
        line = nextLine(bytes, line, length);
        while (line < length && !ends(bytes, line, length)) {
            int next = nextLine(bytes, line, length);
            to = line(bytes, line, next, to);
            line = next;
        }
        return to;
    }

    private static boolean begins(byte[] bytes, int at, int length) {
        return at + 7 < length && bytes[at] == 'b' && bytes[at + 1] == 'e' && bytes[at + 2] == 'g'
                && bytes[at + 3] == 'i' && bytes[at + 4] == 'n' && bytes[at + 5] == ' ' && bytes[at + 6] >= '0'
                && bytes[at + 6] <= '7';
    }

    private static boolean ends(byte[] bytes, int at, int length) {
        return at + 3 <= length && bytes[at] == 'e' && bytes[at + 1] == 'n' && bytes[at + 2] == 'd'
                && (at + 3 == length || bytes[at + 3] <= ' ');
    }

    private static int nextLine(byte[] bytes, int from, int length) {
        int i = from;
        while (i < length && bytes[i] != '\n') {
            i++;
        }
        return Math.min(i + 1, length);
    }

    /// Decodes a line. What comes out never takes more room than the lines up to here, not even if blanks, which stand for
    /// zeros, were lost at the ends of many.
    private static int line(byte[] bytes, int from, int end, int at) {
        int to = at;
        int left = bytes[from] - ' ' & 63;
        for (int i = from + 1; left > 0 && i < end; i += 4) {
            int bits = value(bytes, i, end) << 18 | value(bytes, i + 1, end) << 12 | value(bytes, i + 2, end) << 6
                    | value(bytes, i + 3, end);
            for (int k = 16; k >= 0 && left > 0 && to < end; k -= 8, left--) {
                bytes[to++] = (byte) (bits >> k);
            }
        }
        return to;
    }

    /// Blanks at a line's end, which stand for zeros, are lost on the way now and then.
    private static int value(byte[] bytes, int at, int end) {
        return at < end && bytes[at] != '\n' ? bytes[at] - ' ' & 63 : 0;
    }

    /// The text without the uuencoded blocks in it. A block reaches as far as its lines look like data, so that one
    /// without its end takes nothing else with it.
    ///
    /// @param blocks is given the file name of each block and the block
    static String withoutBlocks(String text, BiConsumer<String, String> blocks) {
        int begin = begin(text, 0);
        if (begin < 0) {
            return text;
        }
        StringBuilder rest = new StringBuilder(text.length());
        int done = 0;
        while (begin >= 0) {
            int line = lineEnd(text, begin) + 1;
            int end = blockEnd(text, line);
            if (end > line) {
                rest.append(text, done, begin);
                blocks.accept(text.substring(text.indexOf(' ', begin + 6) + 1, line - 1).strip(),
                        text.substring(begin, end));
                done = end;
            }
            begin = begin(text, Math.max(line, end));
        }
        return rest.append(text, done, text.length()).toString();
    }

    private static int begin(String text, int from) {
        int at = text.indexOf("begin ", from);
        while (at >= 0) {
            int mode = at + 6;
            while (mode < text.length() && text.charAt(mode) >= '0' && text.charAt(mode) <= '7') {
                mode++;
            }
            int digits = mode - at - 6;
            if ((at == 0 || text.charAt(at - 1) == '\n') && (digits == 3 || digits == 4)
                    && mode + 1 < text.length() && text.charAt(mode) == ' ') {
                return at;
            }
            at = text.indexOf("begin ", mode);
        }
        return -1;
    }

    private static int blockEnd(String text, int from) {
        int line = from;
        while (line < text.length()) {
            int end = lineEnd(text, line);
            if (text.startsWith("end", line) && text.substring(line, end).strip().length() == 3) {
                return end;
            }
            if (!isData(text, line, end)) {
                return line;
            }
            line = end + 1;
        }
        return Math.min(line, text.length());
    }

    private static boolean isData(String text, int from, int end) {
        if (from == end) {
            return text.startsWith("end", end + 1);
        }
        int wanted = (text.charAt(from) - ' ' & 63) + 2;
        wanted = wanted / 3 * 4;
        int there = end - from - 1;
        if (there > wanted + 1 || there < wanted * 2 / 3) {
            return false;
        }
        for (int i = from; i < end; i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '`') {
                return false;
            }
        }
        return true;
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }
}
