package majix.formats.mime;

/// Finds where an HTML tag ends, and the targets of links in it.
final class HtmlTag {
    private final char[] in;
    private final HtmlLinks links;
    private boolean noMoreEnds;
    private int at;

    HtmlTag(char[] in, HtmlLinks links) {
        this.in = in;
        this.links = links;
    }

    /// The place after the `>` of the tag, or the `<` of the next one if it comes first; -1 if there is neither.
    ///
    /// @param nameEnd the place after the tag's name
    int end(int nameEnd) {
        if (noMoreEnds) {
            return -1;
        }
        at = nameEnd;
        while (at < in.length) {
            char c = in[at];
            if (c == '>') {
                return at + 1;
            }
            if (c == '<') {
                return at;
            }
            if (c <= ' ' || c == '/' || c == '=') {
                at++;
            } else {
                attribute();
            }
        }
        noMoreEnds = true;
        return -1;
    }

    private void attribute() {
        int start = at;
        while (at < in.length && in[at] > ' ' && in[at] != '=' && in[at] != '>' && in[at] != '/' && in[at] != '<') {
            at++;
        }
        int end = at;
        skipBlanks();
        if (at == in.length || in[at] != '=') {
            return;
        }
        at++;
        skipBlanks();
        boolean quotes = at < in.length && (in[at] == '"' || in[at] == '\'');
        int from = quotes ? at + 1 : at;
        if (quotes) {
            quoted(in[at]);
        } else {
            while (at < in.length && in[at] > ' ' && in[at] != '>') {
                at++;
            }
        }
        if (isTarget(start, end)) {
            links.add(in, from, at);
        }
        if (quotes && at < in.length && in[at] == in[from - 1]) {
            at++;
        }
    }

    /// Moves to the closing quote. If a `>` and then another tag come before it the quote was forgotten: then to that
    /// `>`, as also if there is no closing quote at all.
    private void quoted(char quote) {
        int close = -1;
        int i = at + 1;
        while (i < in.length && in[i] != quote) {
            if (in[i] == '>' && close < 0) {
                close = i;
            } else if (in[i] == '<' && close >= 0 && i + 1 < in.length
                    && (in[i + 1] == '/' || Ascii.isLetter(in[i + 1]))) {
                break;
            }
            i++;
        }
        boolean closed = i < in.length && in[i] == quote;
        at = closed || close < 0 ? i : close;
    }

    private void skipBlanks() {
        while (at < in.length && in[at] <= ' ') {
            at++;
        }
    }

    private boolean isTarget(int start, int end) {
        return is("href", start, end) || is("src", start, end);
    }

    private boolean is(String name, int start, int end) {
        if (end - start != name.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (Ascii.lower(in[start + i]) != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
