package majix.formats.mbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import majix.formats.Checkpoint;
import majix.formats.MessageBytes;
import majix.formats.MessageStream;
import majix.formats.Problem;
import majix.formats.RawMessage;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MboxStreamTest {
    private static final String FROM = "From ann@example.org Mon Mar  2 10:00:00 2020\n";

    @TempDir
    private Path dir;

    @ParameterizedTest
    @ValueSource(strings = {"From dora at northgate.example  Mon Mar  2 10:00:00 2020\n",
            "From mboxrd@z Thu Jan  1 00:00:00 1970\n", "From dora@b Mon Mar  2 10:00:00 2020\n",
            "From dora@northgate.example Mon, 02 Mar 2020 10:00:00 +0000\n", "From - Mon Mar  2 10:00:00 2020\n",
            "From MAILER-DAEMON  Mon Mar  2 10:00:00 2020\n", "From dora@b.example Mon Mar  2 10:00:01 +0100 2020\n",
            "From \"dora d\"@b.example Mon Mar  2 10:00:00 2020\n", "From Mon Mar  2 10:00:00 2020\n",
            "From dora Mon Mar  2 10:00:00 2020 remote from uucphost\n", "From Dora D Mon Mar  2 10:00:00 2020\n",
            "From <dora@b.example> Mon Mar  2 10:00:00 2020\n", "From dora@[192.0.2.1] Mon Mar  2 10:00:00 2020\n",
            "From dora@b.example Mon Mar  2 10:00:00 2020\r\n", "From ???@??? Mon Mar 02 10:00:00 2020\n",
            "From \r\n", "From \n", "From - \n", "From dora@b.example\n", "From 1234567890@xxx\n",
            "From -1234567890\n"})
    void everyDialectGivesThreeMessages(String separator) throws IOException {
        String end = separator.endsWith("\r\n") ? "\r\n" : "\n";
        String message = "Subject: x" + end + end + "body" + end + end;
        Given given = read((separator + message).repeat(3));
        int s = separator.length();
        int m = message.length();
        assertThat(given.ranges()).containsExactly("[" + s + "," + (s + m) + ")",
                "[" + (2 * s + m) + "," + 2 * (s + m) + ")", "[" + (3 * s + 2 * m) + "," + 3 * (s + m) + ")");
        assertThat(given.messages()).allSatisfy(one -> assertThat(one.text()).isEqualTo(message));
        assertThat(given.problems()).isEmpty();
    }

    @Test
    void aBareSeparatorIsOneWhereverBlocksOfTheFileEnd() throws IOException {
        for (int before = Window.BLOCK - 130; before < Window.BLOCK + 10; before++) {
            String first = FROM + "Subject: a\n\n";
            String text = first + "x".repeat(before - first.length() - 1) + "\nFrom \n";
            assertThat(read(text + "Subject: b\n\ny\n").subjects()).as("%d", before).containsExactly("a", "b");
            assertThat(read(text + "no field\n").subjects()).as("%d", before).containsExactly("a");
        }
    }

    @Test
    void aBareSeparatorEndsAMessageOfKnownLength() throws IOException {
        String inside = "x\n\nFrom -\nSubject: inside\n\n";
        String text = "From -\nSubject: a\nContent-Length: " + inside.length() + "\n\n" + inside;
        assertThat(read(text + "From -\nSubject: b\n\ny\n").subjects()).containsExactly("a", "b");
    }

    /// An address that bounces are to come back to may hold much, and a message must not hide in the one before it.
    @ParameterizedTest
    @ValueSource(ints = {300, 1000, 16_000})
    void theAddressOfASeparatorMayBeLong(int length) throws IOException {
        String separator = "From bounce+" + "x".repeat(length) + "@example.org Mon Mar  2 10:00:00 2020\n";
        String mails = (separator + "Subject: a\n\nx\n\n").repeat(3);
        Given given = read(FROM + "Subject: b\n\ny\n\n" + mails);
        assertThat(given.subjects()).containsExactly("b", "a", "a", "a");
        assertThat(given.dates()).containsOnly("2020-03-02T10:00:00Z");
        assertThat(read(mails).subjects()).containsExactly("a", "a", "a");
    }

    @Test
    void noEmptyLineIsNeededBeforeASeparator() throws IOException {
        assertThat(read(FROM + "Subject: a\n\nx\n" + FROM + "Subject: b\n\ny").ranges()).containsExactly("[46,60)",
                "[106,119)");
    }

    @Test
    void proseThatBeginsWithFromDoesNotSeparate() throws IOException {
        String text = FROM + "Subject: a\n\nFrom here on we walk.\nFrom that day in 2020 nothing changed\nx\n";
        Given given = read(text + FROM + "Subject: b\n\ny\n");
        assertThat(given.subjects()).containsExactly("a", "b");
        assertThat(given.oddLines()).containsExactly((long) text.indexOf("From that"));
    }

    @Test
    void quotedLinesAreGivenAsTheyLieThere() throws IOException {
        assertThat(read(FROM + "Subject: a\n\n>From x\n>>" + FROM).messages().getFirst().text())
                .isEqualTo("Subject: a\n\n>From x\n>>" + FROM);
    }

    @Test
    void carriageReturnsAloneEndLines() throws IOException {
        String text = (FROM + "Subject: a\n\nx\n\n" + FROM + "Subject: b\n\ny\n").replace('\n', '\r');
        assertThat(read(text).ranges()).containsExactly("[46,61)", "[107,121)");
    }

    /// A program that wrote text made of `\r\n` as text made of `\n`.
    @Test
    void lineFeedsBehindTwoCarriageReturnsEndLines() throws IOException {
        String two = FROM + "Subject: a\n\nx\n\n" + FROM + "Subject: b\n\ny\n";
        assertThat(read(two.replace("\n", "\r\r\n")).ranges()).containsExactly("[48,71)", "[119,139)");
        String carrier = FROM + "Subject: a\nContent-Type: multipart/mixed; boundary=B\n\n--B\n\nx\n" + FROM
                + "Subject: inside\n\ny\n--B--\n" + FROM + "Subject: b\n\ny\n";
        assertThat(read(carrier.replace("\n", "\r\r\n")).subjects()).containsExactly("a", "b");
        String mmdf = "\1\1\1\1\nSubject: a\n\nx\n\1\1\1\1\n\1\1\1\1\nSubject: b\n\ny\n\1\1\1\1\n";
        assertThat(read(mmdf.replace("\n", "\r\r\n")).subjects()).containsExactly("a", "b");
    }

    @Test
    void bytesBeforeTheFirstSeparatorArePassedOver() throws IOException {
        String two = FROM + "Subject: a\n\nx\n" + FROM + "Subject: b\n\ny\n";
        for (String before : List.of("\n\n", "\u00ef\u00bb\u00bf", "\0\0\0\n", "This is no mail.\nNor is this.\n\n")) {
            assertThat(read(before + two).subjects()).as(before).containsExactly("a", "b");
        }
        assertThat(read("From ann@example.org\nSubject: undated\nTo: x\n\nx\n" + two).subjects())
                .containsExactly("undated", "a", "b");
    }

    @Test
    void aFileWithoutSeparatorAtItsStartIsNoMbox() throws IOException {
        for (String text : List.of("some text\nFrom here on\n", "Subject: a\nFrom: b\nTo: c\n\n" + FROM + "x\n",
                "\1\1\1\n", "From me to you\n")) {
            Given given = read(text);
            assertThat(given.content()).as(text).isEqualTo(MessageStream.Content.NOT_MAIL);
            assertThat(given.messages()).isEmpty();
            assertThat(given.checkpoint()).isEqualTo(Checkpoint.START);
        }
    }

    @Test
    void anEmptyFileIsAnMboxWithoutMessages() throws IOException {
        for (String text : List.of("", "\n", " \n\0", FROM)) {
            assertThat(read(text).content()).isEqualTo(MessageStream.Content.MBOX);
            assertThat(read(text).messages()).isEmpty();
        }
    }

    @Test
    void mmdfMessagesStandBetweenTheirLines() throws IOException {
        String m = "\1\1\1\1\n";
        Given given = read(m + "Subject: a\n\n" + FROM + "x\n" + m + m + FROM + "Subject: b\n\ny\n" + m);
        assertThat(given.ranges()).containsExactly("[5,65)", "[121,135)");
        assertThat(given.dates()).containsExactly("null", "2020-03-02T10:00:00Z");
    }

    @Test
    void blankLinesBetweenMmdfMessagesAreNoMessages() throws IOException {
        String m = "\1\1\1\1\n";
        String text = m + "Subject: a\n\nx\n" + m + "\n \n" + m + "Subject: b\n\ny\n" + m + "\n\n";
        Given given = read(text);
        assertThat(given.ranges()).containsExactly("[5,19)", "[32,46)");
        Path file = Files.writeString(dir.resolve("grown"), text + m + "Subject: c\n\nz\n" + m);
        assertThat(Given.of(file).subjects()).containsExactly("a", "b", "c");
        assertThat(Given.of(file, given.checkpoint()).subjects()).containsExactly("c");
    }

    @Test
    void contentLengthCountsIfItLeadsToASeparatorOrTheEnd() throws IOException {
        String body = "see:\n" + FROM + "Subject: inside\n\nx\n";
        String mail = FROM + "Subject: a\nContent-Length: " + body.length() + "\n\n" + body + "\n";
        Given given = read(mail + mail + mail.substring(0, mail.length() - 1));
        assertThat(given.subjects()).containsExactly("a", "a", "a");
        assertThat(given.ranges().get(1)).isEqualTo("[" + (mail.length() + 46) + "," + 2 * mail.length() + ")");
        assertThat(given.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "3", "99999999999", "-3", "7 bytes", "", "999999999999999999999"})
    void wrongContentLengthsDoNotCount(String length) throws IOException {
        String mail = FROM + "Content-Length: " + length + "\nSubject: a\n\nfour\n" + FROM + "Subject: b\n\nx\n";
        assertThat(read(mail + mail).subjects()).containsExactly("a", "b", "a", "b");
    }

    @Test
    void anUnfinishedMultipartGoesOnBehindASeparator() throws IOException {
        String carrier = FROM + "Subject: a\nContent-Type: multipart/mixed;\n boundary=\"B 1\"\n\n--B 1\n\nx\n" + FROM
                + "Subject: inside\n\ny\n--B 1-- \n";
        Given given = read(carrier + FROM + "Subject: b\n\ny\n");
        assertThat(given.subjects()).containsExactly("a", "b");
        assertThat(given.ranges().getFirst()).isEqualTo("[46," + carrier.length() + ")");
        assertThat(given.oddLines()).containsExactly((long) carrier.lastIndexOf("From"));
    }

    @Test
    void aMultipartThatNeverEndsIsTakenAlone() throws IOException {
        String broken = FROM + "Subject: a\nContent-Type: multipart/mixed; boundary=B\n\n--B\n\n";
        String other = FROM + "Subject: b\n\n--C--\n\n";
        assertThat(read(broken + other.repeat(3)).subjects()).containsExactly("a", "b", "b", "b");
        assertThat(read(broken + other.repeat(98) + FROM + "Subject: c\n\n--B--\n").messages()).hasSize(1);
        assertThat(read(broken + other.repeat(100) + FROM + "Subject: c\n\n--B--\n").messages()).hasSize(102);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x\n\n", "--B\n\nx\n\n", "--B\nContent-Type: text/plain\n\nx\n\n\n", "--B\n\n--C\n\nx\n\n"})
    void aMailThatWasCutOffHidesNoneBehindIt(String cut) throws IOException {
        String broken = FROM + "Subject: a\nContent-Type: multipart/mixed; boundary=B\n\n" + cut;
        String quoting = FROM + "Subject: c\n\nlook:\n--B--\n\n";
        for (String eol : List.of("\n", "\r\n")) {
            String text = broken + mail("b") + quoting + mail("d");
            assertThat(read(text.replace("\n", eol)).subjects()).containsExactly("a", "b", "c", "d");
            String reply = broken + FROM + "Subject: c\n\nlook:\n--B--\nwhat is it?\n\n" + mail("d");
            assertThat(read(reply.replace("\n", eol)).subjects()).containsExactly("a", "c", "d");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--B\n\n", "--B\nContent-Type: application/mbox;\n name=x\n\n\n", "--B\n\nx\n",
            "--B\n\nx\n\n--B\nA: b\n\n"})
    void anAttachedMboxIsNoMailOfItsOwn(String part) throws IOException {
        String carrier = FROM + "Subject: a\nContent-Type: multipart/mixed; boundary=B\n\n" + part;
        for (String eol : List.of("\n", "\r\n")) {
            String text = carrier + mail("b") + mail("c") + "--B--\n\n" + mail("d");
            assertThat(read(text.replace("\n", eol)).subjects()).containsExactly("a", "d");
            String one = carrier + "y\n\n" + FROM + "Subject: b\n\ntext\n--B--\n\n" + mail("d");
            assertThat(read(one.replace("\n", eol)).subjects()).containsExactly("a", "d");
        }
    }

    @Test
    void copiesAndBouncesOfATruncatedMultipartStayApart() throws IOException {
        String header = "Content-Type: multipart/mixed; boundary=B\n\n--B\n\nx\n";
        String broken = FROM + "Subject: a\n" + header;
        assertThat(read(broken + FROM + "Subject: copy\n" + header + "--B--\n").subjects()).containsExactly("a",
                "copy");
        assertThat(read(broken + FROM + "Subject: bounce\n\n> failed:\n" + header + "--B--\n").subjects())
                .containsExactly("a", "bounce");
    }

    @Test
    void manyUnfinishedMultipartsTakeLinearTime() throws IOException {
        String broken = FROM + "Subject: a\nContent-Type: multipart/mixed; boundary=B%d\n\n--B\n\n"
                + "--x--\n".repeat(50);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append(broken.replace("%d", String.valueOf(i)));
        }
        long begin = System.nanoTime();
        assertThat(read(text.toString()).messages()).hasSize(20_000);
        assertThat(System.nanoTime() - begin).isLessThan(20_000_000_000L);
    }

    @Test
    void aRowOfSeparatorLinesIsOne() throws IOException {
        assertThat(read(FROM.repeat(200_000) + "Subject: a\n\nx\n").ranges())
                .containsExactly("[" + 200_000 * FROM.length() + "," + (200_000 * FROM.length() + 14) + ")");
    }

    @Test
    void offsetsGoBeyondTwoGibibytes() throws IOException {
        if (System.getProperty("majix.slow") == null) {
            Assumptions.abort("takes seconds: run with -Dmajix.slow");
        }
        long far = (2L << 30) + 12_345;
        Path file = write(FROM + "Subject: a\n\n");
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.seek(far);
            out.writeBytes("\n" + FROM + "Subject: b\n\nx\n" + FROM + "Subject: c\n\ny\n");
        }
        try (MboxStream stream = MboxStream.open(file, Checkpoint.START, p -> {})) {
            RawMessage sparse = stream.next();
            assertThat(sparse).isNotNull();
            assertThat(sparse.bytes().size()).isEqualTo(far + 1 - 46);
            assertThat(String.valueOf(stream.next())).contains("start=" + (far + 47) + ", end=" + (far + 61));
            assertThat(Given.of(file, stream.checkpoint()).ranges())
                    .containsExactly("[" + (far + 107) + "," + (far + 121) + ")");
        }
    }

    @Test
    void endlessLinesAndHugeMessagesStayInTheFile() throws IOException {
        String huge = "Subject: huge\n\n" + "x".repeat(MessageBytes.IN_MEMORY) + "\n" + "y\n".repeat(1_000_000);
        Path file = write(FROM + "Subject: a\n\nx\n" + FROM + huge + FROM + "Subject: b\n\nx\n");
        try (MessageStream stream = MboxStream.open(file, Checkpoint.START, p -> {})) {
            stream.next();
            RawMessage message = stream.next();
            assertThat(message).isNotNull();
            assertThat(message.bytes().heldBytes()).isZero();
            assertThat(message.bytes().size()).isEqualTo(huge.length());
            assertThat(message.bytes().open().readAllBytes()).isEqualTo(huge.getBytes(StandardCharsets.US_ASCII));
            assertThat(stream.next()).isNotNull();
            assertThat(stream.next()).isNull();
            assertThat(stream.checkpoint().position()).isEqualTo(Files.size(file));
        }
    }

    @Test
    void aLongFirstPartDoesNotHideWhatFollows() throws IOException {
        String carrier = FROM + "Subject: a\nContent-Type: multipart/mixed; boundary=B\n\n--B\n\n"
                + "x\n".repeat(3_000_000)
                + FROM + "Subject: inside\n\n" + "y\n".repeat(1000) + "\n--B--\n";
        assertThat(read(carrier + FROM + "Subject: b\n\n").subjects()).containsExactly("a", "b");
        String tooFar = FROM + "Subject: a\nContent-Type: multipart/mixed; boundary=B\n\n--B\n\n"
                + (FROM + "Subject: c\n\n" + "x\n".repeat(5_000_000)).repeat(2) + "--B--\n";
        assertThat(read(tooFar).subjects()).containsExactly("a", "c", "c");
    }

    @Test
    void aDirectoryIsAnError() {
        assertThat(
                catchThrowable(() -> MboxStream.open(dir, Checkpoint.START, p -> {})))
                .isInstanceOf(IOException.class);
    }

    @Test
    void problemsNameFileAndKind() throws IOException {
        Path file = write(FROM + "Subject: a\n\nFrom 10:30 on\n");
        assertThat(Given.of(file).problems())
                .containsExactly(new Problem(Problem.Kind.ODD_SEPARATOR, file, 58, "not taken as a separator line"));
    }

    private Given read(String text) throws IOException {
        return Given.of(write(text));
    }

    private static String mail(String subject) {
        return FROM + "Subject: " + subject + "\n\ntext\n\n";
    }

    private Path write(String text) throws IOException {
        return Files.write(dir.resolve("box"), text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
