package majix.query;

import java.util.ArrayList;
import java.util.List;

/// One line of an expression drawn as a tree, with the clause it stands for, so that something about the clause (how
/// many messages it finds) can be written beside it.
///
/// @param depth how far it is indented: 0 for the whole expression
/// @param text `all of`, `any of`, `not`, or a leaf as it is typed
/// @param clause the expression of this line and the deeper ones that follow it
public record Explanation(int depth, String text, Expr clause) {

    /// The lines of an expression, from the top.
    public static List<Explanation> of(Expr expr) {
        List<Explanation> lines = new ArrayList<>();
        add(expr, 0, lines);
        return lines;
    }

    private static void add(Expr expr, int depth, List<Explanation> lines) {
        lines.add(new Explanation(depth, switch (expr) {
            case Expr.And _ -> "all of";
            case Expr.Or _ -> "any of";
            case Expr.Not _ -> "not";
            case Expr.Text _,Expr.Plus _,Expr.Id _,Expr.PathPart _,Expr.Dated _,Expr.Sized _,Expr.Flagged _ ->
                expr.toString();
        }, expr));
        for (Expr part : expr.parts()) {
            add(part, depth + 1, lines);
        }
    }

    /// The line, indented by two blanks for each step of depth.
    @Override
    public String toString() {
        return "  ".repeat(depth) + text;
    }
}
