package majix.formats.mime;

import java.util.Arrays;
import java.util.Locale;

/// How the bytes of a part are wrapped (RFC 2045 6), told from whatever its header says. Decoding never fails and is
/// done in place: what does not belong is passed over, what cannot be meant as code is kept.
enum TransferEncoding {
    IDENTITY,
    BASE64,
    QUOTED_PRINTABLE,
    UUENCODE,
    UNKNOWN;

    private static final int PROSE_SEARCHED = 400;
    private static final byte[] BASE64_VALUES = new byte[256];

    static {
        Arrays.fill(BASE64_VALUES, (byte) -1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < alphabet.length(); i++) {
            BASE64_VALUES[alphabet.charAt(i)] = (byte) i;
        }
    }

    /// The encoding a Content-Transfer-Encoding field means: `7 bit`, `"base64"`, `base64 (comment)`, `x-uue`.
    /// If it names two, the first.
    static TransferEncoding of(String field) {
        String name = field.toLowerCase(Locale.ROOT);
        int base64 = place(name, "base64", "base-64", "base\\64");
        int quoted = place(name, "quoted", "qp");
        if (base64 != Integer.MAX_VALUE || quoted != Integer.MAX_VALUE) {
            return base64 < quoted ? BASE64 : QUOTED_PRINTABLE;
        }
        if (name.contains("uue")) {
            return UUENCODE;
        }
        boolean plain = name.isBlank()
                || place(name, "7", "8", "bin", "none", "plain", "text", "identity", "ascii") != Integer.MAX_VALUE;
        return plain ? IDENTITY : UNKNOWN;
    }

    private static int place(String name, String... words) {
        int first = Integer.MAX_VALUE;
        for (String word : words) {
            int at = name.indexOf(word);
            first = at >= 0 && at < first ? at : first;
        }
        return first;
    }

    /// Decodes the first `length` bytes in place.
    ///
    /// @return the number of bytes that came out, from index 0
    int decode(byte[] bytes, int length) {
        return switch (this) {
            case IDENTITY, UNKNOWN -> length;
            case BASE64 -> isProse(bytes, length) ? length : base64(bytes, 0, length);
            case QUOTED_PRINTABLE -> quotedPrintable(bytes, length);
            case UUENCODE -> Uuencoded.decode(bytes, length);
        };
    }

    /// Decodes the first `length` bytes of a text in place, as [#decode] does, and keeps text behind base64 as it is.
    ///
    /// @return the number of bytes that came out, from index 0
    int decodeText(byte[] bytes, int length) {
        int text = this == BASE64 && !isProse(bytes, length) ? Base64Lines.text(bytes, length) : length;
        if (text == length) {
            return decode(bytes, length);
        }
        int to = base64(bytes, 0, text);
        bytes[to++] = '\n';
        System.arraycopy(bytes, text, bytes, to, length - text);
        return to + length - text;
    }

    /// Whether the first lines hold words between blanks: text that was never encoded, whatever its header says. Single
    /// characters are no words: blanks may stand anywhere in base64.
    static boolean isProse(byte[] bytes, int length) {
        int searched = Math.min(length, PROSE_SEARCHED);
        int blanks = 0;
        for (int i = 2; i + 1 < searched; i++) {
            if (bytes[i] == ' ' && bytes[i - 1] > ' ' && bytes[i - 2] > ' ' && bytes[i + 1] > ' ') {
                blanks++;
            }
        }
        return blanks > 2 && blanks > searched / 40 && !Base64Lines.begin(bytes, length);
    }

    /// The six bits that a character of base64 stands for, or -1.
    static int base64Value(byte b) {
        return BASE64_VALUES[b & 0xff];
    }

    /// Decodes base64 in place, padded or not, also several texts one after the other; other bytes are passed over.
    ///
    /// @return the number of bytes that came out
    static int base64(byte[] bytes, int from, int length) {
        int to = from;
        int bits = 0;
        int count = 0;
        for (int i = from; i < from + length; i++) {
            byte b = bytes[i];
            int value = BASE64_VALUES[b & 0xff];
            if (value >= 0) {
                bits = bits << 6 | value;
                if (++count == 4) {
                    bytes[to++] = (byte) (bits >> 16);
                    bytes[to++] = (byte) (bits >> 8);
                    bytes[to++] = (byte) bits;
                    count = 0;
                }
            } else if (b == '=' && count > 0) {
                to = rest(bytes, to, bits, count);
                count = 0;
            }
        }
        return rest(bytes, to, bits, count) - from;
    }

    private static int rest(byte[] bytes, int at, int bits, int count) {
        int to = at;
        if (count == 2) {
            bytes[to++] = (byte) (bits >> 4);
        } else if (count == 3) {
            bytes[to++] = (byte) (bits >> 10);
            bytes[to++] = (byte) (bits >> 2);
        }
        return to;
    }

    private static int quotedPrintable(byte[] bytes, int length) {
        int to = 0;
        int i = 0;
        while (i < length) {
            byte b = bytes[i];
            if (b != '=') {
                bytes[to++] = b;
                i++;
                continue;
            }
            int value = i + 2 < length ? hex(bytes[i + 1], bytes[i + 2]) : -1;
            int next = value >= 0 ? i + 3 : softBreak(bytes, i + 1, length);
            if (value >= 0 || next < 0) {
                bytes[to++] = value >= 0 ? (byte) value : b;
            }
            i = next < 0 ? i + 1 : next;
        }
        return to;
    }

    /// The place after the line end if nothing but blanks stands before it, else -1.
    private static int softBreak(byte[] bytes, int from, int length) {
        int i = from;
        while (i < length && (bytes[i] == ' ' || bytes[i] == '\t')) {
            i++;
        }
        return i == length ? length : bytes[i] == '\n' ? i + 1 : -1;
    }

    /// The value of two hexadecimal digits in any case, or -1.
    static int hex(byte high, byte low) {
        int value = Character.digit(high, 16) << 4 | Character.digit(low, 16);
        return value < 0 ? -1 : value;
    }
}
