package majix.indexer;

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
    private List<String> values = List.of();
    private int next;
    private boolean wholeName;
    private boolean gap;

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
        scanner.reset("", addresses);
        return this;
    }

    @Override
    public boolean incrementToken() {
        while (!scanner.next()) {
            if (wholeName) {
                wholeName = false;
                return whole(values.get(next - 1));
            }
            if (next == values.size()) {
                return false;
            }
            gap = next > 0;
            wholeName = names;
            scanner.reset(values.get(next++), addresses);
        }
        clearAttributes();
        term.copyBuffer(scanner.buffer(), scanner.start(), scanner.length());
        position.setPositionIncrement(gap ? GAP + scanner.step() : scanner.step());
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
