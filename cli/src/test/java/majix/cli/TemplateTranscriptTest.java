package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTranscriptTest {
    @TempDir
    Path top;

    private User user;

    @BeforeEach
    void index() throws IOException {
        user = User.withMail(top.resolve("ann"));
        user.file("Mail/inbox/cur/3.all:2,FS", """
                From: "Ann Archer" <Ann@Example.org>
                To: a@example.org
                To: b@example.org
                Cc: c@example.org
                Subject: =?utf-8?q?All_=1b[31mred=E2=80=AE?=
                Date: Sat, 04 Jan 2025 12:34:56 +0000
                Message-ID: <all@example.org>
                In-Reply-To: <none@example.org>
                List-Id: Fruit <fruit.example.org>
                Content-Type: text/plain; name="all.txt"

                all of it
                """);
        user.types();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, value = {
            "%d|2025-01-04", "%u|1735994096", "%f|\"Ann Archer\" <Ann@Example.org>", "%N|Ann Archer",
            "%A|ann@example.org", "%t|a@example.org, b@example.org", "%c|c@example.org",
            "%s|All  [31mred\\u202e", "%m|<all@example.org>", "%r|<none@example.org>", "%n|all.txt",
            "%p|~/Mail/inbox/cur/3.all:2,FS", "%l|~/Mail/inbox/cur/3.all:2,FS", "%o|~/Mail/inbox", "%z|323",
            "%F|fs", "%L|fruit.example.org", "%i: %x|1: *", "100%% \\t%F\\\\|100% \tfs\\",
            "[%14N]|[    Ann Archer]", "[%-14N]|[Ann Archer    ]", "[%.3N]|[Ann]", "[%-5.3N]|[Ann  ]"})
    void everyLetterStandsForSomething(String template, String shown) {
        assertThat(user.types("--format=" + template, "m:all@example.org")).isEqualTo(shown + "\nexit 0\n");
    }

    @Test
    void aWidthHasABound() {
        assertThat(user.types("--format=%1000s", "s:plum")).hasSize(1000 + "\nexit 0\n".length());
        for (String width : new String[]{"1001", "99999999999"}) {
            assertThat(user.types("--format=%-." + width + "s", "s:plum")).isEqualTo("2> majix: --format \"%-." + width
                    + "s\": \"" + width + "\": a width of 1000 at most is wanted\nexit 2\n");
        }
    }

    @Test
    void whatIsNotThereIsEmpty() {
        assertThat(user.types("--format=<%c%n%r%L%F>", "s:plum")).isEqualTo("<>\nexit 0\n");
    }

    @Test
    void eachHitHasALine() {
        assertThat(user.types("--format=%i %-4N %s", "s:jam/apple")).isEqualTo("""
                1 cat@example.org Plum jam
                2 ann@example.org Fig jam
                3 bob@example.org Date jam
                4 ann@example.org Apple harvest
                exit 0
                """);
        assertThat(user.types("-0", "--format=%s", "s:jam")).isEqualTo("Plum jam\0Fig jam\0Date jam\0exit 0\n");
        assertThat(user.types("--format=%l", "s:fig")).isEqualTo("mbox:~/Mail/archive [34,181)\nexit 0\n");
    }

    @Test
    void hitsAreToldFromTheirCompany() {
        assertThat(user.types("-t", "--format=%x %s", "s:pear")).isEqualTo("""
                  Apple harvest
                * Pear cake
                exit 0
                """);
    }

    @Test
    void columnsAreThoseOfTheTerminal() {
        assertThat(Cell.fit("日本語", 8, 99, true)).isEqualTo("日本語  ");
        assertThat(Cell.fit("日本語", 0, 5, true)).isEqualTo("日本");
        assertThat(Cell.fit("e\u0301a", 3, 2, false)).isEqualTo(" e\u0301a");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"%q|%q", "%-5|%-5", "x%|%", "%-5.y|%-5.y"})
    void anUnknownLetterIsAMistake(String template, String piece) {
        assertThat(user.types("--format=" + template, "s:plum"))
                .isEqualTo("2> majix: --format \"" + template + "\": \"" + piece + "\": a letter of " + Template.LETTERS
                        + " (majix(1) tells what they mean), or %% is wanted\nexit 2\n");
    }

    @Test
    void everyLetterIsInTheManual() throws Exception {
        String page = Files.readString(Path.of("src/main/dist/man/majix.1"));
        assertThat(Template.LETTERS.chars())
                .allSatisfy(letter -> assertThat(page).contains("\n.It \\&%" + (char) letter.intValue() + "\n"));
    }
}
