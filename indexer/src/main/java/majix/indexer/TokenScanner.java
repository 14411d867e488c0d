package majix.indexer;

import majix.indexer.invert.AsciiWords;
import org.apache.lucene.util.UnicodeUtil;

/// Splits text into the tokens of language.md section 3: words; in address fields also whole addresses, local parts
/// and domains; runs of Han, Kana, Hangul and Thai as overlapping pairs; accented words also without accents.
/// Works through the text one blank-separated chunk after the other, so that a huge text needs no memory and ASCII is
/// never normalised. Not thread-safe; made to be reused.
final class TokenScanner {
    /// Words longer than this many chars are cut, in messages and queries alike.
    static final int MAX_WORD = 1024;
    private static final int MAX_CHUNK = 4096;
    private static final int BLOCK = 2 * MAX_CHUNK;
    /// More marks in a row than any script has; sorting them, which folding does, takes the square of their number.
    private static final int MAX_MARKS = 64;
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

    private final boolean variants;
    private boolean addresses;
    private AsciiWords.Sink sink = (_, _, _, _, _) -> {};
    /// A piece of the text as it is.
    private final char[] block = new char[BLOCK];
    /// What is being split: the block, or a chunk of it folded.
    private char[] chunk = block;
    /// The low bytes of the block.
    private final byte[] low = new byte[BLOCK + AsciiWords.MARGIN];
    private byte[] out = new byte[MAX_WORD + 8];

    /// @param variants whether tokens are added for the sake of finding: accents taken off, address parts
    TokenScanner(boolean variants) {
        this.variants = variants;
    }

    /// Gives the tokens of a text to a sink.
    ///
    /// @param inAddresses whether runs with `@ . - +` are tokens too
    @SuppressWarnings("deprecation") // only the bytes of ASCII characters are looked at
    void scan(String text, boolean inAddresses, AsciiWords.Sink to) {
        addresses = inAddresses;
        sink = to;
        int length = text.length();
        for (int at = 0; at < length;) {
            int end = Math.min(length, at + BLOCK);
            text.getChars(at, end, block, 0);
            if (!addresses) {
                text.getBytes(at, end, low, 0);
            }
            at += chunks(end - at, end == length);
        }
    }

    /// Splits the block up to its last blank.
    ///
    /// @return how many chars were taken
    private int chunks(int length, boolean last) {
        int at = 0;
        while (true) {
            int odd = asciiEnd(at, length);
            int from = afterBlank(at, odd);
            if (odd == length && (last || from == 0)) {
                int end = last ? length : asciiCut(length);
                plain(at, end);
                return end;
            }
            plain(at, from);
            if (odd == length) {
                return from;
            }
            int limit = Math.min(length, from + MAX_CHUNK);
            int to = Math.min(odd, limit);
            while (to < limit && block[to] > ' ') {
                to++;
            }
            if (to == length && !last && from > 0) {
                return from;
            }
            if (to < length && block[to] > ' ') {
                to = TextCuts.before(block, from, to, length, addresses);
                at = TextCuts.next(block, from, to, length);
            } else {
                at = to;
            }
            folded(from, to);
        }
    }

    /// Where a block of ASCII without blanks is cut: before what ends its last word, or behind it all if it is one word.
    private int asciiCut(int length) {
        for (int i = length - 1; i > 0; i--) {
            if (WORD[block[i]] == 0 && !(addresses && isAddressMark(block[i]))) {
                return i;
            }
        }
        return length;
    }

    /// Where ASCII ends.
    private int asciiEnd(int from, int length) {
        int i = from;
        for (; i + 16 <= length; i += 16) {
            int all = 0;
            for (int j = i; j < i + 16; j++) {
                all |= block[j];
            }
            if (all >= 0x80) {
                break;
            }
        }
        while (i < length && block[i] < 0x80) {
            i++;
        }
        return i;
    }

    /// Begin of the chunk that ends before a place.
    private int afterBlank(int from, int to) {
        int i = to;
        while (i > from && block[i - 1] > ' ') {
            i--;
        }
        return i;
    }

    private void plain(int from, int to) {
        chunk = block;
        if (addresses) {
            addresses(from, to);
        } else {
            AsciiWords.split(low, from, to, MAX_WORD, sink);
        }
    }

    private void folded(int from, int to) {
        int at = from;
        while (to - at > 4 * MAX_MARKS) {
            int end = marksEnd(at, to);
            fold(at, end);
            at = end;
        }
        if (at < to) {
            fold(at, to);
        }
    }

    /// Behind so many marks in a row, or the end.
    private int marksEnd(int from, int to) {
        int marks = 0;
        for (int i = from; i < to; i++) {
            marks = Character.getType(block[i]) == Character.NON_SPACING_MARK ? marks + 1 : 0;
            if (marks == MAX_MARKS) {
                return i + 1;
            }
        }
        return to;
    }

