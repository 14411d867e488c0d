package majix.indexer;

import java.util.Arrays;

/// Splits text into the tokens of language.md section 3: words; in address fields also whole addresses, local parts
/// and domains; runs of Han, Kana, Hangul and Thai as overlapping pairs; accented words also without accents.
/// Works through the text one blank-separated chunk after the other, so that a huge text needs no memory and ASCII is
/// never normalised. Not thread-safe; made to be reused.
final class TokenScanner {
    /// Words longer than this many chars are cut, in messages and queries alike.
    static final int MAX_WORD = 1024;
    private static final int MAX_CHUNK = 4096;
    /// ASCII characters of words, folded; 0 for all others.
    private static final char[] WORD = new char[128];

    static {
        for (char c = 'a'; c <= 'z'; c++) {
            WORD[c] = c;
            WORD[c - 32] = c;
        }
        for (char c = '0'; c <= '9'; c++) {
            WORD[c] = c;
        }
        WORD['_'] = '_';
    }

    private final boolean variants;
    private String text = "";
    private boolean addresses;
    private int at;
    private char[] chunk = new char[MAX_CHUNK];
    private char[] out = new char[4 * MAX_CHUNK];
    private int outLength;
    private int[] starts = new int[64];
    private int[] lengths = new int[64];
    private int[] steps = new int[64];
    private int count;
    private int current;

    /// @param variants whether tokens are added for the sake of finding: accents taken off, address parts
    TokenScanner(boolean variants) {
        this.variants = variants;
    }

    /// Begins a text.
    ///
    /// @param inAddresses whether runs with `@ . - +` are tokens too
    void reset(String newText, boolean inAddresses) {
        text = newText;
        addresses = inAddresses;
        at = 0;
        count = 0;
        current = -1;
    }

    /// Goes to the next token, false at the end.
    boolean next() {
        current++;
        while (current >= count) {
            if (at >= text.length()) {
                return false;
            }
            nextChunk();
            current = 0;
        }
        return true;
    }

    /// The characters that [#start] and [#length] speak of.
    char[] buffer() {
        return out;
    }

    int start() {
        return starts[current];
    }

    int length() {
        return lengths[current];
    }

    /// 1 if the token follows the one before it, 0 if it stands at the same place.
    int step() {
        return steps[current];
    }

    private void nextChunk() {
        count = 0;
        outLength = 0;
        int length = text.length();
        while (at < length && text.charAt(at) <= ' ') {
            at++;
        }
        int from = at;
        boolean ascii = true;
        int limit = Math.min(length, from + MAX_CHUNK);
        char c;
        while (at < limit && (c = text.charAt(at)) > ' ') {
            if (c >= 0x80) {
                ascii = false;
            }
            at++;
        }
        if (at < length && at == limit && Character.isHighSurrogate(text.charAt(at - 1))) {
            at--;
        }
        if (ascii) {
            text.getChars(from, at, chunk, 0);
            scan(at - from);
        } else {
            String folded = Folding.fold(text.substring(from, at));
            if (folded.length() > chunk.length) {
                chunk = new char[folded.length()];
            }
            folded.getChars(0, folded.length(), chunk, 0);
            scan(folded.length());
        }
    }

    private void scan(int length) {
        int i = 0;
        while (i < length) {
            if (addresses) {
                int end = addressEnd(i, length);
                if (end > i) {
                    address(i, end);
                    i = end;
                    continue;
                }
            } else {
                int end = wordEnd(i, length);
                if (end > i) {
                    word(i, end);
                    i = end;
                    continue;
                }
            }
            i++;
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
        int start = begin(end - from, step);
        boolean plain = true;
        for (int i = from; i < end; i++) {
            char c = chunk[i];
            if (c < 128) {
                char folded = WORD[c];
                out[outLength++] = folded == 0 ? c : folded;
            } else {
                plain = false;
                out[outLength++] = c;
            }
        }
        if (!plain && variants) {
            String bare = Folding.withoutAccents(new String(out, start, end - from));
            if (bare != null && !bare.isEmpty()) {
                begin(bare.length(), 0);
                bare.getChars(0, bare.length(), out, outLength);
                outLength += bare.length();
            }
        }
    }

    private int begin(int length, int step) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            lengths = Arrays.copyOf(lengths, 2 * count);
            steps = Arrays.copyOf(steps, 2 * count);
        }
        if (outLength + length > out.length) {
            out = Arrays.copyOf(out, Math.max(2 * out.length, outLength + length));
        }
        starts[count] = outLength;
        lengths[count] = length;
        steps[count] = step;
        count++;
        return outLength;
    }

    static boolean isAddressMark(char c) {
        return c == '@' || c == '.' || c == '-' || c == '+';
    }

    /// Letters, marks, digits and the underscore.
    static boolean isWord(int cp) {
        if (cp < 128) {
            return WORD[cp] != 0;
        }
        if (Character.isLetterOrDigit(cp)) {
            return true;
        }
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
