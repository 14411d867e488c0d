package majix.cli;

import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/// Tells JLine which word of a query is being completed: all between blanks that stand in no quotes,
/// quotes and parentheses included.
final class QueryLineParser implements Parser {

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        int from = TypedLine.start(line, cursor);
        int to = cursor;
        while (to < line.length() && !Character.isWhitespace(line.charAt(to))) {
            to++;
        }
        return new Line(line, cursor, line.substring(from, to), cursor - from);
    }

    /// A line of which only one word matters.
    private record Line(String line, int cursor, String word, int wordCursor) implements CompletingParsedLine {
        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(word);
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return wordCursor;
        }

        @Override
        public int rawWordLength() {
            return word.length();
        }
    }
}
