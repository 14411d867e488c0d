package majix.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import majix.query.Expr.Match;
import org.junit.jupiter.api.Test;

class ExprTest {
    private static final Field[] TEXT = {Field.TO, Field.CC, Field.FROM, Field.SUBJECT, Field.BODY, Field.ATTACHMENT};
    private static final String[] TEXTS = {"alpha", "a b", "or", "Not", "a+b", "+", "a\"b", "x)", "(y", "~z", "^",
            "a=1",
            "über", "s:x", "http://h/x", "a,b", "a/b|c", "-d", "語", "it's", "\\", "a\tb"};

    @Test
    void whatItPrintsIsReadBack() {
        long seed = Long.getLong("majix.seed", 7);
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            Expr expr = expr(random, 3);
            assertThat(Parsed.expr(expr.toString())).as("seed %d, number %d: %s", seed, i, expr).isEqualTo(expr);
        }
    }

    private static Expr expr(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 7 : 10)) {
            case 0, 1 -> new Expr.Text(fields(random), "w" + text(random), match(random));
            case 2 -> new Expr.Plus(fields(random), List.of("w" + text(random), "v" + text(random)), match(random));
            case 3 -> new Expr.Id(text(random));
            case 4 -> new Expr.PathPart(text(random), random.nextBoolean(), random.nextInt(3));
            case 5 -> random.nextBoolean()
                    ? new Expr.Dated(new DateRange(random.nextLong(1L << 40), Long.MAX_VALUE))
                    : new Expr.Sized(new SizeRange(random.nextLong(5), random.nextLong(5, 1L << 40)));
            case 6 -> new Expr.Flagged(Set.of("srfdtp".charAt(random.nextInt(6))),
                    random.nextBoolean() ? Set.of() : Set.of('d'));
            case 7 -> new Expr.Not(expr(random, depth - 1));
            case 8 -> new Expr.And(exprs(random, depth - 1));
            default -> new Expr.Or(exprs(random, depth - 1));
        };
    }

    private static List<Expr> exprs(Random random, int depth) {
        List<Expr> exprs = new ArrayList<>();
        for (int i = random.nextInt(2, 4); i > 0; i--) {
            exprs.add(expr(random, depth));
        }
        return exprs;
    }

    private static Set<Field> fields(Random random) {
        Set<Field> fields = EnumSet.of(TEXT[random.nextInt(TEXT.length)]);
        for (Field field : TEXT) {
            if (random.nextInt(3) == 0) {
                fields.add(field);
            }
        }
        return fields;
    }

    private static String text(Random random) {
        return TEXTS[random.nextInt(TEXTS.length)];
    }

    private static Match match(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Match.Exact();
            case 1 -> new Match.Substring();
            case 2 -> new Match.Prefix();
            default -> new Match.Approx(random.nextInt(1, 12), random.nextBoolean());
        };
    }
}
