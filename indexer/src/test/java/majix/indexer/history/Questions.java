package majix.indexer.history;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import majix.query.DateRange;
import majix.query.Expr;
import majix.query.Expr.Match;
import majix.query.Field;
import majix.query.SizeRange;

/// Invents questions about an archive.
final class Questions {
    private static final List<Field> TEXT = List.of(Field.TO, Field.CC, Field.FROM, Field.SUBJECT, Field.BODY,
            Field.ATTACHMENT);

    private final Random random;
    private final List<Message> messages;

    /// @param messages what there may be; paths, ids and times are taken from them
    Questions(Random random, List<Message> messages) {
        this.random = random;
        this.messages = messages;
    }

    Question next() {
        return new Question(expr(2), random.nextInt(4) == 0);
    }

    private Expr expr(int depth) {
        return switch (random.nextInt(depth == 0 ? 10 : 16)) {
            case 0, 1, 2, 3 -> new Expr.Text(fields(), text(), match());
            case 4 -> new Expr.Plus(fields(), List.of(Vocabulary.word(random), Vocabulary.word(random)), match());
            case 5 -> new Expr.Id(id());
            case 6 -> new Expr.PathPart(pathPart(), random.nextInt(3) == 0, random.nextInt(3));
            case 7 -> new Expr.Dated(dates());
            case 8 -> new Expr.Sized(sizes());
            case 9 -> flags();
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
        if (random.nextInt(3) == 0) {
            return EnumSet.of(Field.TO, Field.CC, Field.FROM, Field.SUBJECT, Field.BODY);
        }
        Set<Field> fields = EnumSet.of(Vocabulary.pick(random, TEXT));
        for (Field field : TEXT) {
            if (random.nextInt(5) == 0) {
                fields.add(field);
            }
        }
        return fields;
    }

    private String text() {
        return switch (random.nextInt(9)) {
            case 8 -> random.nextBoolean() ? "(" + Vocabulary.word(random) + ")" : Vocabulary.word(random) + "!";
            case 0 -> Vocabulary.pick(random, Vocabulary.FILES);
            case 1 -> {
                String people = Vocabulary.people(random);
                int open = people.indexOf('<');
                yield open < 0 ? people : people.substring(open + 1, people.indexOf('>', open));
            }
            case 2 -> Vocabulary.text(random, 2, false);
            case 3 -> {
                String word = Vocabulary.word(random);
                yield word.substring(0, word.offsetByCodePoints(0, 1 + random.nextInt(word.length())));
            }
            default -> Vocabulary.word(random);
        };
    }

    private Match match() {
        return switch (random.nextInt(5)) {
            case 0, 1 -> new Match.Exact();
            case 2 -> new Match.Substring();
            case 3 -> new Match.Prefix();
            default -> new Match.Approx(random.nextInt(1, 3), random.nextBoolean());
        };
    }

    private String id() {
        if (messages.isEmpty() || random.nextInt(4) == 0) {
            return "gone" + random.nextInt(6) + "@x";
        }
        List<String> ids = Vocabulary.pick(random, messages).letter().ids();
        return ids.isEmpty() ? "none@x" : ids.getFirst();
    }

    private String pathPart() {
        String path = messages.isEmpty() ? "/mail" : Vocabulary.pick(random, messages).path();
        int start = random.nextInt(3) == 0 ? 0 : random.nextInt(path.length());
        String part = path.substring(start, random.nextInt(start, path.length()) + 1);
        return random.nextInt(4) == 0 ? part.replace('a', 'o') : part;
    }

    private DateRange dates() {
        long date = messages.isEmpty() ? 0 : Vocabulary.pick(random, messages).date();
        long other = messages.isEmpty() ? 0 : Vocabulary.pick(random, messages).date();
        return switch (random.nextInt(4)) {
            case 0 -> new DateRange(date, Long.MAX_VALUE);
            case 1 -> new DateRange(Long.MIN_VALUE, date - random.nextInt(2));
            default -> new DateRange(Math.min(date, other), Math.max(date, other));
        };
    }

    private SizeRange sizes() {
        long size = messages.isEmpty() ? 0 : Vocabulary.pick(random, messages).size();
        return switch (random.nextInt(3)) {
            case 0 -> new SizeRange(size, Long.MAX_VALUE);
            case 1 -> new SizeRange(0, Math.max(0, size - random.nextInt(2)));
            default -> new SizeRange(size, size + random.nextInt(1000));
        };
    }

    private Expr flags() {
        char letter = "srfdtp".charAt(random.nextInt(6));
        return switch (random.nextInt(3)) {
            case 0 -> new Expr.Flagged(Set.of(), Set.of(letter));
            case 1 -> new Expr.Flagged(Set.of('s'), letter == 's' ? Set.of() : Set.of(letter));
            default -> new Expr.Flagged(Set.of(letter), Set.of());
        };
    }
}
