package majix.indexer;

import majix.indexer.invert.AsciiWords;

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
    private final ChunkTokens tokens;
    private boolean addresses;
    private AsciiWords.Sink sink = (_, _, _, _, _) -> {};
    /// A piece of the text as it is.
    private final char[] block = new char[BLOCK];
    /// The low bytes of the block.
    private final byte[] low = new byte[BLOCK + AsciiWords.MARGIN];

    /// @param variants whether tokens are added for the sake of finding: accents taken off, address parts
    TokenScanner(boolean variants) {
        this.tokens = new ChunkTokens(variants);
    }

    /// Gives the tokens of a text to a sink.
    ///
    /// @param inAddresses whether runs with `@ . - +` are tokens too
    @SuppressWarnings("deprecation") // only the bytes of ASCII characters are looked at
    void scan(String text, boolean inAddresses, AsciiWords.Sink to) {
        addresses = inAddresses;
        sink = to;
        tokens.start(to);
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
            if (WordCharacters.folded(block[i]) == 0 && !(addresses && WordCharacters.isAddressMark(block[i]))) {
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
        if (addresses) {
            tokens.split(block, from, to, true);
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
        char[] chunk = Folding.fold(new String(block, from, to - from)).toCharArray();
        tokens.split(chunk, 0, chunk.length, addresses);
    }
}
