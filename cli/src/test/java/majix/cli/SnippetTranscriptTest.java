package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnippetTranscriptTest {
    private static final String RED = "The \u001b[1;31mplum\u001b[m is ripe.";

    @TempDir
    Path top;

    private User user;

    @BeforeEach
    void index() throws IOException {
        user = User.withIndex(top.resolve("ann"));
    }

    @Test
    void theWordsHitAreMarked() {
        assertThat(user.types("--snippets", "plum/pear", "f:~ann")).isEqualTo("""
                2024-01-05  cat@example.org  Plum jam
                  path: ~/Mail/old/1
                  subject: *Plum* jam
                  body: The *plum* is ripe.
                2025-01-02  bob@example.org  Pear cake
                  path: ~/Mail/inbox/new/2.pear
                  subject: *Pear* cake
                  body: The *pear* is ripe.
                exit 0
                """);
    }

    @Test
    void theRestOfAThreadIsToldFromHits() {
        assertThat(user.types("--snippets", "-t", "s:pear")).isEqualTo("""
                2025-01-01  ann@example.org  Apple harvest
                  path: ~/Mail/inbox/cur/1.apple:2,RS
                  thread: of a message that was found
                2025-01-02  bob@example.org  Pear cake
                  path: ~/Mail/inbox/new/2.pear
                  subject: *Pear* cake
                exit 0
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"z:1- | size: *148*", "F:rs | flag: *rs*",
            "m:APPLE@example.org | id: *<apple@example.org>*",
            "f:example.org | from: ann@*example.org*", "F:-f | flag: *rs*"})
    void otherReasonsAreTold(String query, String line) {
        String shown = user.types("--snippets", query, "s:apple").replaceAll("size: \\*[0-9]+", "size: *148");
        assertThat(shown).contains("\n  " + line + "\n");
    }

    @Test
    void aDateIsAReasonIfItIsTheMessages() {
        assertThat(user.types("--snippets", "(d:2025-01-01 or s:plum)").lines().filter(line -> line.contains("date:")))
                .hasSize(1);
    }

    @Test
    void longTextsAreCut() throws Exception {
        String filler = "word word\tword\nword ".repeat(20);
        user.file("Mail/old/2",
                User.mail("kiwi", "eve", "Long", "Sat, 04 Jan 2025", "") + filler + "KIWI\u0007\n" + filler
                        + "kiwi " + filler + "a kiwi and a kiwi " + filler + "kiwi\n");
        user.types();
        assertThat(user.types("--snippets", "b:kiwi", "s:long")).isEqualTo("""
                2025-01-04  eve@example.org  Long
                  path: ~/Mail/old/2
                  subject: *Long*
                  body: The *kiwi* is ripe. word word word word word word word word …
                  body: … word word word word word word *KIWI*\\x07 word word word word word word word word word …
                  body: … word word word word word word *kiwi* word word word word word word word word word word …
                exit 0
                """);
    }

    @Test
    void blanksAtTheEndsAreNoMore() throws Exception {
        user.file("Mail/old/2",
                User.mail("x", "eve", "Long", "Sat, 04 Jan 2025", "").replace("The x", "\n".repeat(90) + "a kiwi ")
                        + "\n".repeat(90));
        user.types();
        assertThat(user.types("--snippets", "b:kiwi")).contains("\n  body: a *kiwi* is ripe.\n");
    }

    @Test
    void textsThatRepeatThemselvesAreReadInTime() throws Exception {
        String line = "apple " + "pear ".repeat(20) + "\n";
        user.file("Mail/old/2", User.mail("x", "eve", "Long", "Sat, 04 Jan 2025", "") + line.repeat(40_000));
        user.types();
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertThat(
                user.types("--snippets", "b:apple", "s:long").lines().filter(shown -> shown.contains("body:")))
                .hasSize(2));
    }

    @Test
    void whatIsSaidTwiceIsShownOnce() throws Exception {
        user.file("Mail/old/3", """
                From: eve@example.org
                Subject: Twice
                Date: Sat, 04 Jan 2025 12:00:00 +0000
                Content-Type: multipart/alternative; boundary=b

                --b

                a kiwi
                --b
                Content-Type: text/html

                <p>a kiwi</p>
                --b--
                """);
        user.types();
        assertThat(user.types("--snippets", "b:kiwi").lines().filter(line -> line.contains("body:")))
                .containsExactly("  body: a *kiwi*");
    }

    @Test
    void colourIsForTerminalsOnly() {
        assertThat(onTerminal("--snippets", "b:plum")).contains(RED);
        assertThat(onTerminal("--snippets", "--color=never", "b:plum")).contains("The *plum* is ripe.");
        assertThat(user.types("--snippets", "--color=always", "b:plum")).contains(RED);
        user.variables.put("TERM", "dumb");
        assertThat(onTerminal("--snippets", "b:plum")).contains("The *plum* is ripe.");
        user.variables.put("TERM", "xterm");
        user.variables.put("NO_COLOR", "1");
        assertThat(onTerminal("--snippets", "b:plum")).contains("The *plum* is ripe.");
        assertThat(onTerminal("--snippets", "--color", "always", "b:plum")).contains(RED);
    }

    private String onTerminal(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Main.run(args, user.environment(), new Console(out, new ByteArrayOutputStream(), true, true, "majix"));
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "--snippets -r s:x | --snippets is a form of its own",
            "--snippets --count s:x | --snippets is a form of its own",
            "--snippets --exec echo {} + s:x | --exec prints nothing by itself",
            "--color=red s:x | --color \"red\": auto, always or never is wanted"})
    void whatDoesNotGoTogetherIsAMistake(String line, String told) {
        assertThat(user.types(line.split(" "))).startsWith("2> majix: " + told).endsWith("\nexit 2\n");
    }
}
