package majix.formats.mime;

/// UTF-7 (RFC 2152), which the JDK does not know.
final class Utf7 {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private Utf7() {}

    /// Decodes `length` bytes from `from`; what breaks the rules is kept as it is.
    static String decode(byte[] bytes, int from, int length) {
        StringBuilder text = new StringBuilder(length);
        int end = from + length;
        int i = from;
        while (i < end) {
            char c = (char) (bytes[i++] & 0xff);
            if (c != '+') {
                text.append(c);
            } else if (i < end && bytes[i] == '-') {
                text.append('+');
                i++;
            } else {
                i = shifted(bytes, i, end, text);
            }
        }
        return text.toString();
    }

    private static int shifted(byte[] bytes, int from, int end, StringBuilder text) {
        int bits = 0;
        int count = 0;
        int i = from;
        while (i < end) {
            int value = ALPHABET.indexOf(bytes[i]);
            if (value < 0) {
                break;
            }
            bits = bits << 6 | value;
            count += 6;
            if (count >= 16) {
                count -= 16;
                text.append((char) (bits >>> count));
                bits &= (1 << count) - 1;
            }
            i++;
        }
        if (i == from) {
            text.append('+');
        }
        return i < end && i > from && bytes[i] == '-' ? i + 1 : i;
    }
}
