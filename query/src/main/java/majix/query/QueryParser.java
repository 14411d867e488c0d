package majix.query;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads a query: arguments as a shell hands them over, and groups in parentheses.
///
///     search   = argument { argument }                            every argument holds
///     argument = [ "~" ] "(" search { "or" search } ")" | term    see ArgumentParser for terms
///
/// Inside a group words are separated by blanks, double quotes keep a phrase together; `and`, `or`, `not` may be
/// written in any case. A group may go on over several arguments: one that neither opens nor closes a group nor begins
/// with `and`, `or` or `not` is then one term with its blanks, as it is outside.
public final class QueryParser {
    private static final int MAX_DEPTH = 100;

    private final List<String> arguments;
    private final Supplier<Now> now;
    private final @Nullable SavedTerms saved;
    private int next;
    private Cursor cursor = new Cursor("", 0, 0);
    private boolean oneTerm;

    private QueryParser(List<String> arguments, Supplier<Now> now, @Nullable SavedTerms saved) {
        this.arguments = arguments;
        this.now = now;
        this.saved = saved;
    }

    /// The expression of a query that was typed at a given time.
    ///
    /// @param arguments one or more shell arguments; all of them must hold
    /// @param now the local time that relative dates count from
    /// @param zone the zone that days are cut in
    /// @throws QuerySyntaxException when anything in it cannot be read
    public static Expr parse(List<String> arguments, LocalDateTime now, ZoneId zone) throws QuerySyntaxException {
        return parse(arguments, () -> new Now(now, zone));
    }

    /// The same, with a clock that is asked only if the query names dates.
    ///
    /// @throws QuerySyntaxException when anything in it cannot be read
    public static Expr parse(List<String> arguments, Supplier<Now> now) throws QuerySyntaxException {
        return parse(arguments, now, (SavedTerms) null);
    }

    /// The same for a query that may bring in others by their names.
    ///
    /// @throws QuerySyntaxException also when one of those cannot be read, or is not there, or brings in itself
    public static Expr parse(List<String> arguments, Supplier<Now> now, SavedQueries saved)
            throws QuerySyntaxException {
        return parse(arguments, now, new SavedTerms(saved, now));
    }

    /// Whether a query may bring in others; also true for some that only look so.
    public static boolean mayNameOthers(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            for (int colon = argument.indexOf(':'); colon >= 0; colon = argument.indexOf(':', colon + 1)) {
                int at = colon - 1;
                while (at >= 0 && Character.isWhitespace(argument.charAt(at))) {
                    at--;
                }
                if (at >= 0 && (argument.charAt(at) == 'q' || argument.startsWith("query", at - 4))) {
                    return true;
                }
            }
        }
        return false;
    }

    static Expr parse(List<String> arguments, Supplier<Now> now, @Nullable SavedTerms saved)
            throws QuerySyntaxException {
        if (arguments.isEmpty()) {
            throw new QuerySyntaxException("", 0, "empty query, expected text, as in s:meeting");
        }
        QueryParser parser = new QueryParser(arguments, now, saved);
        List<Expr> terms = new ArrayList<>(arguments.size());
        while (parser.next < arguments.size()) {
            terms.add(parser.argument());
        }
        return Expr.all(terms);
    }

    private Expr argument() throws QuerySyntaxException {
        open();
        if (!opensGroup()) {
            return ArgumentParser.parse(cursor.text(), 0, cursor.end(), now, saved);
        }
        Expr group = group(1);
        cursor.skipBlanks();
        if (!cursor.atEnd()) {
            throw cursor.error(cursor.at(),
                    "text after the group, expected it in an argument of its own or inside the parentheses");
        }
        return group;
    }

    private void open() {
        String argument = arguments.get(next++);
        cursor = new Cursor(argument, 0, argument.length());
        cursor.skipBlanks();
    }

    private boolean opensGroup() {
        int start = cursor.at();
        if (cursor.accept('~')) {
            cursor.skipBlanks();
        }
        boolean opens = cursor.peek() == '(';
        cursor.moveTo(start);
        return opens;
    }

    private Expr group(int depth) throws QuerySyntaxException {
        boolean negated = cursor.accept('~');
        cursor.skipBlanks();
        if (depth > MAX_DEPTH) {
            throw cursor.error(cursor.at(), "more than " + MAX_DEPTH + " groups inside each other");
        }
        Group group = new Group(cursor, cursor.at());
        cursor.next();
        oneTerm = false;
        while (true) {
            goOn(group);
            if (cursor.accept(')')) {
                Expr inside = group.close(cursor);
                return negated ? new Expr.Not(inside) : inside;
            }
            String connective = connective();
            if (connective != null) {
                group.join(connective, cursor);
                cursor.moveTo(cursor.at() + connective.length());
            } else {
                group.add(opensGroup() ? group(depth + 1) : word());
            }
        }
    }

    /// Moves to the next text of a group, which may stand in the next argument.
    private void goOn(Group group) throws QuerySyntaxException {
        cursor.skipBlanks();
        while (cursor.atEnd()) {
            if (next == arguments.size()) {
                throw group.unbalanced();
            }
            open();
            if (cursor.atEnd()) {
                throw cursor.error(0, "empty argument, expected text, as in s:meeting");
            }
            oneTerm = cursor.peek() != ')' && !opensGroup() && connective() == null;
        }
    }

    /// The word `and`, `or` or `not` if it stands here.
    private @Nullable String connective() {
        int end = cursor.at();
        while (end < cursor.end() && Character.isLetter(cursor.text().charAt(end))) {
            end++;
        }
        if (end < cursor.end() && cursor.text().charAt(end) != ')'
                && !Character.isWhitespace(cursor.text().charAt(end))) {
            return null;
        }
        String word = cursor.text().substring(cursor.at(), end);
        return Keys.isConnective(word) ? word : null;
    }

    /// One term of a group: up to a blank or the parenthesis that closes the group.
    private Expr word() throws QuerySyntaxException {
        int start = cursor.at();
        int open = 0;
        boolean quoted = false;
        for (; !cursor.atEnd(); cursor.next()) {
            char c = cursor.peek();
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                open += c == '(' ? 1 : c == ')' ? -1 : 0;
                if (open < 0 || (!oneTerm && Character.isWhitespace(c))) {
                    break;
                }
            }
        }
        return ArgumentParser.parse(cursor.text(), start, cursor.at(), now, saved);
    }
}
