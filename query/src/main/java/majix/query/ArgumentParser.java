package majix.query;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import majix.query.Expr.Match;
import org.jspecify.annotations.Nullable;

/// Reads one argument, or one word of a group, that is no group itself.
///
///     argument     = url | saved | [ keys ":" ] alternatives     see SavedTerms for names of saved queries
///     alternatives = conjunction { ("/" | "|") conjunction }     only "|" where the path is among the keys
///     conjunction  = term { "," term }
///     term         = [ "~" ] [ "^" ] piece { "+" piece } [ "=" [ N ] ]
///     piece        = text | '"' anything, quotes doubled '"'
final class ArgumentParser {
    private final Cursor cursor;
    private final Supplier<Now> now;
    private final @Nullable SavedTerms saved;
    private Set<Field> fields = Keys.NONE;
    private boolean path;
    private String separators = "/|,";

    private ArgumentParser(Cursor cursor, Supplier<Now> now, @Nullable SavedTerms saved) {
        this.cursor = cursor;
        this.now = now;
        this.saved = saved;
    }

    /// Reads the chars of an argument from `start` to before `end`.
    ///
    /// @param saved what reads names of saved queries; null where there are none
    static Expr parse(String argument, int start, int end, Supplier<Now> now, @Nullable SavedTerms saved)
            throws QuerySyntaxException {
        int last = end;
        while (last > start && Character.isWhitespace(argument.charAt(last - 1))) {
            last--;
        }
        Cursor cursor = new Cursor(argument, start, last);
        cursor.skipBlanks();
        if (cursor.atEnd()) {
            throw cursor.error(start, "empty argument, expected text, as in s:meeting");
        }
        return new ArgumentParser(cursor, now, saved).argument();
    }

    private Expr argument() throws QuerySyntaxException {
        int start = cursor.at();
        boolean negated = cursor.accept('~');
        if (atUrl()) {
            Expr url = new Expr.Text(fields, rest(), new Match.Exact());
            return negated ? new Expr.Not(url) : url;
        }
        cursor.skipBlanks();
        if (cursor.peek() == 'q' && SavedTerms.start(cursor) >= 0) {
            Expr named = saved();
            return negated ? new Expr.Not(named) : named;
        }
        cursor.moveTo(start);
        keys();
        Field first = fields.iterator().next();
        return switch (first.kind()) {
            case ID -> id();
            case DATE -> new Expr.Dated(date());
            case SIZE -> new Expr.Sized(size());
            case FLAGS -> flags();
            case WORDS, ADDRESSES, NAMES, PATH -> text();
        };
    }

    /// Two or more letters and `://`. One letter is a key: `p://share`.
    private boolean atUrl() {
        int at = cursor.at();
        while (at < cursor.end() && isSchemeChar(cursor.text().charAt(at))) {
            at++;
        }
        return at > cursor.at() + 1 && at + 3 < cursor.end() && cursor.text().startsWith("://", at)
                && Character.isLetter(cursor.peek());
    }

    private static boolean isSchemeChar(char c) {
        return (c < 128 && Character.isLetterOrDigit(c)) || c == '+' || c == '-' || c == '.';
    }

    private Expr saved() throws QuerySyntaxException {
        cursor.moveTo(SavedTerms.start(cursor));
        return (saved == null ? SavedTerms.none(now) : saved).read(cursor);
    }

    private String rest() {
        return cursor.text().substring(cursor.at(), cursor.end());
    }

    private void keys() throws QuerySyntaxException {
        int start = cursor.at();
        int colon = start;
        while (colon < cursor.end() && cursor.text().charAt(colon) != ':') {
            if (cursor.text().charAt(colon++) == '"') {
                return;
            }
        }
        if (colon == cursor.end()) {
            return;
        }
        String key = cursor.text().substring(start, colon).strip();
        Set<Field> chosen = Keys.of(key);
        if (chosen == null) {
            throw cursor.error(start, Keys.unknown(key));
        }
        for (Field field : chosen) {
            if (chosen.size() > 1 && !field.kind().combinable()) {
                throw cursor.error(start, "key \"" + field.letter() + "\" in \"" + key
                        + "\" cannot be combined, expected it alone, as in " + field.example());
            }
        }
        fields = chosen;
        cursor.moveTo(colon + 1);
        cursor.skipBlanks();
    }

    private Expr id() throws QuerySyntaxException {
        String typed = rest();
        String id = typed;
        if (typed.length() > 1 && typed.startsWith("\"") && typed.endsWith("\"")) {
            id = typed.substring(1, typed.length() - 1).replace("\"\"", "\"");
        } else {
            id = id.startsWith("<") ? id.substring(1) : id;
            id = id.endsWith(">") ? id.substring(0, id.length() - 1) : id;
            id = !typed.startsWith("<") && id.endsWith("=") && id.contains("=,") ? withDollars(id) : id;
        }
        if (id.isBlank()) {
            throw cursor.error(cursor.at(), "empty word, expected a Message-ID, as in " + Field.ID.example());
        }
        return new Expr.Id(id);
    }

    /// nnmairix asks mairix, which cannot find `$`, for the pieces between: `m:1$2$3@x` as `m:1=,2=,3@x=`.
    private static String withDollars(String pieces) {
        return pieces.substring(0, pieces.length() - 1).replace("=,", "$");
    }

