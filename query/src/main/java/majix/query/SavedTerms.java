package majix.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Puts saved queries in the place of their names: what follows `q:` in one query, and in all those that it brings in.
///
///     saved        = ( "q" | "query" ) ":" alternatives
///     alternatives = conjunction { ("/" | "|") conjunction }
///     conjunction  = [ "~" ] name { "," [ "~" ] name }
final class SavedTerms {
    /// Queries that double in each of many steps would never come to an end.
    private static final int MOST = 1000;
    private static final int DEEPEST = 100;

    private final SavedQueries saved;
    private final Supplier<Now> now;
    /// The names that are being read, the one that was typed first.
    private final List<String> open = new ArrayList<>();
    private int count;
    /// What is wrong in a saved query; it is told once, not by each query that brings it in.
    private @Nullable String problem;

    SavedTerms(SavedQueries saved, Supplier<Now> now) {
        this.saved = saved;
        this.now = now;
    }

    /// For queries that can name none.
    static SavedTerms none(Supplier<Now> now) {
        return new SavedTerms(new SavedQueries() {
            @Override
            public @Nullable List<String> arguments(String name) {
                return null;
            }

            @Override
            public Collection<String> names() {
                return List.of();
            }
        }, now);
    }

    /// Where the text behind a key for saved queries begins; -1 if no such key stands at the cursor.
    static int start(Cursor cursor) {
        if (cursor.peek() != 'q') {
            return -1;
        }
        int colon = cursor.text().indexOf(':', cursor.at());
        if (colon < 0 || colon >= cursor.end()) {
            return -1;
        }
        String key = cursor.text().substring(cursor.at(), colon).strip();
        return key.equals("q") || key.equals("query") ? colon + 1 : -1;
    }

    /// Reads names up to the end.
    Expr read(Cursor cursor) throws QuerySyntaxException {
        List<Expr> alternatives = new ArrayList<>(1);
        do {
            List<Expr> terms = new ArrayList<>(1);
            do {
                terms.add(term(cursor));
            } while (cursor.accept(','));
            alternatives.add(Expr.all(terms));
        } while (cursor.accept('/') || cursor.accept('|'));
        return Expr.any(alternatives);
    }

    private Expr term(Cursor cursor) throws QuerySyntaxException {
        cursor.skipBlanks();
        boolean negated = cursor.accept('~');
        cursor.skipBlanks();
        int start = cursor.at();
        while (!cursor.atEnd() && SavedQueries.isNameChar(cursor.peek())) {
            cursor.next();
        }
        String name = cursor.text().substring(start, cursor.at());
        cursor.skipBlanks();
        if (!cursor.atEnd() && !cursor.atAnyOf("/|,")) {
            throw cursor.error(cursor.at(), "stray " + QuerySyntaxException.shown("" + cursor.peek())
                    + ", expected names of saved searches: letters, digits and -_. with / or , in between");
        }
        if (name.isEmpty()) {
            throw cursor.error(start, "empty word, expected the name of a saved search" + known(": "));
        }
        Expr expr = expand(name, cursor, start);
        return negated ? new Expr.Not(expr) : expr;
    }

    private Expr expand(String name, Cursor cursor, int start) throws QuerySyntaxException {
        if (open.contains(name)) {
            open.add(name);
            problem = "saved search \"" + name + "\" asks for itself: " + String.join(" > ", open);
            throw cursor.error(start, problem);
        }
        if (++count > MOST || open.size() >= DEEPEST) {
            problem = "more than " + MOST + " saved searches in one query, or " + DEEPEST + " inside each other";
            throw cursor.error(start, problem);
        }
        List<String> arguments = saved.arguments(name);
        if (arguments == null) {
            throw cursor.error(start,
                    "unknown saved search " + QuerySyntaxException.shown(name) + known(", expected one of "));
        }
        open.add(name);
        Expr expr;
        try {
            expr = QueryParser.parse(arguments, now, this);
        } catch (QuerySyntaxException e) {
            if (problem == null) {
                problem = "in saved search \"" + name + "\": " + e.getMessage();
            }
            throw cursor.error(start, problem);
        }
        open.removeLast();
        return expr;
    }

    private String known(String before) {
        return saved.names().isEmpty() ? ", but none is there yet" : before + String.join(" ", saved.names());
    }
}
