package majix.indexer.history;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
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

/// A query as people type it, and the expression that it means, made side by side.
record Typed(String argument, Expr meaning) {
    /// When it is typed.
    static final LocalDateTime NOW = LocalDateTime.of(2025, 4, 20, 15, 30);

    private static final List<String> KEYS = List.of("t", "c", "f", "s", "b", "n", "tcf", "sb", "");
    private static final List<String> PLAIN = Vocabulary.WORDS.stream().filter(word -> word.matches("[\\p{L}0-9_]+"))
            .filter(word -> !word.matches("(?i)or|and|not")).toList();

    /// An argument with one to three terms of one field.
    static Typed next(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> date(random);
            case 1 -> size(random);
            case 2 -> {
                Typed one = words(random);
                Typed two = words(random);
                yield new Typed("(" + one.argument + " or " + two.argument + ")",
                        new Expr.Or(List.of(one.meaning, two.meaning)));
            }
            case 3 -> {
                Typed one = words(random);
                Typed two = words(random);
                yield new Typed("~(" + one.argument + " " + two.argument + ")",
                        new Expr.Not(new Expr.And(List.of(one.meaning, two.meaning))));
            }
            default -> words(random);
        };
    }

    private static Typed words(Random random) {
        String key = Vocabulary.pick(random, KEYS);
        Set<Field> fields = EnumSet.noneOf(Field.class);
        for (char letter : (key.isEmpty() ? "tcfsb" : key).toCharArray()) {
            fields.add(java.util.Objects.requireNonNull(Field.ofLetter(letter)));
        }
        StringBuilder argument = new StringBuilder(key.isEmpty() ? "" : key + ":");
        List<Expr> alternatives = new ArrayList<>();
        List<Expr> all = new ArrayList<>();
        for (int left = random.nextInt(1, 4); left > 0; left--) {
            all.add(term(random, fields, argument));
            if (left == 1 || random.nextBoolean()) {
                alternatives.add(Expr.all(all));
                all = new ArrayList<>();
                argument.append(left == 1 ? "" : random.nextBoolean() ? "/" : "|");
            } else {
                argument.append(',');
            }
        }
        return new Typed(argument.toString(), Expr.any(alternatives));
    }

    private static Expr term(Random random, Set<Field> fields, StringBuilder argument) {
        String word = Vocabulary.pick(random, PLAIN);
        boolean negated = random.nextInt(4) == 0;
        argument.append(negated ? "~" : "");
        int errors = random.nextInt(1, 3);
        Match match = switch (random.nextInt(6)) {
            case 0 -> {
                argument.append(word).append('=');
                yield new Match.Substring();
            }
            case 1 -> {
                argument.append('^').append(word);
                yield new Match.Prefix();
            }
            case 2 -> {
                argument.append('^').append(word).append('=').append(errors);
                yield new Match.Approx(errors, true);
            }
            case 3 -> {
                argument.append(word).append('=').append(errors);
                yield new Match.Approx(errors, false);
            }
            default -> {
                argument.append(word);
                yield new Match.Exact();
            }
        };
        Expr text = new Expr.Text(fields, word, match);
        return negated ? new Expr.Not(text) : text;
    }

    private static Typed date(Random random) {
        LocalDate first = LocalDate.of(2025, 2, 1).plusDays(random.nextInt(70));
        LocalDate last = first.plusDays(random.nextInt(20));
        long from = first.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        long to = last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli() - 1;
        return switch (random.nextInt(3)) {
            case 0 -> new Typed("d:" + first + ".." + last, new Expr.Dated(new DateRange(from, to)));
            case 1 -> new Typed("d:" + first.toString().replace("-", "") + "-",
                    new Expr.Dated(new DateRange(from, Long.MAX_VALUE)));
            default -> new Typed("d:-" + last.toString().replace("-", ""),
                    new Expr.Dated(new DateRange(Long.MIN_VALUE, to)));
        };
    }

    private static Typed size(Random random) {
        int least = random.nextInt(3);
        return random.nextBoolean()
                ? new Typed("z:" + least + "k-", new Expr.Sized(new SizeRange(1024L * least, Long.MAX_VALUE)))
                : new Typed("z:-" + (700 + least), new Expr.Sized(new SizeRange(0, 700 + least)));
    }
}
