package majix.query;

/// A place in one argument, moving forward to an end. Offsets are chars from the start of the whole argument.
final class Cursor {
    private final String text;
    private final int end;
    private int at;

    Cursor(String text, int start, int end) {
        this.text = text;
        this.at = start;
        this.end = end;
    }

    String text() {
        return text;
    }

    int at() {
        return at;
    }

    int end() {
        return end;
    }

    boolean atEnd() {
        return at >= end;
    }

    /// The char here, 0 at the end.
    char peek() {
        return atEnd() ? 0 : text.charAt(at);
    }

    /// Whether one of the chars stands here.
    boolean atAnyOf(String chars) {
        return !atEnd() && chars.indexOf(text.charAt(at)) >= 0;
    }

    void moveTo(int place) {
        at = place;
    }

    void next() {
        at++;
    }

    void skipBlanks() {
        while (!atEnd() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    /// Moves over the char if it stands here.
    boolean accept(char c) {
        if (!atEnd() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    QuerySyntaxException error(int offset, String problem) {
        return new QuerySyntaxException(text, offset, problem);
    }
}
