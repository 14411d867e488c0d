package majix.formats.mime;

/// Classes of ASCII characters; no locale, no other alphabets.
final class Ascii {
    private Ascii() {}

    static boolean isLetter(int c) {
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'z';
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetterOrDigit(int c) {
        return isLetter(c) || isDigit(c);
    }

    static boolean isBlank(int c) {
        return c == ' ' || c == '\t';
    }

    /// The letter in lower case; other characters as they are.
    static int lower(int c) {
        return c >= 'A' && c <= 'Z' ? c + 32 : c;
    }
}
