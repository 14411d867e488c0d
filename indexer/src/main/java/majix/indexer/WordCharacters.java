package majix.indexer;

/// What characters are to the tokens of language.md section 3.
final class WordCharacters {
    /// ASCII characters of words, folded; 0 for all others.
    private static final byte[] WORD = new byte[128];

    static {
        for (byte c = 'a'; c <= 'z'; c++) {
            WORD[c] = c;
            WORD[c - 32] = c;
        }
        for (byte c = '0'; c <= '9'; c++) {
            WORD[c] = c;
        }
        WORD['_'] = '_';
    }

    private WordCharacters() {}

    /// What an ASCII character of a word is folded to; 0 for others, which are no characters of words.
    static byte folded(char ascii) {
        return WORD[ascii];
    }

    /// Characters that join words to addresses.
    static boolean isAddressMark(char c) {
        return c == '@' || c == '.' || c == '-' || c == '+';
    }

    /// Letters, marks, digits, numerals such as the ideographic zero, and the underscore.
    static boolean isWord(int cp) {
        if (cp < 128) {
            return WORD[cp] != 0;
        }
        return Character.isLetterOrDigit(cp) || isMark(cp) || Character.getType(cp) == Character.LETTER_NUMBER;
    }

    /// Accents and the like, which belong to the character before them.
    static boolean isMark(int cp) {
        int type = Character.getType(cp);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    /// Scripts written without blanks between words: Thai, Han, Kana, Bopomofo, Hangul.
    static boolean isPaired(int cp) {
        return cp >= 0xE00 && cp <= 0xE7F || cp >= 0x1100 && cp <= 0x11FF || cp >= 0x2E80 && cp <= 0x2FDF
                || cp >= 0x3005 && cp <= 0x3007 || cp >= 0x3021 && cp <= 0x303B || cp >= 0x3041 && cp <= 0x31FF
                || cp >= 0x3400 && cp <= 0x4DBF || cp >= 0x4E00 && cp <= 0x9FFF || cp >= 0xA960 && cp <= 0xA97F
                || cp >= 0xAC00 && cp <= 0xD7FF || cp >= 0xF900 && cp <= 0xFAFF || cp >= 0x20000 && cp <= 0x3FFFF;
    }
}
