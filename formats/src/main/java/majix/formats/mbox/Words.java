package majix.formats.mbox;

/// The words of one line: runs of anything but blanks and tabs.
final class Words {
    private static final int MOST = 40;

    private final byte[] line;
    private final int[] starts = new int[MOST];
    private final int[] ends = new int[MOST];
    private int count;

    private Words(byte[] line) {
        this.line = line;
    }

    /// The words between two indices; of a line with very many, the last one holds the rest of the line.
    static Words of(byte[] line, int from, int to) {
        Words words = new Words(line);
        int i = from;
        while (i < to) {
            if (blank(line[i])) {
                i++;
                continue;
            }
            int end = i;
            while (end < to && (!blank(line[end]) || words.count == MOST - 1)) {
                end++;
            }
            words.starts[words.count] = i;
            words.ends[words.count++] = end;
            i = end;
        }
        return words;
    }

    int count() {
        return count;
    }

    int length(int word) {
        return ends[word] - starts[word];
    }

    /// A character of a word; the index may be past its end, which gives a blank.
    char at(int word, int index) {
        return index < length(word) ? (char) (line[starts[word] + index] & 0xff) : ' ';
    }

    boolean is(int word, String text) {
        return word < count && length(word) == text.length() && begins(word, text);
    }

    /// Whether a word begins with a text, in any case.
    boolean begins(int word, String text) {
        if (word >= count || length(word) < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (lower(at(word, i)) != lower(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    boolean holds(int word, char wanted) {
        for (int i = starts[word]; i < ends[word]; i++) {
            if (line[i] == wanted) {
                return true;
            }
        }
        return false;
    }

    /// Takes `remote from HOST` off the end, which UUCP put there.
    void dropRemoteFrom() {
        if (count > 3 && is(count - 3, "remote") && is(count - 2, "from")) {
            count -= 3;
        }
    }

    /// Whether all characters from an index to another are digits; there is at least one.
    boolean digits(int word, int from, int to) {
        if (from >= to || to > length(word)) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (at(word, i) < '0' || at(word, i) > '9') {
                return false;
            }
        }
        return true;
    }

    /// The number that [#digits] saw, of at most nine digits.
    int number(int word, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + at(word, i) - '0';
        }
        return number;
    }

    private static boolean blank(byte c) {
        return c == ' ' || c == '\t' || c == '\r';
    }

    static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
}
