package majix.indexer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// The tokens of all values of one field of one message, for Lucene. Values are far apart, so that no phrase reaches
/// from one into the next. Reused from message to message.
final class MailTokens extends TokenStream {
    /// Positions left free between two values of a field.
    private static final int GAP = 1000;

    private final boolean addresses;
    private final boolean names;
    private final TokenScanner scanner = new TokenScanner(true);
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute position = addAttribute(PositionIncrementAttribute.class);
    private final List<Token> tokens = new ArrayList<>();
    private int current;
    private List<String> values = List.of();
    private int next;
    private boolean wholeName;
    private boolean gap;

    private record Token(String text, int step) {}

    /// @param addresses whether address parts are tokens (To, Cc, From)
    /// @param names whether each value is a token as a whole, besides its words (attachment names)
    MailTokens(boolean addresses, boolean names) {
        this.addresses = addresses;
        this.names = names;
    }

    /// Takes the values of the next message.
    MailTokens of(List<String> newValues) {
        values = newValues;
        next = 0;
        wholeName = false;
        gap = false;
        tokens.clear();
        current = 0;
        return this;
    }

    @Override
    public boolean incrementToken() {
        while (current == tokens.size()) {
            if (wholeName) {
                wholeName = false;
                return whole(values.get(next - 1));
            }
            if (next == values.size()) {
                return false;
            }
            gap = next > 0;
            wholeName = names;
            tokens.clear();
            current = 0;
            scanner.scan(values.get(next++), addresses, (utf8, from, length, _,
                    step) -> tokens.add(new Token(new String(utf8, from, length, StandardCharsets.UTF_8), step)));
        }
        clearAttributes();
        Token token = tokens.get(current++);
        term.append(token.text);
        position.setPositionIncrement(gap ? GAP + token.step : token.step);
        gap = false;
        return true;
    }

    private boolean whole(String name) {
        String folded = Folding.fold(name);
        clearAttributes();
        term.append(folded, 0, Math.min(folded.length(), TokenScanner.MAX_WORD));
        position.setPositionIncrement(GAP);
        return true;
    }

    @Override
    public void reset() {}
}
