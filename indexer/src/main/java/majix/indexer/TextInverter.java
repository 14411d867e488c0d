package majix.indexer;

import java.util.List;
import majix.indexer.invert.AsciiWords;
import majix.indexer.invert.FieldInverter;
import majix.query.Field;
import majix.query.lucene.Columns;
import org.apache.lucene.util.UnicodeUtil;

/// Gives the tokens of all values of one field to its inverter. Values are far apart, so that no phrase reaches from one
/// into the next.
final class TextInverter implements AsciiWords.Sink {
    /// Positions left free between two values of a field.
    static final int GAP = 1000;
    /// How much memory the words of one document may need, counted as if each were a new one: a text of words of usual
    /// length reaches the limit on text of a message first, one made of millions of pairs or expanding characters does not.
    static final int MOST = 40 << 20;
    private static final int OVERHEAD = 8;

    private final Field.Kind kind;
    private final FieldInverter inverter;
    private final TokenScanner scanner;
    private boolean gap;
    private int room;

    /// @param scanner may serve other fields too
    TextInverter(Field field, TokenScanner scanner) {
        kind = field.kind();
        inverter = new FieldInverter(Columns.of(field), true);
        this.scanner = scanner;
    }

    /// Adds a document.
    ///
    /// @return whether all words were taken
    boolean add(List<String> values) {
        room = MOST;
        for (int i = 0; i < values.size(); i++) {
            gap = i > 0;
            String value = values.get(i);
            scanner.scan(value, kind == Field.Kind.ADDRESSES, this);
            if (kind == Field.Kind.NAMES) {
                whole(Folding.fold(value));
            }
        }
        inverter.endDocument();
        return room >= 0;
    }

    /// A name as a whole is a token besides its words.
    private void whole(String name) {
        int length = Math.min(name.length(), TokenScanner.MAX_WORD);
        byte[] utf8 = new byte[Math.max(8, UnicodeUtil.maxUTF8Length(length))];
        int bytes = UnicodeUtil.UTF16toUTF8(name, 0, length, utf8);
        inverter.token(utf8, 0, bytes, AsciiWords.packed(utf8, 0, bytes), GAP);
    }

    @Override
    public void token(byte[] utf8, int from, int length, long packed, int step) {
        if (room < 0) {
            return;
        }
        room -= length + OVERHEAD;
        inverter.token(utf8, from, length, packed, gap ? GAP + step : step);
        gap = false;
    }

    FieldInverter inverter() {
        return inverter;
    }
}
