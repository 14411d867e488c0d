package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadTranscriptTest {
    @TempDir
    Path top;

    private User user;
    private int files;

    @BeforeEach
    void index() throws IOException {
        user = User.withIndex(top.resolve("ann"));
    }

    /// Writes a message; the references stand before In-Reply-To or behind it.
    private void mail(String id, String from, String subject, int day, String headers) throws IOException {
        String text = User.mail(id, from, subject, "Sat, 0" + day + " Feb 2025", "");
        user.file("Mail/old/" + (10 + files++), headers.replace(";", "\n") + text);
    }

    @Test
    void aThreadIsATree() {
        assertThat(user.types("thread", "s:pear")).isEqualTo("""
                thread: 2 messages, 1 hit
                  2025-01-01  ann@example.org  Apple harvest
                * 2025-01-02  └─ bob@example.org  Pear cake
                exit 0
                """);
    }

    @Test
    void aFileThatIsGoneIsToldOnce() throws Exception {
        java.nio.file.Files.delete(user.home.resolve("Mail/archive"));
        assertThat(user.types("thread", "s:fig/date"))
                .endsWith("\n2> majix: ~/Mail/archive: no such file or directory\nexit 0\n").containsOnlyOnce("2> ");
    }

    @Test
    void repliesStandBelowWhatTheyReplyTo() throws Exception {
        mail("a", "Ann <ann", "Race", 1, "");
        mail("b", "Bob <bob", "Re: Race", 2, "References: <a@example.org>;In-Reply-To: <a@example.org>;");
        mail("c", "Cat <cat", "Re: Race", 3,
                "In-Reply-To: <b@example.org>;References: <a@example.org> <b@example.org>;");
        mail("d", "Dan <dan", "Boats (was: Race)", 4, "In-Reply-To: <a@example.org>;");
        mail("e", "Eve <eve", "Re: Race", 5, "References: <a@example.org> <b@example.org> <c@example.org>;");
        user.types();
        assertThat(user.types("thread", "f:cat/dan", "s:race")).isEqualTo("""
                thread: 5 messages, 2 hits
                  2025-02-01  Ann  Race
                  2025-02-02  ├─ Bob
                * 2025-02-03  │  └─ Cat
                  2025-02-05  │     └─ Eve
                * 2025-02-04  └─ Dan  Boats (was: Race)
                exit 0
                """);
    }

    @Test
    void whatIsMissingIsShown() throws Exception {
        mail("b", "bob", "Re: Race", 2, "References: <lost1@x> <lost2@x>;");
        mail("c", "cat", "Re: Race", 3, "References: <lost1@x> <lost2@x>;");
        mail("d", "dan", "Re: Race", 4, "References: <lost1@x> <lost3\u001b[31m@x> <b@example.org>;");
        user.types();
        assertThat(user.types("thread", "f:dan")).isEqualTo("""
                thread: 3 messages, 1 hit
                              [missing] <lost2@x>
                  2025-02-02  ├─ bob@example.org  Re: Race
                * 2025-02-04  │  └─ dan@example.org
                  2025-02-03  └─ cat@example.org  Re: Race
                exit 0
                """);
    }

    @Test
    void circlesAndCopiesAreSurvived() throws Exception {
        mail("a", "ann", "Race", 1, "In-Reply-To: <b@example.org>;");
        mail("b", "bob", "Race", 2, "In-Reply-To: <a@example.org>;");
        mail("b", "bob", "Race", 3, "In-Reply-To: <a@example.org>;");
        mail("c", "cat", "Race", 4, "In-Reply-To: <c@example.org>;");
        user.types();
        assertThat(user.types("thread", "s:race")).isEqualTo("""
                thread: 3 messages, 3 hits
                * 2025-02-02  bob@example.org  Race
                * 2025-02-01  └─ ann@example.org
                * 2025-02-03     └─ bob@example.org [copy]
                thread: 1 message, 1 hit
                * 2025-02-04  cat@example.org  Race
                exit 0
                """);
    }

    @Test
    void theParentIsTheFirstIdThatInReplyToNames() throws Exception {
        mail("a", "ann", "Race", 1, "");
        mail("b", "bob", "Race", 2, "");
        mail("c", "cat", "Race", 3, "In-Reply-To: b@example.org, <cut <a@example.org> <b@example.org>;"
                + "References: <a@example.org> <b@example.org>;");
        user.types();
        assertThat(user.types("thread", "f:cat")).contains("""
                  2025-02-02  bob@example.org  Race
                  2025-02-01  └─ ann@example.org
                * 2025-02-03     └─ cat@example.org
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<aaaaaa ", ">aaaaaa ", "<aaaaa> "})
    void longReferencesAreReadInTime(String piece) throws Exception {
        StringBuilder references = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            references.append(" <some-id-").append(i).append("@example.org>;\t");
        }
        mail("a", "ann", "Race", 1, "References:" + references + ";In-Reply-To: " + piece.repeat(131_000) + ";");
        user.types();
        assertTimeoutPreemptively(Duration.ofSeconds(5),
                () -> assertThat(user.types("thread", "s:race")).endsWith("ann@example.org  Race\nexit 0\n"));
    }

    @Test
    void longThreadsAreDrawn() throws Exception {
        StringBuilder mbox = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            mbox.append("From x Sat Jan  6 12:00:00 2024\n")
                    .append(User.mail("n" + i, "ann", "Long", "Sat, 01 Feb 2025", i == 0 ? "" : "n" + (i - 1)))
                    .append('\n');
        }
        user.file("Mail/archive", mbox.toString());
        user.types();
        assertThat(user.types("thread", "m:n4999@example.org").lines()).hasSize(5002)
                .contains("* 2025-02-01  " + " ".repeat(60) + "└─ ann@example.org");
    }

    @Test
    void threadsCanBePicked() {
        assertThat(user.types("thread", "--offset=1", "--limit", "1", "b:ripe")).isEqualTo("""
                thread: 1 message, 1 hit
                * 2024-01-06  ann@example.org  Fig jam
                exit 0
                """);
        assertThat(user.types("thread", "--color=always", "s:fig"))
                .contains("* 2024-01-06  \u001b[1mann@example.org  Fig jam\u001b[m\n");
        assertThat(user.types("thread", "s:quince")).isEqualTo("exit 1\n");
        assertThat(user.types("thread", "-f", "~/.mairixrc".replace("~", user.home.toString()), "s:plum"))
                .startsWith("thread: 1 message, 1 hit\n");
    }

    @Test
    void programsGetObjectsWithTheirPlaceInTheTree() throws Exception {
        mail("b", "Bob <bob", "Race", 2, "In-Reply-To: <a@example.org>;");
        mail("c", "Cat <cat", "Re: Race", 3, "In-Reply-To: <b@example.org>;");
        mail("d", "Dan <dan", "Re: Race", 4, "In-Reply-To: <a@example.org>;");
        user.types();
        List<String> places = new ArrayList<>();
        for (String line : user.types("thread", "--format=json", "f:cat", "s:race").strip().split("\n", -1)) {
            places.add(line.replaceAll(".*\"match\":(\\w+),\"ids\":\\[(.*?)\\].*\"body\":\\[\"(.*?)\\\\n\"\\].*"
                    + "\"parent\":(.*?),\"level\":(\\d+)}", "$2 $4 $5 $1"));
        }
        assertThat(places).containsExactly("\"b@example.org\" \"a@example.org\" 1 false",
                "\"c@example.org\" \"b@example.org\" 2 true", "\"d@example.org\" \"a@example.org\" 1 false", "exit 0");
    }

    @Test
    void whatIsNoMailCommandsNoTerminal() throws Exception {
        mail("a", "\u202e\u001b[31mred <red", "\u202eEvil", 1, "");
        user.types();
        assertThat(user.types("thread", "f:red")).contains("\\u202eEvil").doesNotContain("\u001b")
                .doesNotContain("\u202e");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"thread | thread: say what to look for",
            "thread -r s:x | thread prints trees: of the options for output only --format=json",
            "thread --format=csv s:x | thread prints trees",
            "thread --count s:x | thread prints trees", "thread --sort=size s:x | thread prints trees",
            "thread --frob s:x | unrecognized option \"--frob\"", "thread s: | \"s:\""})
    void whatIsNoThreadIsAMistake(String line, String told) {
        assertThat(user.types(line.split(" "))).startsWith("2> majix: " + told).endsWith("\nexit 2\n");
    }

    @Test
    void aServerDrawsThreadsToo() {
        Request request = new Request("", "majix", false, false, user.home, List.of("thread", "s:plum"), Map.of());
        assertThat(request.isSearch()).isTrue();
        assertThat(request.writes()).isFalse();
        assertThat(new Request("", "majix", false, false, user.home, List.of("fields"), Map.of()).isSearch()).isFalse();
    }

    @Test
    void mairixKnowsNoThreads() {
        user.program = "mairix";
        assertThat(user.types("thread", "plum")).isEqualTo("""
                Matched 0 messages
                2> Created directory ~/Mail/found
                2> Created directory ~/Mail/found/cur
                2> Created directory ~/Mail/found/new
                2> Created directory ~/Mail/found/tmp
                exit 1
                """);
    }
}
