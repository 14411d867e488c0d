package majix.cli;

import java.util.ArrayList;
import java.util.List;

/// A line of text taken apart as a shell does it: blanks part words, single quotes, double quotes and backslashes keep
/// characters as they are, a `#` where a word could begin starts a comment. Nothing else has a meaning: `$`, `*`, `~`,
/// `|` and parentheses stand for themselves.
final class ShellWords {
    private final String text;
    private final StringBuilder word = new StringBuilder();
    private int at;

    private ShellWords(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /// The words of a line from a char on.
    ///
    /// @throws IllegalArgumentException if a quote is not closed; its message says which
    static List<String> of(String text, int from) {
        return new ShellWords(text, from).words();
    }

    private List<String> words() {
        List<String> words = new ArrayList<>();
        while (true) {
            while (at < text.length() && isBlank(text.charAt(at))) {
                at++;
            }
            if (at == text.length() || text.charAt(at) == '#') {
                return words;
            }
            words.add(word());
        }
    }

    private String word() {
        word.setLength(0);
        while (at < text.length() && !isBlank(text.charAt(at))) {
            char c = text.charAt(at++);
            switch (c) {
                case '\'' -> single();
                case '"' -> doubled();
                case '\\' -> word.append(escaped());
                default -> word.append(c);
            }
        }
        return word.toString();
    }

    private void single() {
        int end = text.indexOf('\'', at);
        if (end < 0) {
            throw new IllegalArgumentException("a ' has no second one");
        }
        word.append(text, at, end);
        at = end + 1;
    }

    private void doubled() {
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return;
            }
            boolean escape = c == '\\' && at + 1 < text.length() && "\"\\$`".indexOf(text.charAt(at + 1)) >= 0;
            word.append(escape ? text.charAt(++at) : c);
        }
        throw new IllegalArgumentException("a \" has no second one");
    }

    private char escaped() {
        if (at == text.length()) {
            throw new IllegalArgumentException("a \\ stands at the end");
        }
        return text.charAt(at++);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r';
    }
}
