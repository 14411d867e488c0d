package majix.indexer;

import java.util.ArrayList;
import java.util.List;

/// The words of a text that is to be shown, with their places in it: the same as [TokenScanner] finds, save those that
/// folding makes out of characters that are no letters.
final class TextTokens {
    private final String text;
    private final List<Token> tokens = new ArrayList<>();

    /// A token.
    ///
    /// @param folded as it is in the index
    record Token(int from, int to, String folded) {}

    private TextTokens(String text) {
        this.text = text;
    }

    /// Words, in their order.
    static List<Token> words(String text) {
        TextTokens scan = new TextTokens(text);
        for (int i = 0; i < text.length();) {
            int end = scan.end(i, false);
            if (end > i) {
                scan.word(i, end);
            }
            i = Math.max(end, i + 1);
        }
        return scan.tokens;
    }

    /// Runs with `@ . - +` in them, and their local parts and domains.
    static List<Token> addresses(String text) {
        TextTokens scan = new TextTokens(text);
        for (int i = 0; i < text.length();) {
            int end = scan.end(i, true);
            if (end > i) {
                scan.add(i, end);
                int at = end - 1;
                while (at > i && text.charAt(at) != '@') {
                    at--;
                }
                if (at > i) {
                    scan.add(i, at);
                    scan.add(at + 1, end);
                }
            }
            i = Math.max(end, i + 1);
        }
        return scan.tokens;
    }

    private void add(int from, int to) {
        tokens.add(new Token(from, to, Folding.fold(text.substring(from, to))));
    }

    private int end(int from, boolean marks) {
        int i = from;
        while (i < text.length()) {
            int cp = text.codePointAt(i);
            boolean inside = WordCharacters.isWord(cp) || (i > from && cp > 0x7F && Folding.isIgnorable(cp))
                    || (marks && cp < 128 && WordCharacters.isAddressMark((char) cp));
            if (!inside) {
                break;
            }
            i += Character.charCount(cp);
        }
        return i;
    }

    private void word(int from, int to) {
        for (int i = from; i < to;) {
            boolean pairs = WordCharacters.isPaired(text.codePointAt(i));
            int end = i;
            while (end < to && WordCharacters.isPaired(text.codePointAt(end)) == pairs) {
                end = text.offsetByCodePoints(end, 1);
            }
            if (pairs) {
                pairs(i, end);
            } else {
                add(i, end);
            }
            i = end;
        }
    }

    private void pairs(int from, int to) {
        int second = text.offsetByCodePoints(from, 1);
        if (second >= to) {
            add(from, to);
        }
        for (int first = from; second < to;) {
            int third = text.offsetByCodePoints(second, 1);
            add(first, third);
            first = second;
            second = third;
        }
    }
}
