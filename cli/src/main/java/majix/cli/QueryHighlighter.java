package majix.cli;

import majix.query.QuerySyntaxException;
import majix.vfolder.VisibleText;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/// Shows in red from where on a query cannot be meant. What only lacks its end stays as it is;
/// control characters become visible.
final class QueryHighlighter implements Highlighter {
    private final ShellSession session;

    QueryHighlighter(ShellSession session) {
        this.session = session;
    }

    @Override
    public AttributedString highlight(LineReader reader, String buffer) {
        TypedLine line = TypedLine.of(buffer);
        int fault = buffer.length();
        if (!line.isBlank() && !line.isCommand()) {
            try {
                session.parse(line);
            } catch (QuerySyntaxException e) {
                fault = line.column(e.argument(), e.offset());
            } catch (Failure e) {
                // the clock's: told by the search
            }
        }
        AttributedStringBuilder shown = new AttributedStringBuilder();
        append(shown, buffer.substring(0, fault), AttributedStyle.DEFAULT);
        append(shown, buffer.substring(fault), AttributedStyle.DEFAULT.foreground(AttributedStyle.RED));
        return shown.toAttributedString();
    }

    /// What is pasted can hold anything; line ends are the reader's.
    private static void append(AttributedStringBuilder shown, String text, AttributedStyle style) {
        String rest = text;
        for (int end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
            shown.append(VisibleText.of(rest.substring(0, end)), style).append("\n");
            rest = rest.substring(end + 1);
        }
        shown.append(VisibleText.of(rest), style);
    }
}
