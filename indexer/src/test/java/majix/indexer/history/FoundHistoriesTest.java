package majix.indexer.history;

import static majix.indexer.history.Letter.letter;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import majix.formats.StoreKind;
import majix.query.Expr;
import majix.query.Field;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Histories that failed once, as short as the [Shrinker] made them.
class FoundHistoriesTest {
    @TempDir
    Path dir;

    private void agrees(Step... steps) {
        Replay.Asking everything = (_, _) -> List.of(History.EVERYTHING);
        assertThat(History.play(List.of(steps), everything, 1, dir, new Counts())).isNull();
    }

    private static Question word(String text) {
        return new Question(new Expr.Text(Set.of(Field.BODY), text, new Expr.Match.Exact()), false);
    }

    private static Step rc(StoreKind kind, String... folders) {
        return new Step.Configure(List.of(new Rc(kind, List.of(folders), List.of())));
    }

    @Test
    void aMessageWithNoTimeButTheFilesHasTheNewTimeOfAGrownMbox() {
        Letter undated = letter(6).with(Part.BROKEN_DATE, "some day").with(Part.ENVELOPE, "");
        agrees(rc(StoreKind.MBOX, "box"), new Step.Append("box", List.of(undated), false), Step.Index.PLAIN,
                new Step.Append("box", List.of(letter(16)), false), Step.Index.PLAIN);
    }

    @Test
    void aMessageWithNoTimeButTheFilesHasTheNewTimeOfATouchedMbox() {
        Letter undated = letter(7).with(Part.DATE, "").with(Part.ENVELOPE, "");
        agrees(rc(StoreKind.MBOX, "box"), new Step.Append("box", List.of(letter(1), undated), true), Step.Index.PLAIN,
                new Step.Touch("box"), new Step.Index(true, true, 1, -1));
        agrees(new Step.Folder(StoreKind.FILES, "q"), rc(StoreKind.FILES, "q"),
                new Step.Append("q/box", List.of(undated), false), Step.Index.PLAIN, new Step.Touch("q/box"),
                Step.Index.PLAIN);
    }

    @Test
    void aRunThatTrustsFolderTimesLooksAtMessagesOfAPackedMhFolder() {
        agrees(new Step.Folder(StoreKind.MH, "m"), rc(StoreKind.MH, "m"),
                new Step.Deliver("m/1", letter(1), false),
                new Step.Deliver("m/2", letter(2).with(Part.BODY, "longer"), false), Step.Index.PLAIN,
                new Step.Delete("m/1"), new Step.Pack("m"), new Step.Index(true, false, 1, -1));
    }

    @Test
    void ofTwoFilesWithOneBaseNameTheOtherStaysWhatItIs() {
        Letter longer = letter(2).with(Part.BODY, "longer");
        agrees(new Step.Folder(StoreKind.MAILDIR, "a"), rc(StoreKind.MAILDIR, "a"),
                new Step.Deliver("a/cur/1:2,S", letter(1), false), new Step.Deliver("a/cur/1:2,F", longer, false),
                Step.Index.PLAIN, new Step.Delete("a/cur/1:2,S"), new Step.Index(true, false, 1, -1));
        agrees(new Step.Folder(StoreKind.MAILDIR, "a"), rc(StoreKind.MAILDIR, "a"),
                new Step.Deliver("a/cur/1:2,S", letter(1), false), new Step.Deliver("a/cur/1:2,F", longer, false),
                Step.Index.PLAIN, new Step.Delete("a/cur/1:2,F"), new Step.Index(true, false, 1, -1));
        agrees(new Step.Folder(StoreKind.MAILDIR, "a"), rc(StoreKind.MAILDIR, "a"),
                new Step.Deliver("a/cur/1:2,S", letter(1), false), Step.Index.PLAIN,
                new Step.Move("a/cur/1:2,S", "a/cur/1:2,T"), new Step.Deliver("a/new/1", longer, false),
                new Step.Deliver("a/cur/1:2,F", letter(3).with(Part.BODY, "longest of all"), false),
                new Step.Index(true, false, 1, -1));
    }