    private void fold(int from, int to) {
        chunk = Folding.fold(new String(block, from, to - from)).toCharArray();
        if (addresses) {
            addresses(0, chunk.length);
        } else {
            words(0, chunk.length);
        }
    }

    private void words(int from, int to) {
        for (int i = from; i < to;) {
            int end = wordEnd(i, to);
            if (end > i) {
                word(i, end);
            }
            i = Math.max(i + 1, end);
        }
    }

    private void addresses(int from, int to) {
        for (int i = from; i < to;) {
            int end = addressEnd(i, to);
            if (end > i) {
                address(i, end);
            }
            i = Math.max(i + 1, end);
        }
    }

    private int wordEnd(int from, int length) {
        int i = from;
        while (i < length) {
            char c = chunk[i];
            if (c < 128) {
                if (WORD[c] == 0) {
                    break;
                }
                i++;
            } else {
                int cp = Character.codePointAt(chunk, i, length);
                if (!isWord(cp)) {
                    break;
                }
                i += Character.charCount(cp);
            }
        }
        return i;
    }

    private int addressEnd(int from, int length) {
        int i = from;
        while (i < length) {
            int end = wordEnd(i, length);
            if (end == i) {
                if (!isAddressMark(chunk[i])) {
                    break;
                }
                end++;
            }
            i = end;
        }
        return i;
    }

    private void address(int from, int to) {
        int at = -1;
        boolean marks = false;
        for (int i = from; i < to; i++) {
            char c = chunk[i];
            marks |= isAddressMark(c);
            if (c == '@') {
                at = i;
            }
        }
        boolean first = true;
        for (int i = from; i < to;) {
            int end = wordEnd(i, to);
            if (end == i) {
                i++;
                continue;
            }
            word(i, end);
            if (first && marks && variants) {
                first = false;
                addressParts(from, at, to);
            }
            i = end;
        }
    }

    private void addressParts(int from, int at, int to) {
        token(from, to, 0);
        if (at >= 0) {
            part(from, at);
            part(at + 1, to);
        }
    }

    /// A local part or domain that is not just a word.
    private void part(int from, int to) {
        if (from < to && wordEnd(from, to) < to) {
            token(from, to, 0);
        }
    }

    private void word(int from, int to) {
        int i = from;
        while (i < to) {
            boolean pairs = chunk[i] >= 0xE00 && isPaired(Character.codePointAt(chunk, i, to));
            int end = i + 1;
            if (chunk[i] >= 0x80) {
                end = i + Character.charCount(Character.codePointAt(chunk, i, to));
            }
            while (end < to) {
                int cp = chunk[end] < 0x80 ? chunk[end] : Character.codePointAt(chunk, end, to);
                if ((cp >= 0xE00 && isPaired(cp)) != pairs) {
                    break;
                }
                end += Character.charCount(cp);
            }
            if (pairs) {
                pairs(i, end);
            } else {
                token(i, end, 1);
            }
            i = end;
        }
    }

    private void pairs(int from, int to) {
        int second = from + Character.charCount(Character.codePointAt(chunk, from, to));
        if (second >= to) {
            token(from, to, 1);
            return;
        }
        int first = from;
        while (second < to) {
            int third = second + Character.charCount(Character.codePointAt(chunk, second, to));
            token(first, third, 1);
            first = second;
            second = third;
        }
    }

    private void token(int from, int to, int step) {
        int end = Math.min(to, from + MAX_WORD);
        if (end < to && Character.isHighSurrogate(chunk[end - 1])) {
            end--;
        }
        long packed = 0;
        for (int i = from; i < end; i++) {
            char c = chunk[i];
            if (c >= 128) {
                unicode(from, end, step);
                return;
            }
            byte folded = WORD[c];
            out[i - from] = folded == 0 ? (byte) c : folded;
            packed = packed << 8 | out[i - from];
        }
        sink.token(out, 0, end - from, packed, step);
    }

    private void unicode(int from, int end, int step) {
        emit(chunk, from, end - from, step);
        String bare = variants ? Folding.withoutAccents(new String(chunk, from, end - from)) : null;
        if (bare != null && !bare.isEmpty()) {
            emit(bare.toCharArray(), 0, bare.length(), 0);
        }
    }

    private void emit(char[] chars, int from, int length, int step) {
        if (out.length < 3 * length + 8) {
            out = new byte[3 * length + 8];
        }
        int bytes = UnicodeUtil.UTF16toUTF8(chars, from, length, out);
        sink.token(out, 0, bytes, AsciiWords.packed(out, 0, bytes), step);
    }

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
