package majix.formats.mime;

import java.nio.charset.StandardCharsets;

/// Text whose charset is not known, or not to be believed: UTF-8 where it is valid, else windows-1252.
///
/// This is decided for each character, not for the text as a whole: one damaged byte in a long text (a cut line, a
/// footer that a list added) does not spoil the rest, and text that is windows-1252 throughout comes out the same.
final class LenientUtf8 {
    private static final char REPLACEMENT = '\uFFFD';
    private static final String HIGH_CONTROLS = "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021"
            + "\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F" + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014"
            + "\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    private LenientUtf8() {}

    static String decode(byte[] bytes, int from, int length) {
        String text = new String(bytes, from, length, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0 ? text : mixed(bytes, from, from + length);
    }

    /// Whether the bytes are UTF-8 throughout.
    static boolean isValid(byte[] bytes, int from, int length) {
        int end = from + length;
        int i = from;
        while (i < end) {
            int next = bytes[i] >= 0 ? i + 1 : sequence(bytes, i, end);
            if (next < 0) {
                return false;
            }
            i = next;
        }
        return true;
    }

    /// The character of a windows-1252 byte.
    static char windows1252(int b) {
        return b >= 0x80 && b < 0xA0 ? HIGH_CONTROLS.charAt(b - 0x80) : (char) b;
    }

    /// The byte that a character is in windows-1252, or in iso-8859-1; -1 if it is in neither.
    static int windows1252Byte(char c) {
        if (c < 0x100) {
            return c;
        }
        int place = HIGH_CONTROLS.indexOf(c);
        return place < 0 ? -1 : 0x80 + place;
    }

    private static String mixed(byte[] bytes, int from, int end) {
        StringBuilder text = new StringBuilder(end - from);
        int i = from;
        while (i < end) {
            if (bytes[i] >= 0) {
                text.append((char) bytes[i++]);
                continue;
            }
            int next = sequence(bytes, i, end);
            if (next < 0) {
                text.append(windows1252(bytes[i++] & 0xff));
            } else {
                text.append(new String(bytes, i, next - i, StandardCharsets.UTF_8));
                i = next;
            }
        }
        return text.toString();
    }

    /// The end of the multi-byte sequence that begins here (Unicode 15, table 3-7), or -1 if it is not well-formed.
    private static int sequence(byte[] bytes, int at, int end) {
        int lead = bytes[at] & 0xff;
        int length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
        if (length == 0 || at + length > end) {
            return -1;
        }
        int second = bytes[at + 1] & 0xff;
        int least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        if (second < least || second > most) {
            return -1;
        }
        for (int i = at + 2; i < at + length; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                return -1;
            }
        }
        return at + length;
    }
}
