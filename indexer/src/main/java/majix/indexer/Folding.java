package majix.indexer;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/// Folds text so that forms which mean the same meet: NFKC, letter case, invisible characters dropped. Accents stay
/// and can be taken off separately. Follows NFKC_Casefold (Unicode Standard Annex 31) where Java's tables allow it.
final class Folding {
    private Folding() {}

    /// The text folded; ASCII text costs no normalisation.
    static String fold(String text) {
        return isAscii(text) ? lowerAscii(text) : foldUnicode(text);
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String lowerAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                char[] lower = text.toCharArray();
                for (int j = i; j < lower.length; j++) {
                    if (lower[j] >= 'A' && lower[j] <= 'Z') {
                        lower[j] = (char) (lower[j] + ('a' - 'A'));
                    }
                }
                return new String(lower);
            }
        }
        return text;
    }

    private static String foldUnicode(String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder folded = new StringBuilder(normal.length() + 4);
        int cp;
        for (int i = 0; i < normal.length(); i += Character.charCount(cp)) {
            cp = normal.codePointAt(i);
            switch (cp) {
                case 'ß', 'ẞ' -> folded.append("ss");
                case 'ς' -> folded.append('σ');
                case 'İ' -> folded.append('i');
                case 'ı' -> folded.append('ı');
                case 'ŉ' -> folded.append("ʼn");
                default -> {
                    if (!isIgnorable(cp)) {
                        folded.appendCodePoint(Character.toLowerCase(Character.toUpperCase(cp)));
                    }
                }
            }
        }
        return folded.toString();
    }

    /// Characters that do not show: soft hyphen, joiners, direction marks, variation selectors, byte order mark.
    static boolean isIgnorable(int cp) {
        return cp == 0xAD || cp == 0x34F || cp == 0x61C || cp >= 0x180B && cp <= 0x180F || cp >= 0x200B && cp <= 0x200F
                || cp >= 0x202A && cp <= 0x202E || cp >= 0x2060 && cp <= 0x206F || cp >= 0xFE00 && cp <= 0xFE0F
                || cp == 0xFEFF || cp >= 0xE0000 && cp <= 0xE0FFF;
    }

    /// The folded text without its accents, or null if it has none.
    static @Nullable String withoutAccents(String folded) {
        String apart = Normalizer.normalize(folded, Normalizer.Form.NFD);
        StringBuilder plain = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            switch (c) {
                case 'ø' -> plain.append('o');
                case 'ł' -> plain.append('l');
                case 'đ' -> plain.append('d');
                case 'ħ' -> plain.append('h');
                case 'ŧ' -> plain.append('t');
                case 'ı' -> plain.append('i');
                case 'æ' -> plain.append("ae");
                case 'œ' -> plain.append("oe");
                default -> {
                    if (c < 0x300 || c > 0x36F) {
                        plain.append(c);
                    }
                }
            }
        }
        String joined = Normalizer.normalize(plain, Normalizer.Form.NFC);
        return joined.equals(folded) ? null : joined;
    }
}
