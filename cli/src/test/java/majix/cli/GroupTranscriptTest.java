package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupTranscriptTest {
    @TempDir
    Path top;

    private User user;

    @BeforeEach
    void index() throws IOException {
        user = User.withIndex(top.resolve("ann"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "from | 2 ann@example.org; 2 bob@example.org; 1 cat@example.org", "domain | 5 example.org",
            "month | 3 2024-01; 2 2025-01", "folder | 2 ~/Mail/archive; 2 ~/Mail/inbox; 1 ~/Mail/old",
            "list | 5 (none)"})
    void hitsAreCountedByWhatTheyShare(String key, String groups) {
        assertThat(user.types("--group-by=" + key, "b:ripe").replaceAll("(?m)^ +", "").replace("  ", " "))
                .isEqualTo(groups.replace("; ", "\n") + "\nexit 0\n");
    }

    @Test
    void threadsHaveTheSubjectOfTheirFirstHit() {
        assertThat(user.types("--group-by=thread", "--limit=2", "b:ripe").replaceAll("(?<=[0-9])  [0-9]+  ", "  T  "))
                .isEqualTo("""
                               2  T  Apple harvest
                               1  T  Plum jam
                        exit 0
                        """);
    }

    @Test
    void listsAreRead() throws Exception {
        user.file("Mail/old/2", "List-Id: Fruit <fruit.example.org>\n"
                + User.mail("kiwi", "eve", "Kiwi", "Sat, 04 Jan 2025", ""));
        user.file("Mail/old/3", "From: nobody\nSubject: \nList-Id: <\u001b[31m>\n\nripe\n");
        user.types();
        assertThat(user.types("--group-by=list", "s:kiwi/plum")).isEqualTo("""
                       1  (none)
                       1  fruit.example.org
                exit 0
                """);
        assertThat(user.types("--group-by=list", "b:ripe", "d:2025")).contains("\\x1b[31m")
                .doesNotContain("\u001b");
        assertThat(user.types("--group-by=from", "f:nobody")).isEqualTo("       1  (none)\nexit 0\n");
    }

    /// A comma in an encoded word ends no mailbox.
    @Test
    void aNameIsNoSender() throws Exception {
        user.file("Mail/old/2", "From: =?utf-8?q?ceo=40bank=2Eexample=2C_Bank?= <eve@example.org>\n"
                + User.mail("kiwi", "x", "Kiwi", "Sat, 04 Jan 2025", "").replaceFirst("From: [^\n]*\n", ""));
        user.types();
        assertThat(user.types("--group-by=from", "s:kiwi")).isEqualTo("       1  eve@example.org\nexit 0\n");
        assertThat(user.types("addresses", "ceo")).isEqualTo("""
                1 address for ceo
                eve@example.org\tceo@bank.example, Bank\tseen once, last 2025-01-04
                exit 0
                """);
        assertThat(user.types("-r", "f:ceo@bank.example")).isEqualTo("~/Mail/old/2\nexit 0\n");
    }

    @Test
    void countsAreThereForPrograms() {
        assertThat(user.types("--group-by=from", "--format=json", "--offset=1", "--limit=1", "b:ripe"))
                .isEqualTo("{\"version\":1,\"count\":2,\"group\":\"bob@example.org\"}\nexit 0\n");
        assertThat(user.types("--group-by", "from", "--format=csv", "s:plum"))
                .isEqualTo("count,group\n1,cat@example.org\nexit 0\n");
        assertThat(user.types("--group-by=thread", "--format=csv", "s:plum")).startsWith("count,group,subject\n1,")
                .endsWith(",Plum jam\nexit 0\n");
        assertThat(user.types("--group-by=from", "s:quince")).isEqualTo("exit 1\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "--group-by=colour s:x | --group-by \"colour\": from, domain, month, folder, list or thread is wanted",
            "--group-by=from -r s:x | --group-by prints counts: it goes with --format=json or csv only",
            "--group-by=from --format=msgid s:x | --group-by prints counts",
            "--group-by=from --sort=size s:x | --group-by has an order of its own"})
    void whatDoesNotGoTogetherIsAMistake(String line, String told) {
        assertThat(user.types(line.split(" "))).startsWith("2> majix: " + told).endsWith("\nexit 2\n");
    }
}