    private DateRange date() throws QuerySyntaxException {
        try {
            return DateRange.parse(rest(), now);
        } catch (QuerySyntaxException e) {
            throw e.within(cursor.text(), cursor.at());
        }
    }

    private SizeRange size() throws QuerySyntaxException {
        try {
            return SizeRange.parse(rest());
        } catch (QuerySyntaxException e) {
            throw e.within(cursor.text(), cursor.at());
        }
    }

    private Expr flags() throws QuerySyntaxException {
        Set<Character> with = new TreeSet<>();
        Set<Character> without = new TreeSet<>();
        do {
            Set<Character> chosen = cursor.accept('-') ? without : with;
            char letter = Character.toLowerCase(cursor.peek());
            if ("srfdtpl".indexOf(letter) < 0) {
                String found = cursor.atEnd() ? "the end" : QuerySyntaxException.shown("" + cursor.peek());
                throw cursor.error(cursor.at(), "bad flag at " + found + ", expected letters of srfdtpl, each with - or"
                        + " without, as in " + Field.FLAGS.example());
            }
            chosen.add(letter);
            cursor.next();
        } while (!cursor.atEnd());
        return new Expr.Flagged(with, without);
    }

    private Expr text() throws QuerySyntaxException {
        path = fields.contains(Field.PATH);
        if (path) {
            fields = EnumSet.copyOf(fields);
            fields.remove(Field.PATH);
            separators = "|,";
        }
        checkBalance();
        List<Expr> alternatives = new ArrayList<>(1);
        do {
            List<Expr> terms = new ArrayList<>(1);
            do {
                terms.add(term());
            } while (cursor.accept(','));
            alternatives.add(Expr.all(terms));
        } while (cursor.accept('|') || (!path && cursor.accept('/')));
        return Expr.any(alternatives);
    }

    private void checkBalance() throws QuerySyntaxException {
        int open = 0;
        int place = 0;
        int quote = -1;
        for (int i = cursor.at(); i < cursor.end() && open >= 0; i++) {
            char c = cursor.text().charAt(i);
            if (c == '"') {
                quote = quote < 0 ? i : -1;
            } else if (quote < 0 && (c == '(' || c == ')')) {
                place = open == 0 ? i : place;
                open += c == '(' ? 1 : -1;
            }
        }
        if (quote >= 0) {
            throw cursor.error(quote, "unbalanced quote, expected a second \" at the end of the phrase");
        }
        if (open != 0) {
            throw cursor.error(place, "unbalanced parenthesis, expected its pair, or double quotes around the text");
        }
    }

    private Expr term() throws QuerySyntaxException {
        cursor.skipBlanks();
        boolean negated = cursor.accept('~');
        cursor.skipBlanks();
        boolean anchored = cursor.accept('^');
        cursor.skipBlanks();
        if (cursor.atAnyOf("~^")) {
            throw cursor.error(cursor.at(),
                    "stray \"" + cursor.peek() + "\", expected one ~ and then one ^ at most, as in s:~^meeting");
        }
        int start = cursor.at();
        List<String> pieces = new ArrayList<>(1);
        do {
            pieces.add(Piece.read(cursor, stops()));
        } while (!fields.isEmpty() && cursor.accept('+'));
        int errors = Piece.errors(cursor, separators);
        Expr expr = matched(pieces, match(anchored, errors), anchored, Math.max(errors, 0), start);
        return negated ? new Expr.Not(expr) : expr;
    }

    /// The chars that end a text; in a path alone a plus is none.
    private String stops() {
        return separators + (fields.isEmpty() ? "=\"" : "=\"+");
    }

    private static Match match(boolean anchored, int errors) {
        if (errors > 0) {
            return new Match.Approx(errors, anchored);
        }
        if (anchored) {
            return new Match.Prefix();
        }
        return errors == 0 ? new Match.Substring() : new Match.Exact();
    }

    private Expr matched(List<String> pieces, Match match, boolean anchored, int errors, int start)
            throws QuerySyntaxException {
        List<Expr> alternatives = new ArrayList<>(1);
        String wordless = fields.isEmpty() ? null : wordless(pieces, match);
        if (wordless != null && !path) {
            throw cursor.error(start, "nothing searchable in " + QuerySyntaxException.shown(wordless)
                    + ", expected letters or digits, as in s:meeting");
        }
        // what no word can hold may still be part of a path
        if (!fields.isEmpty() && wordless == null) {
            List<String> stripped = new ArrayList<>(pieces.size());
            for (String piece : pieces) {
                stripped.add(piece.strip());
            }
            alternatives.add(stripped.size() == 1
                    ? new Expr.Text(fields, stripped.getFirst(), match)
                    : new Expr.Plus(fields, stripped, match));
        }
        if (path) {
            alternatives.add(new Expr.PathPart(String.join("+", pieces), anchored, errors));
        }
        return Expr.any(alternatives);
    }

    /// The first piece that no token can hold, or null.
    private @Nullable String wordless(List<String> pieces, Match match) {
        for (String piece : pieces) {
            if (!Piece.searchable(piece, fields, match)) {
                return piece;
            }
        }
        return null;
    }
}
