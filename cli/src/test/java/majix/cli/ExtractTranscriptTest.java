package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractTranscriptTest {
    static final String NESTED = """
            From: ann@example.org
            Subject: Papers
            Content-Type: multipart/mixed; boundary=out

            --out

            See there.
            --out
            Content-Type: application/octet-stream; name="plan.bin"
            Content-Transfer-Encoding: base64

            AAECAwQ=
            --out
            Content-Type: message/rfc822

            From: bob@example.org
            Subject: Inner
            Content-Type: multipart/mixed; boundary=in

            --in

            Inner text.
            --in
            Content-Type: text/plain
            Content-Disposition: attachment; filename*=utf-8''notes%2Etxt
            Content-Transfer-Encoding: quoted-printable

            caf=C3=A9
            x
            --in--

            --out--
            """;

    @TempDir
    Path top;

    private User user;

    @BeforeEach
    void home() throws IOException {
        user = User.without(top.resolve("ann"));
        user.file("m.eml", NESTED);
        Files.createDirectories(user.home.resolve("out"));
    }

    private void attachment(String name, String data) throws IOException {
        user.file("m.eml", "Content-Type: application/x; name=\"" + name + "\"\n\n" + data);
    }

    @Test
    void partsAreListed() {
        assertThat(user.types("extract", "m.eml", "--list")).isEqualTo("""
                   1  (text)  text/plain  10
                   2  plan.bin  application/octet-stream  5
                   3  (message)  message/rfc822  255
                   4  (text)  text/plain  11
                   5  notes.txt  text/plain  7
                exit 0
                """);
    }

    @Test
    void attachmentsAreSavedDecoded() throws IOException {
        assertThat(user.types("extract", "-o", "out", "m.eml")).isEqualTo("""
                ~/out/plan.bin
                ~/out/part-3.eml
                ~/out/notes.txt
                exit 0
                """);
        assertThat(user.home.resolve("out/plan.bin")).hasBinaryContent(new byte[]{0, 1, 2, 3, 4});
        assertThat(user.home.resolve("out/notes.txt")).hasContent("caf\u00e9\nx");
        assertThat(user.home.resolve("out/part-3.eml")).content().startsWith("From: bob@example.org\n")
                .endsWith("--in--\n");
    }

    @Test
    void somePartsCanBeChosen() throws IOException {
        assertThat(user.types("extract", "-o", "out", "m.eml", "1", "plan.bin"))
                .isEqualTo("~/out/part-1.txt\n~/out/plan.bin\nexit 0\n");
        assertThat(user.types("extract", "-o", "out", "m.eml", "--part=4"))
                .isEqualTo("~/out/part-4.txt\nexit 0\n");
        assertThat(user.types("extract", "-o", "out", "m.eml", "1", "9")).isEqualTo(
                "2> majix: extract: \"9\": the message has no such part; --list shows its 5\nexit 2\n");
        assertThat(user.home.resolve("out/part-1-1.txt")).doesNotExist();
    }

    @Test
    void whatExistsIsLeftAlone() throws IOException {
        user.file("out/plan.bin", "mine");
        Files.createSymbolicLink(user.home.resolve("out/plan-1.bin"), user.home.resolve("elsewhere"));
        assertThat(user.types("extract", "-o", "out", "m.eml", "2")).isEqualTo("~/out/plan-2.bin\nexit 0\n");
        assertThat(user.home.resolve("out/plan.bin")).hasContent("mine");
        assertThat(user.home.resolve("elsewhere")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd|passwd", "/etc/cron.d/x|x", "..|part-1.bin", ".|part-1.bin",
            ".bashrc|bashrc", "a\\\\b\\\\..\\\\c.exe|c.exe", "-rf|rf", "a\u0001b\u001b[2J|a_b_[2J",
            "\u202egpj.exe|_gpj.exe",
            "  |part-1.bin", "x/|part-1.bin", "~root|~root", "COM1: a|COM1: a"})
    void namesAreMadeSafe(String row) throws IOException {
        String[] both = row.split("\\|", -1);
        attachment(both[0], "data\n");
        assertThat(user.types("extract", "-o", "out", "m.eml", "1")).isEqualTo("~/out/" + both[1] + "\nexit 0\n");
        assertThat(user.disk("out")).containsOnlyKeys("out", "out/" + both[1]).containsEntry("out/" + both[1],
                "data\n");
    }

    @Test
    void longNamesAreCutBeforeTheirEnding() throws IOException {
        attachment("\u00e9".repeat(300) + ".pdf", "data\n");
        assertThat(user.types("extract", "-o", "out", "m.eml"))
                .isEqualTo("~/out/" + "\u00e9".repeat(98) + ".pdf\nexit 0\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 57, 65_535, 65_536, 65_537, 3_000_001})
    void bigAttachmentsComeOutAsTheyWere(int size) throws IOException {
        byte[] data = new byte[size];
        new Random(size).nextBytes(data);
        user.file("m.eml", "Content-Type: application/x; name=big\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder().encodeToString(data) + "\n");
        assertThat(user.types("extract", "-o", "out", "m.eml")).isEqualTo("~/out/big\nexit 0\n");
        assertThat(user.home.resolve("out/big")).hasBinaryContent(data);
    }

    @Test
    void badCommandLinesAreTold() throws IOException {
        assertThat(user.types("extract", "-o", "nowhere", "m.eml"))
                .isEqualTo("2> majix: extract: \"nowhere\" is no directory: one that exists is wanted\nexit 2\n");
        assertThat(user.types("extract", "--list", "-o", "out", "m.eml")).contains("--list saves nothing")
                .endsWith("exit 2\n");
        assertThat(user.types("extract", "--headers", "m.eml")).contains("unrecognized option").endsWith("exit 2\n");
        user.file("m.eml", "Subject: s\n\ntext\n");
        assertThat(user.types("extract", "m.eml"))
                .isEqualTo("2> majix: extract: the message has no attachments\nexit 1\n");
    }
}