    @Test
    void whatCannotBeReadStaysInTheIndex() {
        Assumptions.assumeFalse(Locks.ROOT, "root reads everything");
        for (String locked : List.of("a", "a/sub", "lists", "lists/dev", "m", "q/deep", "boxes")) {
            agrees(new Step.Folder(StoreKind.MAILDIR, "a"), new Step.Folder(StoreKind.MAILDIR, "a/sub"),
                    new Step.Folder(StoreKind.MAILDIR, "lists/dev"), new Step.Folder(StoreKind.MAILDIR, "lists/spam"),
                    new Step.Folder(StoreKind.MH, "m/old"), new Step.Folder(StoreKind.FILES, "q/deep/er"),
                    new Step.Folder(StoreKind.FILES, "boxes"),
                    new Step.Configure(List.of(
                            new Rc(StoreKind.MAILDIR, List.of("a...", "lists/dev", "lists/s*"), List.of()),
                            new Rc(StoreKind.MH, List.of("m..."), List.of()),
                            new Rc(StoreKind.FILES, List.of("q"), List.of()),
                            new Rc(StoreKind.MBOX, List.of("boxes/*"), List.of()))),
                    new Step.Deliver("a/new/1", letter(1), false), new Step.Deliver("a/sub/cur/2:2,", letter(2), false),
                    new Step.Deliver("lists/dev/new/3", letter(3), false),
                    new Step.Deliver("lists/spam/new/4", letter(4), false), new Step.Deliver("m/5", letter(5), false),
                    new Step.Sequences("m/old", List.of(), List.of(6), List.of()),
                    new Step.Deliver("m/old/6", letter(6), false), new Step.Deliver("q/deep/7", letter(7), false),
                    new Step.Deliver("q/deep/er/8", letter(8), false),
                    new Step.Append("boxes/one", List.of(letter(9), letter(10)), false), Step.Index.PLAIN,
                    new Step.Lock(locked, true), Step.Index.PLAIN, new Step.Index(true, true, 1, -1),
                    new Step.Lock(locked, false), Step.Index.PLAIN);
        }
    }

    @Test
    void aFolderThatIsOfAnotherKindNowIsReadAsThat() {
        agrees(new Step.Folder(StoreKind.MH, "m"), rc(StoreKind.FILES, "m"),
                new Step.Deliver("m/1", letter(1), false), new Step.Deliver("m/one", letter(2), false),
                new Step.Sequences("m", List.of(1), List.of(1), List.of()), Step.Index.PLAIN, rc(StoreKind.MH, "m"),
                new Step.Index(true, false, 1, -1), rc(StoreKind.FILES, "m"), new Step.Index(true, false, 1, -1));
    }

    @Test
    void aRunThatMayReadNothingTakesAwayWhatIsGone() {
        agrees(new Step.Folder(StoreKind.MAILDIR, "lists/dev"), rc(StoreKind.MAILDIR, "lists/*"), Step.Index.PLAIN,
                new Step.RemoveFolder("lists"), new Step.Index(true, false, 1, 0));
    }

    @Test
    void theEndOfAnotherMultipartIsTextWhereItStandsInOne() {
        for (Shape shape : Shape.values()) {
            for (Part part : List.of(Part.TO, Part.ATTACHMENT, Part.INNER_BODY)) {
                for (String other : List.of("1", "2")) {
                    Letter letter = letter(2).with(Part.SHAPE, shape.name()).with(part, "ann").with(Part.ENDS, other);
                    Replay.Asking end = (_, _) -> List.of(word("b" + other), History.EVERYTHING);
                    assertThat(History.play(List.of(new Step.Folder(StoreKind.MH, "m"), rc(StoreKind.MH, "m"),
                            new Step.Deliver("m/1", letter, false), Step.Index.PLAIN), end, 1, dir, new Counts()))
                            .as(letter.toString()).isNull();
                }
            }
        }
    }
}
