package majix.indexer.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import majix.query.Expr;
import majix.query.Expr.Match;
import majix.query.Field;
import majix.query.QueryParser;
import majix.query.QuerySyntaxException;
import org.jspecify.annotations.Nullable;

/// Plays histories, and shortens those that fail.
final class History {
    /// All messages there are.
    static final Question EVERYTHING = new Question(
            new Expr.Not(new Expr.Text(java.util.EnumSet.of(Field.SUBJECT), "nothing", new Match.Exact())), false);
    private static final int QUESTIONS = 8;

    private final Path scratch;
    private final boolean strict;

    /// @param scratch where directories may be made
    /// @param strict whether runs that trust folder times may miss nothing, which they do
    History(Path scratch, boolean strict) {
        this.scratch = scratch;
        this.strict = strict;
    }

    /// Plays a history that a seed makes.
    ///
    /// @param scratch where directories may be made
    /// @return null if all answers agreed, else a text with the shortest history that shows the difference
    static @Nullable String play(long seed, int rounds, Path scratch, Counts counts) {
        List<Step> steps = new Maker(seed, seed % 4 == 0).history(rounds);
        counts.histories++;
        History history = new History(scratch, false);
        Difference difference = history.run(steps, asking(seed), 3, counts);
        if (difference == null) {
            return null;
        }
        counts.findings++;
        return "seed " + seed + ": " + difference.toString().replace(scratch.toString(), "") + "\n"
                + history.shrunk(steps, difference);
    }

    private static Replay.Asking asking(long seed) {
        return (step, messages) -> {
            Random random = new Random(seed * 1_000_003 + step);
            Questions questions = new Questions(random, messages);
            List<Question> some = new ArrayList<>(List.of(EVERYTHING));
            for (int i = 0; i < QUESTIONS; i++) {
                some.add(i % 3 == 0 ? typed(random) : questions.next());
            }
            return some;
        };
    }

    private static Question typed(Random random) {
        Typed typed = Typed.next(random);
        try {
            Expr read = QueryParser.parse(List.of(typed.argument()), Typed.NOW, java.time.ZoneOffset.UTC);
            if (!read.equals(typed.meaning())) {
                throw new IllegalStateException(typed + " is read as " + read);
            }
        } catch (QuerySyntaxException e) {
            throw new IllegalStateException(typed.toString(), e);
        }
        return new Question(typed.meaning(), random.nextInt(4) == 0);
    }

    /// Plays steps.
    static @Nullable Difference play(List<Step> steps, Replay.Asking asking, int every, Path scratch, Counts counts) {
        return new History(scratch, false).run(steps, asking, every, counts);
    }

    /// Plays steps.
    ///
    /// @param every after how many indexing runs an index is made anew
    @Nullable
    Difference run(List<Step> steps, Replay.Asking asking, int every, Counts counts) {
        try {
            Path dir = Files.createTempDirectory(scratch, "history");
            try (Replay replay = new Replay(dir, asking, every, strict, counts)) {
                return replay.run(steps);
            } finally {
                Replay.delete(dir);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The shortest history that shows a difference of the same kind, as Java.
    String shrunk(List<Step> steps, Difference difference) {
        List<Question> asked = difference.question() == null
                ? List.of(EVERYTHING)
                : List.of(EVERYTHING, difference.question());
        Shrinker<Step> shrinker = new Shrinker<>(Step::simpler, less -> {
            Difference again = run(less, (_, _) -> asked, 1, new Counts());
            return again != null && again.what().equals(difference.what());
        });
        List<Step> least = shrinker.shrink(steps);
        Difference last = run(least, (_, _) -> asked, 1, new Counts());
        return "shrunk in " + shrinker.tries() + " tries to\n"
                + least.stream().map(step -> "    " + step).collect(Collectors.joining(",\n")) + "\n"
                + last.toString().replace(scratch.toString(), "");
    }
}
