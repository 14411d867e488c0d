package majix.cli;

import java.util.List;
import majix.indexer.HitWords.Span;
import majix.vfolder.VisibleText;

/// A piece of a text around words that were hit, on one line.
final class Snippet {
    private static final int BEFORE = 30;
    private static final int AFTER = 50;

    private final String value;
    private final List<Span> spans;
    private final int first;
    private final int next;
    private final int from;
    private final int to;

    private Snippet(String value, List<Span> spans, int first) {
        this.value = value;
        this.spans = spans;
        this.first = first;
        int end = spans.get(first).to() + AFTER;
        int last = first + 1;
        while (last < spans.size() && spans.get(last).to() <= end) {
            last++;
        }
        next = last;
        from = start(spans.get(first).from());
        to = end(spans.get(last - 1).to(), end);
    }

    /// The piece around a span, and those that follow it closely.
    ///
    /// @param value a text without blanks at its ends
    static Snippet around(String value, List<Span> spans, int first) {
        return new Snippet(value, spans, first);
    }

    /// The first span that is not in it.
    int next() {
        return next;
    }

    /// Where a word begins, not too far before a place.
    private int start(int place) {
        int start = Math.max(0, place - BEFORE);
        while (start > 0 && start < place && !Character.isWhitespace(value.charAt(start - 1))) {
            start++;
        }
        return start;
    }

    private int end(int least, int wish) {
        int end = Math.min(value.length(), Math.max(least, wish));
        while (end < value.length() && end > least && !Character.isWhitespace(value.charAt(end))) {
            end--;
        }
        return end;
    }

    /// The line.
    String text(Colors colors) {
        StringBuilder line = new StringBuilder();
        int at = from;
        for (Span span : spans.subList(first, next)) {
            line.append(plain(value.substring(at, span.from())));
            line.append(colors.hit(plain(value.substring(span.from(), span.to()))));
            at = span.to();
        }
        line.append(plain(value.substring(at, to)));
        return (from > 0 ? "… " : "") + line.toString().strip() + (to < value.length() ? " …" : "");
    }

    /// Text on one line, with single blanks.
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            boolean isBlank = Character.isWhitespace(text.charAt(i));
            if (!isBlank || !blank) {
                plain.append(isBlank ? ' ' : text.charAt(i));
            }
            blank = isBlank;
        }
        return VisibleText.of(plain.toString());
    }
}
