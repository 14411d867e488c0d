package majix.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// One thing that an expression looks for in one field: what can be shown to people as the reason of a hit. What an
/// expression rules out is none.
///
/// @param expr a leaf that speaks of this field only
public record Sought(Field field, Expr expr) {

    /// All things that an expression looks for, in its order.
    public static List<Sought> of(Expr expr) {
        List<Sought> all = new ArrayList<>();
        collect(expr, true, all);
        return all;
    }

    private static void collect(Expr expr, boolean wanted, List<Sought> all) {
        if (expr instanceof Expr.Not(Expr term)) {
            collect(term, !wanted, all);
            return;
        }
        for (Expr part : expr.parts()) {
            collect(part, wanted, all);
        }
        if (wanted) {
            leaf(expr, all);
        }
    }

    private static void leaf(Expr expr, List<Sought> all) {
        switch (expr) {
            case Expr.Text text -> {
                for (Field field : text.fields()) {
                    all.add(new Sought(field, new Expr.Text(Set.of(field), text.text(), text.match())));
                }
            }
            case Expr.Plus plus -> {
                for (Field field : plus.fields()) {
                    all.add(new Sought(field, new Expr.Plus(Set.of(field), plus.pieces(), plus.match())));
                }
            }
            case Expr.Id _ -> all.add(new Sought(Field.ID, expr));
            case Expr.PathPart _ -> all.add(new Sought(Field.PATH, expr));
            case Expr.Dated _ -> all.add(new Sought(Field.DATE, expr));
            case Expr.Sized _ -> all.add(new Sought(Field.SIZE, expr));
            case Expr.Flagged _ -> all.add(new Sought(Field.FLAGS, expr));
            case Expr.And _,Expr.Or _,Expr.Not _ -> {
            }
        }
    }
}
