package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShowTranscriptTest {
    @TempDir
    Path top;

    private User user;

    @BeforeEach
    void index() throws IOException {
        user = User.withIndex(top.resolve("ann"));
    }

    private String shown(String mail) throws IOException {
        user.file("m.eml", mail);
        return user.types("show", "m.eml");
    }

    private static final String FIG = """
            From: ann@example.org
            To: list@example.org
            Date: Sat, 06 Jan 2024 12:00:00 +0000
            Subject: Fig jam

            The fig is ripe.
            exit 0
            """;

    @ParameterizedTest
    @CsvSource({"2,b:ripe", "mid:fig@example.org,", "mid:<FIG@example.org>,", "1,s:fig"})
    void aHitIsShown(String message, String query) {
        String[] args = query == null ? new String[]{"show", message} : new String[]{"show", message, query};
        assertThat(user.types(args)).isEqualTo(FIG);
    }

    @Test
    void theLinesOfRawListsArePaths() {
        String line = user.types("-r", "s:fig").lines().findFirst().orElseThrow().replace("~", user.home.toString());
        assertThat(line).startsWith("mbox:/");
        assertThat(user.types("show", line)).isEqualTo(FIG);
    }

    @Test
    void aMaildirFileIsFoundUnderItsNewName() throws Exception {
        Path cur = user.home.resolve("Mail/inbox/cur");
        Files.move(cur.resolve("1.apple:2,RS"), cur.resolve("1.apple:2,S"));
        assertThat(user.types("show", "Mail/inbox/cur/1.apple:2,RS")).contains("The apple is ripe.\nexit 0");
        assertThat(user.types("show", "1", "s:apple")).contains("The apple is ripe.\nexit 0");
    }

    @Test
    void whatIsNotThereIsTold() {
        assertThat(user.types("show", "9", "s:fig"))
                .isEqualTo("2> majix: show \"9\": the query has 1 hit\nexit 1\n");
        assertThat(user.types("show", "mid:no@x"))
                .isEqualTo("2> majix: show \"mid:no@x\": no such message in the index\nexit 1\n");
        assertThat(user.types("show", "nowhere")).isEqualTo("2> majix: ~/nowhere: no such file or directory\nexit 3\n");
        assertThat(user.types("show", "3"))
                .startsWith("2> majix: show: \"3\" is the place of a hit: say of which query")
                .endsWith("exit 2\n");
        assertThat(user.types("show")).startsWith("2> majix: show: say which message").endsWith("exit 2\n");
        assertThat(user.types("show", "--list", "x")).endsWith("majix show --help lists the options\nexit 2\n");
        assertThat(user.types("show", "mbox:x [1,y)")).contains("a range of bytes is wanted").endsWith("exit 2\n");
        assertThat(user.types("show", "m:x", "y")).contains("nothing is wanted after").endsWith("exit 2\n");
        assertThat(user.types("show", "Mail")).contains("is a directory").endsWith("exit 2\n");
        assertThat(user.types("show", "2", "s:")).contains("expected").endsWith("exit 2\n");
    }

    @Test
    void headersAreDecodedAndPicked() throws IOException {
        String mail = """
                X-Odd: =?utf-8?q?gr=C3=BCn?=
                Subject: =?iso-8859-1?q?Caf=E9?= at
                 noon
                From: =?utf-8?b?TcOhcnRh?= <marta@example.org>
                Received: from a by b

                Text
                """;
        assertThat(shown(mail)).isEqualTo("""
                From: Márta <marta@example.org>
                Subject: Café at noon

                Text
                exit 0
                """);
        assertThat(user.types("show", "--headers", "m.eml")).startsWith("X-Odd: grün\nSubject: Café at noon\n")
                .contains("\nReceived: from a by b\n");
    }

    @Test
    void nothingReachesTheTerminalRaw() throws IOException {
        String mail = "Subject: \u001b]0;x\u0007 a\u202eb\n\n\u001b[2J\u009b31m\ttab\u200e\r\nx\u0008y\n";
        assertThat(shown(mail)).isEqualTo("""
                Subject: \\x1b]0;x\\x07 a\\u202eb

                \\x1b[2J\\x9b31m        tab\\u200e
                x\\x08y
                exit 0
                """);
    }

    @Test
    void htmlIsShownAsTextIfThereIsNoOther() throws IOException {
        String html = """
                Content-Type: text/html; charset=iso-8859-1
                Content-Transfer-Encoding: quoted-printable

                <p>caf=E9 <b>now</b></p><script>alert(1)</script>
                """;
        assertThat(shown("Subject: s\n" + html)).isEqualTo("Subject: s\n\ncafé now\nexit 0\n");
        String both = "Subject: s\nContent-Type: multipart/alternative; boundary=b\n\n--b\n\nplain\n--b\n" + html
                + "--b--\n";
        assertThat(shown(both)).isEqualTo("Subject: s\n\nplain\nexit 0\n");
    }

    /// Whichever comes first, even if images of the HTML stand between.
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"HP | plain", "PH | plain", "HHP | plain", "HBH | html", "HDP | plain",
            "H | html",
            "HBDP | plain", "BH | html"})
    void ofAlternativesThePlainTextIsShown(String parts, String text) throws IOException {
        StringBuilder mail = new StringBuilder("""
                Subject: s
                Content-Type: multipart/mixed; boundary=m

                --m
                Content-Type: multipart/alternative; boundary=b

                """);
        for (int i = 0; i < parts.length(); i++) {
            mail.append("--b\n").append(switch (parts.charAt(i)) {
                case 'H' -> "Content-Type: text/html\n\n<p>html</p>\n";
                case 'P' -> "\nplain\n";
                case 'B' -> "\n \n";
                default -> "Content-Type: multipart/related; boundary=r\n\n--r\nContent-Type: image/png\n\nx\n--r--\n";
            });
        }
        mail.append("--b--\n--m\n\nend\n--m--\n");
        assertThat(shown(mail.toString())).startsWith("Subject: s\n\n" + text + "\n\nend\n");
    }

    @Test
    void attachmentsAreListed() throws IOException {
        assertThat(shown(ExtractTranscriptTest.NESTED)).isEqualTo("""
                From: ann@example.org
                Subject: Papers

                See there.

                ---- forwarded message ----
                From: bob@example.org
                Subject: Inner

                Inner text.

                Attachments:
                   2  plan.bin  application/octet-stream  5
                   3  (message)  message/rfc822  255
                   5  notes.txt  text/plain  7
                exit 0
                """);
    }

    @Test
    void oddMailIsShownAsFarAsItGoes() throws IOException {
        assertThat(shown("Subject: s\nContent-Type: multipart/mixed\n\nno boundary\n"))
                .isEqualTo("Subject: s\n\nno boundary\n\n[multipart without a boundary]\nexit 0\n");
        assertThat(shown("")).isEqualTo("exit 0\n");
        assertThat(shown("Subject: s\n\nx\nbegin 644 a.txt\n#0V%T\n`\nend\ny\n"))
                .isEqualTo("Subject: s\n\nx\n\ny\n\nAttachments:\n   2  a.txt  application/octet-stream  3\nexit 0\n");
    }

    @Test
    void anIdMeansACopyThatIsThere() throws Exception {
        String mail = User.mail("kiwi", "eve", "Kiwi", "Sat, 04 Jan 2025", "");
        user.file("Mail/inbox/cur/5.kiwi:2,S", mail);
        user.file("Mail/inbox/cur/6.kiwi:2,S", mail);
        user.types();
        for (String copy : List.of("5", "6")) {
            Path file = user.home.resolve("Mail/inbox/cur/" + copy + ".kiwi:2,S");
            Files.delete(file);
            assertThat(user.types("show", "mid:kiwi@example.org")).contains("Subject: Kiwi").endsWith("exit 0\n");
            user.file("Mail/inbox/cur/" + copy + ".kiwi:2,S", mail);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"show", "extract"})
    void aFileThatEndsEarlyIsNamed(String command) throws Exception {
        user.file("box", "From ann Sat Jan  6 12:00:00 2024\nSubject: s\n\nx\n");
        assertThat(user.types(command, "mbox:box [34,1000)"))
                .isEqualTo("2> majix: ~/box: file ends at 48, before 1000\nexit 3\n");
        Files.write(user.home.resolve("cut.gz"), new byte[]{0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2});
        assertThat(user.types(command, "cut.gz")).startsWith("2> majix: ~/cut.gz: ").containsOnlyOnce("cut.gz")
                .endsWith("\nexit 3\n");
    }
}
