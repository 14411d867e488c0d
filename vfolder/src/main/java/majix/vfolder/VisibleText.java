package majix.vfolder;

import java.nio.charset.StandardCharsets;

/// Text of strangers, made harmless for a terminal: what could move the cursor, change colours, break the line or
/// turn the direction of writing is shown as `\x1b` or `\u202e`.
public final class VisibleText {
    private VisibleText() {}

    /// The text with every control character visible; tabs and line ends become a blank.
    public static String of(String text) {
        int at = 0;
        while (at < text.length() && isPlain(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return text;
        }
        StringBuilder visible = new StringBuilder(text.length() + 16).append(text, 0, at);
        for (; at < text.length(); at++) {
            append(visible, text, at);
        }
        return visible.toString();
    }

    /// Whether the char at a place is shown as it is.
    public static boolean isVisible(String text, int at) {
        char c = text.charAt(at);
        return isPlain(c) || (Character.isSurrogate(c) && isPaired(text, at));
    }

    /// Bytes of a name of a file, in UTF-8, as [#of] has their text; the same array if nothing is to be changed.
    public static byte[] of(byte[] name) {
        for (byte b : name) {
            if (b < ' ' || b == 0x7f) {
                return of(new String(name, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
            }
        }
        return name;
    }

    private static void append(StringBuilder visible, String text, int at) {
        char c = text.charAt(at);
        if (isVisible(text, at)) {
            visible.append(c);
        } else if (c == '\t' || c == '\n' || c == '\r') {
            visible.append(' ');
        } else if (c <= 0xff) {
            hex(visible.append("\\x"), c, 2);
        } else if (Character.isSurrogate(c)) {
            visible.append('\ufffd');
        } else {
            hex(visible.append("\\u"), c, 4);
        }
    }

    private static boolean isPlain(char c) {
        if (c < 0x7f) {
            return c >= ' ';
        }
        return c > 0x9f && c != 0xad && !isFormat(c) && !Character.isSurrogate(c);
    }

    /// Marks of direction, line and paragraph separators, and characters that show nothing; joiners (U+200C, U+200D)
    /// are part of ordinary writing.
    private static boolean isFormat(char c) {
        return c == 0x61c || c == 0x200b || c == 0x200e || c == 0x200f || (c >= 0x2028 && c <= 0x202e)
                || (c >= 0x2060 && c <= 0x206f)
                || c == 0xfeff || (c >= 0xfff9 && c <= 0xfffb);
    }

    private static boolean isPaired(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }

    private static void hex(StringBuilder visible, int value, int digits) {
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            visible.append("0123456789abcdef".charAt(value >>> shift & 15));
        }
    }
}
