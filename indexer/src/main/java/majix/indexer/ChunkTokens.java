package majix.indexer;

import majix.indexer.invert.AsciiWords;
import org.apache.lucene.util.UnicodeUtil;

/// Splits a folded chunk of a text into its tokens, for [TokenScanner]. Not thread-safe; made to be reused.
final class ChunkTokens {
    private static final int MAX_WORD = TokenScanner.MAX_WORD;

    private final boolean variants;
    private AsciiWords.Sink sink = (_, _, _, _, _) -> {};
    private char[] chunk = {};
    private byte[] out = new byte[MAX_WORD + 8];

    /// @param variants whether tokens are added for the sake of finding: accents taken off, address parts
    ChunkTokens(boolean variants) {
        this.variants = variants;
    }

    /// Gives all tokens that follow to a sink.
    void start(AsciiWords.Sink to) {
        sink = to;
    }

    /// Gives the tokens of `text[from, to)` to the sink.
    ///
    /// @param addresses whether runs with `@ . - +` are tokens too
    void split(char[] text, int from, int to, boolean addresses) {
        chunk = text;
        if (addresses) {
            addresses(from, to);
        } else {
            words(from, to);
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
                if (WordCharacters.folded(c) == 0) {
                    break;
                }
                i++;
            } else {
                int cp = Character.codePointAt(chunk, i, length);
                if (!WordCharacters.isWord(cp)) {
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
                if (!WordCharacters.isAddressMark(chunk[i])) {
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
            marks |= WordCharacters.isAddressMark(c);
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
            boolean pairs = chunk[i] >= 0xE00 && WordCharacters.isPaired(Character.codePointAt(chunk, i, to));
            int end = i + 1;
            if (chunk[i] >= 0x80) {
                end = i + Character.charCount(Character.codePointAt(chunk, i, to));
            }
            while (end < to) {
                int cp = chunk[end] < 0x80 ? chunk[end] : Character.codePointAt(chunk, end, to);
                if ((cp >= 0xE00 && WordCharacters.isPaired(cp)) != pairs) {
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
            byte folded = WordCharacters.folded(c);
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
}
