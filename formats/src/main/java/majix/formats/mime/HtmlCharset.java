package majix.formats.mime;

import org.jspecify.annotations.Nullable;

/// The charset that an HTML document names itself, in `<meta charset=…>` or `<meta … content="…; charset=…">`.
final class HtmlCharset {
    /// WHATWG HTML 4.2.5.4: the declaration is within the first 1024 bytes.
    private static final int SEARCHED = 1024;
    private static final String KEY = "charset=";

    private HtmlCharset() {}

    /// The name, or null if there is none or the bytes are UTF-8 anyway.
    static @Nullable String declaredIn(byte[] bytes, int length) {
        if (LenientUtf8.isValid(bytes, 0, length)) {
            return null;
        }
        for (int i = 0; i + KEY.length() < Math.min(length, SEARCHED); i++) {
            if (isKey(bytes, i)) {
                int start = i + KEY.length();
                start += bytes[start] == '"' || bytes[start] == '\'' ? 1 : 0;
                StringBuilder name = new StringBuilder();
                while (start < length && isName(bytes[start])) {
                    name.append((char) bytes[start++]);
                }
                return name.isEmpty() ? null : name.toString();
            }
        }
        return null;
    }

    private static boolean isKey(byte[] bytes, int at) {
        for (int i = 0; i < KEY.length(); i++) {
            if (Ascii.lower(bytes[at + i]) != KEY.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isName(byte b) {
        return Ascii.isLetterOrDigit(b) || b == '-' || b == '_';
    }
}
