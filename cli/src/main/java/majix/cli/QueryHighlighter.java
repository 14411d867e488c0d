package majix.cli;

import majix.query.QuerySyntaxException;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/// Shows in red from where on a query cannot be meant. What only lacks its end stays as it is.
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
        return new AttributedStringBuilder().append(buffer.substring(0, fault))
                .append(buffer.substring(fault), AttributedStyle.DEFAULT.foreground(AttributedStyle.RED))
                .toAttributedString();
    }
}
