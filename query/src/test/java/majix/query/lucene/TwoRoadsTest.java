package majix.query.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import majix.query.DateRange;
import majix.query.Expr;
import majix.query.Expr.Match;
import majix.query.Field;
import majix.query.SizeRange;
import org.junit.jupiter.api.Test;

/// Random expressions over random messages: Lucene's answer is the one of [PlainAnswer].
class TwoRoadsTest {
    private static final Field[] TEXT = {Field.TO, Field.CC, Field.FROM, Field.SUBJECT, Field.BODY, Field.ATTACHMENT};
    private static final String[] WORDS = {"ab", "abc", "bca", "a", "café", "cafe", "caf", "x_1", "東京", "東京都", "京都",
            "aab", "Bab", "abab"};
    private static final String[] BETWEEN = {" ", " ", " ", ".", "@", "-", "+", ", "};
    private static final String[] FOLDERS = {"/mail/inbox/cur", "/mail/ab", "/ab", "/mail/café/new", "/m"};

    private final long seed = Long.getLong("majix.seed", 5);
    private final Random random = new Random(seed);

    @Test
    void luceneAgreesWithPlainEvaluation() throws IOException {
        int hits = 0;
        for (int round = 0; round < 30; round++) {
            List<Mail> mails = mails(random.nextInt(1, 60));
            Set<Integer> deleted = new TreeSet<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                deleted.add(random.nextInt(mails.size()));
            }
            try (Archive archive = new Archive(mails, deleted, random.nextInt(1, 40))) {
                for (int i = 0; i < 150; i++) {
                    Expr expr = expr(3);
                    Set<Integer> expected = new TreeSet<>();
                    for (Mail mail : mails) {
                        if (!deleted.contains(mail.number()) && new PlainAnswer(mail).matches(expr)) {
                            expected.add(mail.number());
                        }
                    }
                    assertThat(archive.find(expr)).as("seed %d: %s over %s", seed, expr, mails).isEqualTo(expected);
                    hits += expected.isEmpty() || expected.size() == mails.size() ? 0 : 1;
                }
            }
        }
        assertThat(hits).as("expressions that divide the messages").isGreaterThan(1000);
    }

    private List<Mail> mails(int count) {
        List<Mail> mails = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<Field, String> texts = new EnumMap<>(Field.class);
            for (Field field : TEXT) {
                if (random.nextInt(3) > 0) {
                    texts.put(field, text(random.nextInt(1, 8)));
                }
            }
            String name = random.nextInt(4) == 0 ? "" : text(2).replace(' ', '_');
            mails.add(new Mail(i, texts, "ID" + random.nextInt(9), folder(), name, random.nextInt(-9, 9),
                    random.nextInt(9), random.nextInt(64)));
        }
        return mails;
    }

    private Expr expr(int depth) {
        return switch (random.nextInt(depth == 0 ? 10 : 16)) {
            case 0, 1, 2, 3 -> new Expr.Text(fields(),
                    random.nextInt(5) == 0 ? "(" + pick(WORDS) + "!)" : text(random.nextInt(1, 3)), match());
            case 4 -> new Expr.Plus(fields(), List.of(text(1), text(1)), match());
            case 5 -> new Expr.Id("id" + random.nextInt(9));
            case 6, 7 -> new Expr.PathPart(pathPart(), random.nextBoolean(), random.nextInt(3));
            case 8 -> random.nextBoolean()
                    ? new Expr.Dated(new DateRange(random.nextInt(-9, 3), random.nextInt(3, 9)))
                    : new Expr.Sized(new SizeRange(random.nextInt(0, 3), random.nextInt(3, 9)));
            case 9 -> new Expr.Flagged(Set.of("srfdtp".charAt(random.nextInt(6))),
                    random.nextBoolean() ? Set.of() : Set.of('d'));
            case 10, 11 -> new Expr.Not(expr(depth - 1));
            case 12, 13 -> new Expr.And(exprs(depth - 1));
            default -> new Expr.Or(exprs(depth - 1));
        };
    }

    private List<Expr> exprs(int depth) {
        List<Expr> exprs = new ArrayList<>();
        for (int i = random.nextInt(2, 4); i > 0; i--) {
            exprs.add(expr(depth));
        }
        return exprs;
    }

    private Set<Field> fields() {
        Set<Field> fields = EnumSet.of(TEXT[random.nextInt(TEXT.length)]);
        for (Field field : TEXT) {
            if (random.nextInt(4) == 0) {
                fields.add(field);
            }
        }
        return fields;
    }

    private String text(int words) {
        StringBuilder text = new StringBuilder(pick(WORDS));
        for (int i = 1; i < words; i++) {
            text.append(pick(BETWEEN)).append(pick(WORDS));
        }
        return text.toString();
    }

    private String folder() {
        return pick(FOLDERS) + (random.nextInt(3) == 0 ? "/" + random.nextInt(3) : "");
    }

    /// A stretch of some path, at times with a char changed.
    private String pathPart() {
        String path = folder() + "/" + text(2);
        int start = random.nextInt(3) == 0 ? 0 : random.nextInt(path.length());
        String part = path.substring(start, random.nextInt(start, path.length()) + 1);
        return random.nextInt(3) == 0 ? part.replace('a', 'o') : part;
    }

    private Match match() {
        return switch (random.nextInt(4)) {
            case 0 -> new Match.Exact();
            case 1 -> new Match.Substring();
            case 2 -> new Match.Prefix();
            default -> new Match.Approx(random.nextInt(1, 4), random.nextBoolean());
        };
    }

    private String pick(String[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
