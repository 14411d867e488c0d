package majix.indexer;

/// Says where a text without blanks that is longer than the room of [TokenScanner] may be cut, so that its parts have
/// the words of the whole: lines of minified JSON, or paragraphs in Chinese.
final class TextCuts {
    /// A word that reaches back so far is cut by its length anyway.
    private static final int REACH = 2 * TokenScanner.MAX_WORD;

    private TextCuts() {}

    /// What two characters are to each other.
    private enum Link {
        /// In one word, or it cannot be said.
        JOINED,
        /// In one run of Han or the like, which is found by pairs: the first one begins the next part, too.
        PAIR,
        /// Of two scripts in one word, which are two tokens.
        SCRIPTS,
        /// Not in one word.
        APART
    }

    /// The last place where the text can be cut; `to` if it is one long word.
    ///
    /// @param from the place where it begins
    /// @param to the last place to be cut at
    /// @param length of all text that is known
    /// @param addresses whether runs with `@ . - +` are words
    static int before(char[] text, int from, int to, int length, boolean addresses) {
        int least = Math.max(from + 1, to - REACH);
        for (int at = to; at >= least; at--) {
            if (link(text, from, at, length, addresses).compareTo(addresses ? Link.APART : Link.PAIR) >= 0) {
                return at;
            }
        }
        if (addresses) {
            return before(text, from, to, length, false);
        }
        return Character.isHighSurrogate(text[to - 1]) ? to - 1 : to;
    }

    /// Where the part behind a cut begins.
    static int next(char[] text, int from, int cut, int length) {
        return link(text, from, cut, length, false) == Link.PAIR
                ? cut - Character.charCount(Character.codePointBefore(text, cut, from))
                : cut;
    }

    private static Link link(char[] text, int from, int at, int length, boolean addresses) {
        // half a character, or one whose other half is not known yet
        if (Character.isLowSurrogate(text[at]) || (at + 1 == length && Character.isHighSurrogate(text[at]))) {
            return Link.JOINED;
        }
        int first = Character.codePointBefore(text, at, from);
        int second = Character.codePointAt(text, at, length);
        if (first < 0x80 && second < 0x80) {
            return isInside(first, addresses) && isInside(second, addresses) ? Link.JOINED : Link.APART;
        }
        if (isPlainLetter(first) && isPlainLetter(second)) {
            return Link.JOINED;
        }
        Link link = folded(first, second, addresses);
        return link == Link.PAIR && !followsPaired(text, from, at - Character.charCount(first)) ? Link.JOINED : link;
    }

    private static Link folded(int first, int second, boolean addresses) {
        String left = Folding.fold(Character.toString(first));
        String right = Folding.fold(Character.toString(second));
        if (left.isEmpty() || right.isEmpty() || !(left + right).equals(
                Folding.fold(Character.toString(first) + Character.toString(second)))) {
            return Link.JOINED;
        }
        int last = left.codePointBefore(left.length());
        int next = right.codePointAt(0);
        if (leans(next)) {
            return Link.JOINED;
        }
        if (!isInside(last, addresses) || !isInside(next, addresses)) {
            return Link.APART;
        }
        if (WordCharacters.isPaired(last) != WordCharacters.isPaired(next)) {
            return Link.SCRIPTS;
        }
        boolean pair = WordCharacters.isPaired(last) && !leans(last) && left.length() == Character.charCount(last);
        return pair ? Link.PAIR : Link.JOINED;
    }

    /// Whether no folding makes a character another than one of a word without pairs.
    private static boolean isPlainLetter(int cp) {
        return cp < 0xFB00 && WordCharacters.isWord(cp) && !WordCharacters.isPaired(cp);
    }

    private static boolean isInside(int cp, boolean addresses) {
        return WordCharacters.isWord(cp) || (addresses && cp < 0x80 && WordCharacters.isAddressMark((char) cp));
    }

    /// Whether folding may join a character with those before it: marks, and the later letters of a Hangul syllable.
    private static boolean leans(int cp) {
        return WordCharacters.isMark(cp) || (cp >= 0x1160 && cp <= 0x11FF);
    }

    /// Whether the run of the character at a place has begun before it. A run of one has a token of its own.
    private static boolean followsPaired(char[] text, int from, int at) {
        if (at <= from) {
            return false;
        }
        String before = Folding.fold(Character.toString(Character.codePointBefore(text, at, from)));
        int last = before.isEmpty() ? 0 : before.codePointBefore(before.length());
        return WordCharacters.isPaired(last) && WordCharacters.isWord(last);
    }
}
