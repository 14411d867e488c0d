package majix.query;

import java.text.Normalizer;
import java.util.Set;
import majix.query.Expr.Match;

/// The smallest pieces of a term: a text, plain or in double quotes, and the number of errors after it.
final class Piece {
    private static final int MOST_ERRORS = 1_000_000;

    private Piece() {}

    /// Reads a text up to one of the chars that stop it; the cursor then stands there, or at the end.
    static String read(Cursor cursor, String stops) throws QuerySyntaxException {
        cursor.skipBlanks();
        int start = cursor.at();
        String text = cursor.accept('"') ? quoted(cursor) : plain(cursor, stops);
        if (text.isBlank()) {
            throw cursor.error(start, "empty word, expected text, as in s:meeting");
        }
        cursor.skipBlanks();
        if (!cursor.atEnd() && (cursor.peek() == '"' || !cursor.atAnyOf(stops))) {
            throw cursor.error(cursor.at(),
                    "stray text beside a quote, expected the whole phrase in quotes, as in s:\"annual report\"");
        }
        return text;
    }

    private static String plain(Cursor cursor, String stops) throws QuerySyntaxException {
        int start = cursor.at();
        if (cursor.peek() == '(') {
            throw cursor.error(start,
                    "stray \"(\", expected a group before the keys, as in (s:meeting or s:agenda), or double quotes");
        }
        while (!cursor.atEnd() && !cursor.atAnyOf(stops)) {
            cursor.next();
        }
        return cursor.text().substring(start, cursor.at()).strip();
    }

    private static String quoted(Cursor cursor) {
        StringBuilder text = new StringBuilder();
        while (!cursor.atEnd()) {
            char c = cursor.peek();
            cursor.next();
            if (c == '"' && !cursor.accept('"')) {
                break;
            }
            text.append(c);
        }
        return text.toString();
    }

    /// Reads `=` and a number: that number, 0 for a bare `=`, -1 if there is no `=`. It must end the term.
    static int errors(Cursor cursor, String separators) throws QuerySyntaxException {
        cursor.skipBlanks();
        if (!cursor.accept('=')) {
            return -1;
        }
        cursor.skipBlanks();
        int start = cursor.at();
        int errors = 0;
        for (; cursor.atAnyOf("0123456789"); cursor.next()) {
            errors = Math.min(errors * 10 + cursor.peek() - '0', MOST_ERRORS);
        }
        cursor.skipBlanks();
        if (!cursor.atEnd() && !cursor.atAnyOf(separators)) {
            throw cursor.error(start, "bad number after \"=\", expected a number of errors, as in s:meeting=1, or"
                    + " double quotes around text with \"=\"");
        }
        return errors;
    }

    /// Whether tokens can hold any of the text: letters, marks, digits and `_`; parts of addresses and file names may
    /// be anything else.
    static boolean searchable(String text, Set<Field> fields, Match match) {
        if (fields.contains(Field.ATTACHMENT)) {
            return true;
        }
        boolean inAddresses = !(match instanceof Match.Exact)
                && (fields.contains(Field.TO) || fields.contains(Field.CC) || fields.contains(Field.FROM));
        boolean ascii = true;
        for (int i = 0; i < text.length();) {
            int c = text.codePointAt(i);
            if (isWordChar(c) || (inAddresses && "@.-+".indexOf(c) >= 0)) {
                return true;
            }
            ascii &= c < 0x80;
            i += Character.charCount(c);
        }
        // signs that are letters once they are folded, such as that of degrees Celsius
        return !ascii && Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints().anyMatch(Piece::isWordChar);
    }

    private static boolean isWordChar(int c) {
        return Character.isLetterOrDigit(c) || c == '_' || switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
                !isInvisible(c);
            case Character.LETTER_NUMBER -> true;
            default -> false;
        };
    }

    /// Marks that the index drops: the joiner of graphemes and the selectors of variants, as emoji have them.
    private static boolean isInvisible(int c) {
        return c == 0x34F || (c >= 0x180B && c <= 0x180F) || (c >= 0xFE00 && c <= 0xFE0F)
                || (c >= 0xE0100 && c <= 0xE01EF);
    }
}
