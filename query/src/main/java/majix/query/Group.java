package majix.query;

import java.util.ArrayList;
import java.util.List;

/// What has been read of one group: alternatives joined by `or`, each of terms that must all hold.
final class Group {
    private final Cursor opening;
    private final int place;
    private final List<Expr> alternatives = new ArrayList<>();
    private List<Expr> terms = new ArrayList<>();
    /// What a term must still follow: the parenthesis, or a word that joins; empty after a term.
    private String pending = "(";
    private boolean negated;

    /// @param opening the argument in which it opens
    /// @param place where its parenthesis stands there
    Group(Cursor opening, int place) {
        this.opening = opening;
        this.place = place;
    }

    void add(Expr term) {
        terms.add(negated ? new Expr.Not(term) : term);
        negated = false;
        pending = "";
    }

    void join(String connective, Cursor at) throws QuerySyntaxException {
        if (connective.equalsIgnoreCase("not")) {
            if (negated) {
                throw stray(connective, at, at.at());
            }
            negated = true;
        } else {
            if (!pending.isEmpty()) {
                throw stray(connective, at, at.at());
            }
            if (connective.equalsIgnoreCase("or")) {
                alternatives.add(Expr.all(terms));
                terms = new ArrayList<>();
            }
        }
        pending = connective;
    }

    /// The group's expression; the cursor stands after the closing parenthesis.
    Expr close(Cursor at) throws QuerySyntaxException {
        if (!pending.isEmpty()) {
            throw stray(pending, at, at.at() - 1);
        }
        alternatives.add(Expr.all(terms));
        return Expr.any(alternatives);
    }

    QuerySyntaxException unbalanced() {
        return opening.error(place, "unbalanced \"(\", expected \")\" at the end of the group");
    }

    private static QuerySyntaxException stray(String word, Cursor at, int offset) {
        return at.error(offset, word.equals("(")
                ? "empty group, expected a term, as in (s:meeting or s:agenda)"
                : "stray \"" + word + "\", expected a term on either side, as in (s:meeting or s:agenda)");
    }
}
