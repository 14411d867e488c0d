package majix.formats.mbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import majix.formats.Checkpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
    private static final String FROM = "From ann@example.org Mon Mar  2 10:00:00 2020\n";

    @TempDir
    private Path dir;

    @Test
    void anUnchangedFileGivesNothingMore() throws IOException {
        Path file = write(mail("a") + mail("b"));
        Given first = Given.of(file);
        Given second = Given.of(file, first.checkpoint());
        assertThat(first.checkpoint().position()).isEqualTo(Files.size(file));
        assertThat(second.messages()).isEmpty();
        assertThat(second.startsAt()).isEqualTo(Files.size(file));
        assertThat(second.checkpoint()).isEqualTo(first.checkpoint());
    }

    @Test
    void readingGoesOnBehindTheKnownPart() throws IOException {
        Path file = write(mail("a") + mail("b"));
        Checkpoint known = Given.of(file).checkpoint();
        append(mail("c"));
        Given more = Given.of(file, known);
        assertThat(more.subjects()).containsExactly("c");
        assertThat(more.startsAt()).isEqualTo(known.position());
        assertThat(more.checkpoint()).isEqualTo(Given.of(file).checkpoint());
    }

    @Test
    void aMessageThatGrewIsGivenAgain() throws IOException {
        Path file = write(mail("a") + mail("b"));
        Checkpoint known = Given.of(file).checkpoint();
        append("more of it\n\n" + mail("c"));
        Given more = Given.of(file, known);
        assertThat(more.subjects()).containsExactly("b", "c");
        assertThat(more.startsAt()).isEqualTo(mail("a").length());
    }

    @Test
    void bytesAddedCanMoveTheStart() throws IOException {
        Path file = write("two lines\nof text\n" + FROM + "junk\n" + FROM + "Subject: b\n");
        Given first = Given.of(file);
        assertThat(first.subjects()).containsExactly("b");
        append("To: bob@example.org\n\nbody\n\n" + mail("c"));
        Given whole = Given.of(file);
        assertThat(whole.messages()).extracting(Given.Message::text).first().isEqualTo("junk\n");
        Given more = Given.of(file, first.checkpoint());
        assertThat(more.startsAt()).isZero();
        assertThat(more.messages()).isEqualTo(whole.messages());
        append(mail("d"));
        assertThat(Given.of(file, more.checkpoint()).subjects()).containsExactly("d");
    }

    @Test
    void aSeparatorNeedsALineOfItsOwn() throws IOException {
        Path file = write(mail("a") + mail("b\n\nbody").stripTrailing());
        Checkpoint known = Given.of(file).checkpoint();
        append(mail("c"));
        assertThat(Given.of(file, known).subjects()).containsExactly("b");
    }

    @Test
    void aCutFileGivesItsLastMessageAgain() throws IOException {
        Path file = write(mail("a") + mail("b") + mail("c"));
        Checkpoint known = Given.of(file).checkpoint();
        write(mail("a") + mail("b").substring(0, 50));
        Given rest = Given.of(file, known);
        assertThat(rest.startsAt()).isEqualTo(0);
        assertThat(rest.ranges()).isEqualTo(Given.of(file).ranges());
    }

    @Test
    void anEmptiedFileVoidsEverything() throws IOException {
        Path file = write(mail("a"));
        Checkpoint known = Given.of(file).checkpoint();
        write("");
        assertThat(Given.of(file, known).startsAt()).isZero();
        assertThat(Given.of(file, known).messages()).isEmpty();
        write("no mail any more");
        assertThat(Given.of(file, known).startsAt()).isZero();
    }

    @Test
    void aLengthThatLedBehindTheEndIsFollowedWhenTheFileHasGrown() throws IOException {
        int length = "body\n\n".length() + mail("b").length() + mail("c").length();
        String first = FROM + "Subject: a\nContent-Length: " + length + "\n\nbody\n\n";
        Path file = write(first + mail("b"));
        Given before = Given.of(file);
        assertThat(before.subjects()).containsExactly("a", "b");
        append(mail("c") + mail("d"));
        Given rest = Given.of(file, before.checkpoint());
        assertThat(rest.startsAt()).isZero();
        assertThat(rest.subjects()).containsExactly("a", "d");
        assertThat(rest.messages()).isEqualTo(Given.of(file).messages());
    }

    /// The last message may become the one that ends the multipart before it, whatever else makes it uncertain.
    @Test
    void aMultipartWithoutAnEndMayGetItWithTheNextMessage() throws IOException {
        String open = mail("a\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nx");
        Path file = write(open + mail("c\nContent-Length: 6000\n\ntext").stripTrailing());
        Checkpoint known = Given.of(file).checkpoint();
        assertThat(known.position()).isZero();
        append("\n--b--\n\n" + mail("d"));
        Given more = Given.of(file, known);
        assertThat(more.subjects()).containsExactly("a", "d");
        assertThat(more.messages()).isEqualTo(Given.of(file).messages());
    }

    /// A mail met in the middle of its delivery: what looks like the next message has a length that leads nowhere yet.
    @Test
    void noMessageIsKnownWhoseEndAnUncertainOneMayHold() throws IOException {
        String head = mail("a\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\ntext\n");
        String text = head + mail("inside\nContent-Length: 200\n\nlines") + "--b\n\nmore\n--b--\n\n";
        for (int cut = head.length() - 20; cut < text.length(); cut++) {
            Path file = write(text.substring(0, cut));
            Checkpoint known = Given.of(file).checkpoint();
            append(text.substring(cut) + mail("c"));
            Given more = Given.of(file, known);
            assertThat(more.startsAt()).as("%d bytes", cut).isZero();
            assertThat(more.messages()).as("%d bytes", cut).isEqualTo(Given.of(file).messages());
        }
    }

    @Test
    void aPartOfAMessageTooLargeForMemoryIsReadAgainWhenTheRestIsThere() throws IOException {
        String body = "text\n".repeat(1_100_000) + "\n" + mail("inside") + "the end\n\n";
        String large = FROM + "Subject: large\nContent-Length: " + body.length() + "\n\n" + body;
        Path file = write(mail("a") + large.substring(0, large.length() - 20));
        Given before = Given.of(file);
        assertThat(before.messages()).hasSize(3);
        assertThat(before.checkpoint().position()).isEqualTo(mail("a").length());
        append(large.substring(large.length() - 20) + mail("b"));
        Given rest = Given.of(file, before.checkpoint());
        assertThat(rest.subjects()).containsExactly("large", "b");
        assertThat(rest.checkpoint()).isEqualTo(Given.of(file).checkpoint());
    }

    /// Else one such mail would make each run read all behind it.
    @Test
    void aLengthThatLeadsTooFarMakesNothingUncertain() throws IOException {
        Path file = write(mail("a\nContent-Length: 99999999999") + mail("b"));
        Checkpoint known = Given.of(file).checkpoint();
        append(mail("c"));
        Given rest = Given.of(file, known);
        assertThat(rest.subjects()).containsExactly("c");
        String large = "text\n".repeat(1_700_000) + "\n" + mail("inside") + "the end\n\n";
        append(mail("d\nContent-Length: " + large.length() + "\n\n" + large) + mail("e"));
        Given more = Given.of(file, rest.checkpoint());
        assertThat(more.subjects()).containsExactly("d", "inside", "e");
        assertThat(more.checkpoint()).isEqualTo(Given.of(file).checkpoint());
    }

    @Test
    void messagesBeforeTheChangedBlockStay() throws IOException {
        List<String> mails = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            mails.add(mail("m" + i + "\n\n" + "text\n".repeat(10_000)));
        }
        Path file = write(String.join("", mails));
        Checkpoint known = Given.of(file).checkpoint();
        mails.set(60, mails.get(60).replace("text", "tusk"));
        write(String.join("", mails));
        Given rest = Given.of(file, known);
        long changed = String.join("", mails.subList(0, 60)).length();
        assertThat(rest.startsAt()).isLessThanOrEqualTo(changed)
                .isGreaterThan(changed - Checkpoint.BLOCK - mails.getFirst().length() * 2L);
        assertThat(rest.messages().getLast()).isEqualTo(Given.of(file).messages().getLast());
        assertThat(rest.checkpoint()).isEqualTo(Given.of(file).checkpoint());
    }

    @Test
    void checkpointsStandBehindEachMessage() throws IOException {
        Path file = write(mail("a") + mail("b"));
        try (MboxStream stream = MboxStream.open(file, Checkpoint.START, p -> {})) {
            assertThat(stream.checkpoint()).isEqualTo(Checkpoint.START);
            stream.next();
            assertThat(stream.checkpoint().position()).isEqualTo(mail("a").length());
            assertThat(Given.of(file, stream.checkpoint()).subjects()).containsExactly("b");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverHappensToAFileTheResultIsThatOfAFirstReading(long seed) throws IOException {
        Random random = new Random(seed);
        Path file = write("");
        List<Given.Message> known = new ArrayList<>();
        Checkpoint checkpoint = Checkpoint.START;
        for (int step = 0; step < 60; step++) {
            StringBuilder text = new StringBuilder(Files.readString(file, StandardCharsets.ISO_8859_1));
            String what = change(text, random);
            write(text.toString());
            Given more = Given.of(file, checkpoint);
            known.removeIf(message -> message.start() >= more.startsAt());
            known.addAll(more.messages());
            checkpoint = more.checkpoint();
            Given fresh = Given.of(file);
            assertThat(known).as("seed %d, step %d: %s", seed, step, what).isEqualTo(fresh.messages());
        }
    }

    private static String change(StringBuilder text, Random random) {
        int at = text.isEmpty() ? 0 : random.nextInt(text.length());
        return switch (random.nextInt(12)) {
            case 0 -> {
                text.setLength(at);
                yield "cut at " + at;
            }
            case 1 -> {
                text.setLength(Math.max(at, text.length() - 200));
                yield "cut near the end";
            }
            case 2 -> {
                String part = anyMail(random);
                text.append(part, 0, random.nextInt(part.length()));
                yield "part of a mail appended";
            }
            case 3 -> {
                text.insert(at, anyMail(random));
                yield "mail inserted at " + at;
            }
            case 4 -> {
                text.replace(at, Math.min(text.length(), at + 1), "z");
                yield "byte changed at " + at;
            }
            case 5 -> {
                text.delete(at, Math.min(text.length(), at + random.nextInt(500)));
                yield "bytes deleted at " + at;
            }
            case 6 -> {
                text.append("more text\n");
                yield "text appended";
            }
            default -> {
                for (int i = random.nextInt(4); i >= 0; i--) {
                    text.append(anyMail(random));
                }
                yield "mail appended";
            }
        };
    }

    private static String anyMail(Random random) {
        String subject = "n" + random.nextInt(1000);
        String inside = "before\n" + FROM + "Subject: inside\n\nafter\n";
        return switch (random.nextInt(10)) {
            case 0 -> mail(subject + "\nContent-Length: " + inside.length() + "\n\n" + inside);
            case 1 -> mail(subject + "\nContent-Length: " + random.nextInt(40) + "\n\n" + inside);
            case 2 -> mail(subject + "\nContent-Type: multipart/mixed; boundary=" + subject + "\n\n--" + subject
                    + "\n\n" + inside
                    + "--" + subject + "--\n");
            case 3 ->
                mail(subject + "\nContent-Type: multipart/mixed; boundary=" + subject + "\n\n--" + subject + "\n\nx\n");
            case 4 -> mail(subject + "\n\n" + "long text\n".repeat(random.nextInt(60_000)));
            case 5 -> mail(subject + "\n\nFrom 10:30 on");
            case 6 -> "From \r\nSubject: " + subject + "\r\n\r\nx\r\nFrom -\r\n\r\n";
            case 7 -> "From -\nTo: " + subject + "\n\nFrom -";
            default -> mail(subject + "\n\nx");
        };
    }

    private static String mail(String subjectAndBody) {
        return FROM + "Subject: " + subjectAndBody + "\n\n";
    }

    private Path write(String text) throws IOException {
        return Files.write(dir.resolve("box"), text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void append(String text) throws IOException {
        Files.writeString(dir.resolve("box"), text, StandardCharsets.ISO_8859_1, StandardOpenOption.APPEND);
    }
}
