package majix.indexer.history;

import static majix.indexer.history.Letter.letter;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import majix.formats.StoreKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The shrinker, with faults planted where they are known.
class ShrinkerTest {
    @TempDir
    Path dir;

    @Test
    void ofManyElementsThoseStayThatFailTogether() {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            numbers.add(i);
        }
        Shrinker<Integer> shrinker = new Shrinker<>(_ -> List.of(),
                list -> list.indexOf(70) > list.indexOf(13) && list.contains(13));
        assertThat(shrinker.shrink(numbers)).containsExactly(13, 70);
        assertThat(shrinker.tries()).isLessThan(200);
    }

    @Test
    void elementsBecomeAsSimpleAsTheyCanBe() {
        Shrinker<Integer> shrinker = new Shrinker<>(n -> n == 0 ? List.of() : List.of(n / 2, n - 1),
                list -> list.stream().mapToInt(n -> n).sum() >= 10);
        assertThat(shrinker.shrink(List.of(1000, 3, 99))).containsExactly(10);
    }

    /// The planted fault: a comparison that fails once a file was renamed that came with a certain subject.
    @Test
    void aHistoryShrinksToThePairOfStepsThatFails() {
        List<Step> steps = new Maker(8, false).history(6);
        Letter letter = letter(900).with(Part.SUBJECT, "planted").with(Part.BODY, "apple").with(Part.TO, "ron@x")
                .with(Part.SHAPE, "HTML");
        steps.add(steps.size() / 3, new Step.Deliver("a/new/900", letter, true));
        steps.add(new Step.Move("a/new/900", "a/cur/900:2,S"));
        steps.addAll(new Maker(9, false).history(2));
        Predicate<List<Step>> planted = list -> {
            int renamed = list.indexOf(new Step.Move("a/new/900", "a/cur/900:2,S"));
            return renamed >= 0 && list.subList(0, renamed).stream()
                    .anyMatch(step -> step instanceof Step.Deliver(_, var delivered, _)
                            && delivered.get(Part.SUBJECT).equals("planted"));
        };
        List<Step> least = new Shrinker<>(Step::simpler, planted).shrink(steps);
        assertThat(least).hasToString("[new Step.Deliver(\"a/new/900\", letter(900).with(Part.SUBJECT, \"planted\"), "
                + "false), new Step.Move(\"a/new/900\", \"a/cur/900:2,S\")]");
    }

    /// Real answers differ here, if one does not allow for what a run that trusts folder times may miss.
    @Test
    void aHistoryWithARealDifferenceIsShrunkAndPrinted() {
        List<Step> steps = new ArrayList<>(new Maker(12, false).history(1));
        steps.addAll(List.of(new Step.Folder(StoreKind.MAILDIR, "z"), new Step.Folder(StoreKind.MAILDIR, "y"),
                new Step.Configure(List.of(new Rc(StoreKind.MAILDIR, List.of("y", "z"), List.of("x")),
                        new Rc(StoreKind.MBOX, List.of("box"), List.of()))),
                new Step.Deliver("z/cur/1:2,", letter(1).with(Part.BODY, "apple").with(Part.CC, "ron@x"), true),
                new Step.Append("box", List.of(letter(2), letter(3)), true), new Step.Index(false, true, 3, -1),
                new Step.Deliver("z/cur/1:2,", letter(4).with(Part.BODY, "pear"), false),
                new Step.Index(true, false, 2, -1)));
        Replay.Asking asking = (_, _) -> List.of(History.EVERYTHING);
        assertThat(History.play(steps, asking, 1, dir, new Counts())).isNull();
        History strict = new History(dir, true);
        Difference difference = strict.run(steps, asking, 1, new Counts());
        assertThat(difference).isNotNull();
        assertThat(strict.shrunk(steps, Objects.requireNonNull(difference))).contains("""
                 tries to
                    new Step.Folder(StoreKind.MAILDIR, "z"),
                    new Step.Configure(List.of(new Rc(StoreKind.MAILDIR, List.of("y", "z"), List.of("x")))),
                    new Step.Deliver("z/cur/1:2,", letter(1).with(Part.BODY, "apple"), false),
                    Step.Index.PLAIN,
                    new Step.Deliver("z/cur/1:2,", letter(4), false),
                    new Step.Index(true, false, 1, -1)
                after step 5, kept and plain, asked ~(s:nothing)
                """);
    }
}
