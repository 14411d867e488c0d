package majix.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class MessageParserTest {
    private static final Path MAIL = Path.of("src/test/resources/mail");
    private final MessageParser parser = new MessageParser();

    @TestFactory
    Stream<DynamicTest> everyOddityIsReadAsTheTableSays() throws IOException {
        return table().map(row -> DynamicTest.dynamicTest(row[1].strip(), () -> {
            MailMessage message = parse(Files.readAllBytes(MAIL.resolve(row[1].strip())));
            for (String expectation : row[3].split("·", -1)) {
                check(message, expectation.strip());
            }
        }));
    }

    @Test
    void everyFixtureIsInTheTable() throws IOException {
        List<String> listed = table().map(row -> row[1].strip()).sorted().toList();
        assertThat(fixtures().map(file -> file.getFileName().toString())).containsExactlyElementsOf(listed);
    }

    @Test
    void headersHaveNoBodyAndStopAtTheHeader() throws IOException {
        MailMessage headers = parser.headers(
                MessageBytes.of(Files.readAllBytes(MAIL.resolve("enclosed.eml"))));
        assertThat(headers.subject()).containsExactly("encl");
        assertThat(headers.ids()).containsExactly("encl@moss.example");
        assertThat(headers.body()).isEmpty();
        assertThat(headers.date()).hasToString("2026-02-03T12:00:00Z");
    }

    @Test
    void aParserForgetsTheMessageBefore() throws IOException {
        List<Path> files = fixtures().toList();
        List<MailMessage> fresh = new ArrayList<>();
        for (Path file : files) {
            fresh.add(new MessageParser().parse(MessageBytes.of(Files.readAllBytes(file))));
        }
        for (int i = files.size() - 1; i >= 0; i--) {
            assertThat(parse(Files.readAllBytes(files.get(i)))).isEqualTo(fresh.get(i));
        }
    }

    @Test
    void anUnreadableFileIsAnException() {
        MessageBytes broken = new MessageBytes() {
            @Override
            public long size() {
                return 1;
            }

            @Override
            public int heldBytes() {
                return 0;
            }

            @Override
            public InputStream open() throws IOException {
                throw new IOException("gone");
            }
        };
        assertThatThrownBy(() -> parser.parse(broken)).isInstanceOf(IOException.class).hasMessage("gone");
    }

    @Test
    void aLongHeaderLineIsCutAndTheNextFieldIsRead() throws IOException {
        MailMessage message = parse("Subject: " + "word ".repeat(1_000_000) + "\nFrom: a@b.example\n\nbody\n");
        assertThat(message.subject().getFirst().length()).isBetween(1_000_000, 1 << 20);
        assertThat(message.from()).containsExactly("a@b.example");
        assertThat(message.body()).containsExactly("body\n");
        assertThat(message.oddities()).containsExactly("header field longer than 1048576 bytes");
    }

    @Test
    void fieldsThatNobodyAsksForHideNoOther() throws IOException {
        MailMessage message = parse("Subject: first\n" + ("X-Filler: " + "x".repeat(990) + "\n").repeat(20_000)
                + "From: late@b.example\n\nbody\n");
        assertThat(message.subject()).containsExactly("first");
        assertThat(message.from()).containsExactly("late@b.example");
        assertThat(message.body()).containsExactly("body\n");
        assertThat(message.oddities()).isEmpty();
        assertThat(message.limited()).isFalse();
    }

    @Test
    void whatAMessageIsIsReadBehindAHeaderBeyondTheLimit() throws IOException {
        MailMessage message = parse(("Cc: a@b.example, " + "x".repeat(9_990) + "\n").repeat(2_000)
                + "From: late@b.example\nFrom: later@b.example\nSubject: last\nTo: lost@b.example\nMessage-ID: <a@b>\n"
                + "Content-Type: text/html\n\n<b>body\n");
        assertThat(message.cc()).hasSizeBetween(1_600, 1_700);
        assertThat(message.to()).isEmpty();
        assertThat(message.from()).containsExactly("late@b.example");
        assertThat(message.subject()).containsExactly("last");
        assertThat(message.ids()).containsExactly("a@b");
        assertThat(message.body()).containsExactly("body\n");
        assertThat(message.oddities()).containsExactly("header longer than 16777216 bytes");
        assertThat(message.limited()).isTrue();
    }

    @Test
    void fieldsOfOneNameAreCounted() throws IOException {
        MailMessage message = parse("To:a\n".repeat(100_000) + "Cc: b\nSubject: s\n\nbody\n");
        assertThat(message.to()).hasSize(10_000);
        assertThat(message.cc()).containsExactly("b");
        assertThat(message.subject()).containsExactly("s");
        assertThat(message.oddities()).containsExactly("more than 10000 header fields of one name");
    }

    @Test
    void namesOfAttachmentsAreCounted() throws IOException {
        MailMessage message = parse("Subject: s\n\n" + "begin 644 a\n \nend\n".repeat(20_000));
        assertThat(message.attachments()).hasSize(10_000);
        assertThat(message.oddities()).containsExactly("more than 10000 attachments");
    }

    @Test
    void uuencodedFilesAreCountedAsParts() throws IOException {
        List<MessagePart> parts = new ArrayList<>();
        String mail = "Subject: s\n\n" + "begin 644 a\n \nend\n".repeat(20_000);
        List<String> oddities = MessageParts.read(MessageBytes.of(mail.getBytes(StandardCharsets.US_ASCII)),
                new MessageParts.Sink() {
                    @Override
                    public void header(int depth, List<MessageParts.HeaderField> header) {
                        assertThat(depth).isZero();
                    }

                    @Override
                    public void part(MessagePart part, MessageParts.Content content) {
                        parts.add(part);
                    }
                });
        assertThat(parts).hasSizeBetween(9_999, 10_001);
        assertThat(oddities).containsExactly("more than 10000 parts");
    }

    @Test
    void aLimitIsToldHoweverManyOtherOdditiesThereAre() throws IOException {
        StringBuilder mail = new StringBuilder("Subject: s\n");
        for (int i = 0; i < 30; i++) {
            mail.append("Cc: =?no-charset-").append(i).append("?q?x?=\n");
        }
        MailMessage message = parse(mail + "To:a\n".repeat(20_000) + "\nbody\n");
        assertThat(message.oddities()).hasSize(21).contains("more than 10000 header fields of one name");
        assertThat(message.limited()).isTrue();
    }

    @Test
    void manyUnknownCharsetsAreKnownToBeNone() throws IOException {
        StringBuilder mail = new StringBuilder();
        for (int field = 0; field < 8; field++) {
            mail.append("Cc:");
            for (int i = 0; i < 20_000; i++) {
                mail.append(" =?no-").append(field).append('-').append(i).append("?q?caf=C3=A9?=");
            }
            mail.append('\n');
        }
        String subject = "Subject: =?koi8-u?q?=F1?= =?x-mac-greek?q?=E1?=\n";
        MailMessage message = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20),
                () -> parse(mail + subject + "\nbody\n"));
        assertThat(message.cc()).hasSize(8).allSatisfy(cc -> assertThat(cc).startsWith("caf\u00e9caf\u00e9"));
        assertThat(message.subject()).containsExactly("\u042f\u03b1");
    }

    @Test
    void deepNestingIsReadAsTextBelowTheLimit() throws IOException {
        StringBuilder mail = new StringBuilder("Subject: deep\n");
        for (int i = 0; i < 500; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b").append(i).append("\n\n--b").append(i).append('\n');
        }
        MailMessage message = parse(mail + "\ninnermost\n");
        assertThat(message.subject()).containsExactly("deep");
        assertThat(String.join("", message.body())).contains("innermost");
        assertThat(message.oddities()).contains("parts nested deeper than 50");
    }

    @Test
    void nestedMessagesAreReadAsTextBelowTheLimit() throws IOException {
        MailMessage message = parse("Content-Type: message/rfc822\n\n".repeat(5_000) + "Subject: inner\n\ninnermost\n");
        assertThat(String.join("", message.body())).contains("innermost");
        assertThat(message.oddities()).contains("parts nested deeper than 50");
    }

    @Test
    void partsBeyondTheLimitAreNotRead() throws IOException {
        MailMessage message = parse("Subject: many\nContent-Type: multipart/mixed; boundary=A\n\n"
                + "--A\nContent-Type: image/png; name=a.png\n\n".repeat(30_000) + "--A--\n");
        assertThat(message.subject()).containsExactly("many");
        assertThat(message.attachments()).hasSize(10_000);
        assertThat(message.oddities()).containsExactly("more than 10000 parts");
    }

    @Test
    void boundariesOfUsualMailersNestDeeply() throws IOException {
        StringBuilder mail = new StringBuilder("Subject: deep\n");
        for (int i = 10; i < 25; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=\"------------0703050804080202").append(i)
                    .append("\"\n\n--------------0703050804080202").append(i).append('\n');
        }
        MailMessage message = parse(mail + "\ninnermost\n");
        assertThat(message.body()).containsExactly("innermost\n");
        assertThat(message.oddities()).isEmpty();
    }

    @Test
    void textBeyondTheLimitIsLeftOut() throws IOException {
        MailMessage message = parse("Subject: long\n\n" + "0123456789abcde\n".repeat(1_200_000));
        assertThat(message.body().getFirst()).hasSize(16 << 20);
        assertThat(message.oddities()).containsExactly("text parts longer than 16777216 bytes");
    }

    @Test
    void referencesBeyondTheLimitAreLeftOut() throws IOException {
        MailMessage message = parse("References: " + "<a@b> ".repeat(50_000) + "\n\nb\n");
        assertThat(message.references()).hasSize(10_000);
        assertThat(message.oddities()).containsExactly("more than 10000 ids");
    }

    @Test
    void hostileTextTakesLinearTime() {
        List<String> pieces = List.of("<a href=\"", "<!--", "<script>", "<a ", "&#", "&amp", "<p title='x", "<![if ",
                "begin 644 x\n", "begin 644 x\nM\n", "=?a?q?x ", "=?", "=?a?q?x", "=\t", "--B", "\n--B", "<x", "(", ";",
                "\r", "\0", "name*0=", "\n--B\n");
        for (String piece : pieces) {
            String flood = piece.repeat(300_000 / piece.length());
            Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
                parse("Content-Type: text/html\n\n" + flood);
                parse("Content-Transfer-Encoding: quoted-printable\n\n" + flood);
                parse("Content-Type: multipart/mixed; boundary=B\n\n" + flood);
                parse("Subject: " + flood + "\n\n");
                parse("Content-Type: " + flood + "\n\n");
                parse("Content-Type: text/plain; name=" + flood + "\n\n");
                parse("References: " + flood + "\nDate: " + flood + "\nReceived: " + flood + "\n\n");
            }, piece);
        }
    }

    @Test
    void encodedWordsThatEndFarAwayTakeLinearTime() {
        String field = "Cc: " + "=?utf-8?q?x ".repeat(80_000) + "?=\n";
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            MailMessage message = parse(field.repeat(15) + "\n");
            assertThat(message.cc()).hasSize(15);
        });
    }

    @Test
    void damagedMailNeverThrows() throws IOException {
        long seed = Long.getLong("majix.seed", 20260203L);
        Random random = new Random(seed);
        List<byte[]> mails = new ArrayList<>();
        for (Path file : fixtures().toList()) {
            mails.add(Files.readAllBytes(file));
        }
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = damage(mails.get(random.nextInt(mails.size())), random);
            MailMessage message = parse(damaged);
            assertThat(message.oddities()).as("seed %d, message %d: %s", seed, i,
                    new String(damaged, StandardCharsets.ISO_8859_1)).noneMatch(line -> line.startsWith("structure"));
        }
    }

    @Test
    void everyMessageOfTheKitIsRead() throws IOException {
        String shared = System.getenv().getOrDefault("MAJIX_SHARED", "../../shared");
        Path corpus = Path.of(shared, "kit", "corpus");
        if (!Files.isDirectory(corpus)) {
            Assumptions.abort("no " + corpus.toAbsolutePath().normalize() + ": set MAJIX_SHARED");
        }
        try (Stream<Path> files = Files.walk(corpus)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(parse(Files.readAllBytes(file)).oddities()).as(file.toString())
                        .noneMatch(line -> line.startsWith("structure"));
            }
        }
    }

    private static byte[] damage(byte[] mail, Random random) {
        byte[] bytes = mail.clone();
        for (int times = 1 + random.nextInt(4); times > 0 && bytes.length > 0; times--) {
            int from = random.nextInt(bytes.length);
            int to = from + random.nextInt(Math.min(bytes.length - from, 60) + 1);
            switch (random.nextInt(4)) {
                case 0 -> bytes[from] = (byte) random.nextInt(256);
                case 1 -> bytes[from] = (byte) "\n\r\0:;=\"<>&-? ".charAt(random.nextInt(13));
                case 2 -> bytes = joined(bytes, 0, from, to, bytes.length);
                default -> bytes = joined(bytes, 0, to, from, bytes.length);
            }
        }
        return bytes;
    }

    private static byte[] joined(byte[] bytes, int from, int to, int from2, int to2) {
        byte[] result = new byte[to - from + to2 - from2];
        System.arraycopy(bytes, from, result, 0, to - from);
        System.arraycopy(bytes, from2, result, to - from, to2 - from2);
        return result;
    }

    private MailMessage parse(String mail) throws IOException {
        return parse(mail.getBytes(StandardCharsets.UTF_8));
    }

    private MailMessage parse(byte[] mail) throws IOException {
        return parser.parse(MessageBytes.of(mail));
    }

    private static void check(MailMessage message, String expectation) {
        boolean negative = expectation.startsWith("not ");
        String positive = negative ? expectation.substring(4) : expectation;
        int colon = positive.indexOf(':');
        String field = positive.substring(0, colon);
        String value = positive.substring(colon + 1).strip();
        List<String> values = values(message, field).stream().map(text -> text.strip().replaceAll("\\s+", " "))
                .toList();
        Predicate<String> matches = text -> field.equals("body") ? text.contains(value) : text.equals(value);
        if (value.isEmpty()) {
            assertThat(values).as(field).isEmpty();
        } else if (negative) {
            assertThat(values).as(field).noneMatch(matches);
        } else {
            assertThat(values).as(expectation).anyMatch(matches);
        }
    }

    private static List<String> values(MailMessage message, String field) {
        return switch (field) {
            case "to" -> message.to();
            case "cc" -> message.cc();
            case "from" -> message.from();
            case "subject" -> message.subject();
            case "body" -> message.body();
            case "attachment" -> message.attachments();
            case "id" -> message.ids();
            case "reference" -> message.references();
            case "date" -> message.date() == null ? List.of() : List.of(message.date().toString());
            case "flag" -> message.statusFlags().stream().map(Flag::name).toList();
            case "oddity" -> message.oddities();
            default -> throw new IllegalArgumentException(field);
        };
    }

    private static Stream<String[]> table() throws IOException {
        return Files.readAllLines(MAIL.resolve("VIOLATIONS.md")).stream()
                .filter(line -> line.startsWith("| ") && line.contains(".eml"))
                .map(line -> line.split("\\|", -1));
    }

    private static Stream<Path> fixtures() throws IOException {
        try (Stream<Path> files = Files.list(MAIL)) {
            return files.filter(file -> file.toString().endsWith(".eml")).sorted().toList().stream();
        }
    }
}
