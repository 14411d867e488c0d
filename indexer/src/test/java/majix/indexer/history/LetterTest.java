package majix.indexer.history;

import static majix.indexer.history.Letter.letter;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import majix.query.Field;
import org.junit.jupiter.api.Test;

/// What letters are written as, and what they say.
class LetterTest {
    @Test
    void aPlainLetterIsAFewLines() {
        assertThat(text(letter(7).with(Part.REFERENCES, "a@x b@x"))).isEqualTo("""
                From: Ann <ann@writers.example>
                Subject: n7
                Message-ID: <n7@x>
                References: <a@x>
                 <b@x>
                Date: Tue, 4 Mar 2025 12:00:00 +0000
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                text
                """);
        assertThat(new String(LetterBytes.separator(letter(7)), StandardCharsets.UTF_8))
                .isEqualTo("From ann@writers.example Tue Mar  4 12:00:00 2025\n");
    }

    @Test
    void aLetterKnowsWhatItSaysWithoutBeingRead() {
        Letter letter = letter(1).with(Part.SUBJECT, "Übung").with(Part.INNER_SUBJECT, "apple")
                .with(Part.SHAPE, "ALTERNATIVE").with(Part.INNER_ID, "Inner@x");
        assertThat(letter.says(Field.SUBJECT)).containsExactly("Übung", "apple");
        assertThat(letter.says(Field.BODY)).containsExactly("text", "text");
        assertThat(letter.says(Field.TO)).isEmpty();
        assertThat(letter.ids()).containsExactly("n1@x", "inner@x");
        assertThat(letter.date(false, 5_000_000)).isEqualTo(Letter.NOON * 1000);
        assertThat(letter.with(Part.DATE, "").date(false, 5_000_000)).isEqualTo(5);
        assertThat(letter.with(Part.BROKEN_DATE, "x").date(true, 5_000_000)).isEqualTo(Letter.NOON * 1000);
    }

    @Test
    void aLetterPrintsAsJava() {
        assertThat(letter(3).with(Part.BODY, "a \"b\"\n"))
                .hasToString("letter(3).with(Part.BODY, \"a \\\"b\\\"\\n\")");
        assertThat(letter(3).with(Part.TO, "a@x").with(Part.CC, "b@x").simpler()).containsExactlyInAnyOrder(letter(3),
                letter(3).with(Part.TO, "a@x"), letter(3).with(Part.CC, "b@x"));
    }

    @Test
    void anMboxIsItsLettersBehindSeparators() {
        List<Letter> two = List.of(letter(1), letter(2).with(Part.BODY, "a\nFrom b").with(Part.ENVELOPE, ""));
        String box = new String(new Node.Box(two, false, 0).stored(), StandardCharsets.UTF_8);
        assertThat(box).isEqualTo("From ann@writers.example Tue Mar  4 12:00:00 2025\n" + text(two.get(0)) + "\nFrom \n"
                + text(two.get(1)) + "\n");
        Letter three = letter(3).with(Part.BODY, "a\nFrom b");
        assertThat(new String(Node.Box.block(three), StandardCharsets.UTF_8)).contains("\na\n>From b\n");
    }

    private static String text(Letter letter) {
        return new String(LetterBytes.of(letter), StandardCharsets.UTF_8);
    }
}
