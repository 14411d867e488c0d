package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTranscriptTest {
    @TempDir
    Path top;

    private User user;

    @BeforeEach
    void index() throws IOException {
        user = User.withIndex(top.resolve("ann"));
    }

    private static String created(String folder) {
        StringBuilder lines = new StringBuilder();
        for (String part : new String[]{"", "/cur", "/new", "/tmp"}) {
            lines.append("2> Created directory ").append(folder).append(part).append('\n');
        }
        return lines.toString();
    }

    /// Where the entries of a result folder lead, or their first line.
    private Map<String, String> results(String folder) throws IOException {
        Map<String, String> results = new TreeMap<>();
        user.disk(folder).forEach((name, content) -> {
            String last = name.substring(folder.length());
            if (!content.equals("directory") && !last.startsWith("/.")) {
                results.put(last, content.replace(user.home.toString(), "~").lines().findFirst().orElse(""));
            }
        });
        return results;
    }

    @Test
    void rawLinesComeByDate() {
        assertThat(user.types("-r", "b:ripe")).isEqualTo("""
                ~/Mail/old/1
                mbox:~/Mail/archive [34,181)
                mbox:~/Mail/archive [215,365)
                ~/Mail/inbox/cur/1.apple:2,RS
                ~/Mail/inbox/new/2.pear
                exit 0
                """);
    }

    @Test
    void excerptsShowAFewHeaders() {
        assertThat(user.types("-x", "s:pear/fig")).isEqualTo("""
                ---------------------------------
                mbox:~/Mail/archive [34,181)
                  To:          list@example.org
                  From:        ann@example.org
                  Subject:     Fig jam
                  Message-ID:  <fig@example.org>
                  Date:        Sat, 06 Jan 2024
                ---------------------------------
                ~/Mail/inbox/new/2.pear
                  To:          list@example.org
                  From:        bob@example.org
                  Subject:     Pear cake
                  Message-ID:  <pear@example.org>
                  In-Reply-To: <apple@example.org>
                  Date:        Thu, 02 Jan 2025
                exit 0
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-rx", "-xr"})
    void rawLinesWinOverExcerpts(String options) {
        assertThat(user.types(options, "s:plum")).isEqualTo("~/Mail/old/1\nexit 0\n");
    }

    @Test
    void threadsComeWhole() {
        assertThat(user.types("-rt", "m:pear@example.org")).isEqualTo("""
                ~/Mail/inbox/cur/1.apple:2,RS
                ~/Mail/inbox/new/2.pear
                exit 0
                """);
    }

    @Test
    void hitsGoIntoTheResultFolder() throws Exception {
        assertThat(user.types("s:plum/apple")).isEqualTo("Matched 2 messages\n" + created("~/Mail/found") + "exit 0\n");
        assertThat(results("Mail/found").values()).containsExactlyInAnyOrder("-> ~/Mail/inbox/cur/1.apple:2,RS",
                "-> ~/Mail/old/1");
        assertThat(user.types("s:pear")).isEqualTo("Matched 1 messages\nexit 0\n");
        assertThat(results("Mail/found").values()).containsExactly("-> ~/Mail/inbox/new/2.pear");
    }

    /// A link that leads to itself stands for a directory without rights, which root has everywhere.
    @Test
    void aFolderThatCannotBeEnteredIsNoLackOfHits() throws Exception {
        Files.move(user.home.resolve("Mail/inbox/new"), user.home.resolve("aside"));
        Files.createSymbolicLink(user.home.resolve("Mail/inbox/new"), user.home.resolve("Mail/inbox/new"));
        assertThat(user.types("s:pear")).startsWith("Matched 0 messages\n")
                .contains("2> majix: ~/Mail/inbox/new/2.pear: ").doesNotContain("no longer there")
                .endsWith("exit 3\n");
    }

    @Test
    void augmentKeepsWhatIsThereOnce() throws Exception {
        user.types("s:plum");
        assertThat(user.types("-a", "s:pear")).isEqualTo("Matched 1 messages\nexit 0\n");
        assertThat(user.types("--augment", "s:pear")).isEqualTo("Matched 1 messages\nexit 0\n");
        assertThat(results("Mail/found").values()).containsExactlyInAnyOrder("-> ~/Mail/inbox/new/2.pear",
                "-> ~/Mail/old/1");
    }

    @Test
    void hardLinksAreMade() throws Exception {
        assertThat(user.types("-H", "s:plum")).endsWith("exit 0\n");
        assertThat(results("Mail/found").values()).containsExactly("From: cat@example.org");
        assertThat(Files.getAttribute(user.home.resolve("Mail/old/1"), "unix:nlink")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"-o,other,Mail/other", "-o,./here,here", "--mfolder,~/there,there", "-o,a/b,Mail/a/b"})
    void theFolderOfAnOptionIsFoundByItsBeginning(String option, String name, String place) throws Exception {
        String said = user.types(option, name.replace("~", user.home.toString()), "s:plum");
        assertThat(said).contains("Matched 1 messages\n", created("~/" + place)).endsWith("exit 0\n");
        assertThat(results(place).values()).containsExactly("-> ~/Mail/old/1");
        assertThat(user.disk("Mail/found")).isEmpty();
    }

    @Test
    void withoutHitsTheFolderIsEmptied() throws Exception {
        user.types("s:plum");
        assertThat(user.types("s:quince")).isEqualTo("Matched 0 messages\nexit 1\n");
        assertThat(results("Mail/found")).isEmpty();
        assertThat(user.types("-r", "s:quince")).isEqualTo("exit 1\n");
        assertThat(user.types("-x", "s:quince")).isEqualTo("exit 1\n");
    }

    @Test
    void mformatSaysWhatBecomesOfHits() throws Exception {
        String rc = Files.readString(user.rc);
        user.file(".mairixrc", rc + "mformat=raw\n");
        assertThat(user.types("s:plum")).isEqualTo("~/Mail/old/1\nexit 0\n");
        assertThat(user.types("-x", "s:plum")).startsWith("-----");
        user.file(".mairixrc", rc + "mformat=excerpt\n");
        assertThat(user.types("s:plum")).contains("  Subject:     Plum jam\n").endsWith("2024\nexit 0\n");
        assertThat(user.disk("Mail/found")).isEmpty();
        user.file(".mairixrc", rc + "mformat=mh\n");
        assertThat(user.types("s:jam"))
                .isEqualTo("Matched 3 messages\n2> Created directory ~/Mail/found\nexit 0\n");
        assertThat(results("Mail/found")).containsOnlyKeys("/1", "/2", "/3").containsEntry("/1", "-> ~/Mail/old/1");
        user.file(".mairixrc", rc + "mformat=mbox\nmfolder=found.mbox\n");
        assertThat(user.types("s:jam")).isEqualTo("Matched 3 messages\nexit 0\n");
        assertThat(Files.readString(user.home.resolve("Mail/found.mbox"))).contains("Subject: Plum jam",
                "Subject: Fig jam", "Subject: Date jam");
    }

    @Test
    void explainShowsTheQueryAndWritesNothing() throws Exception {
        assertThat(user.types("--explain", "s:jam/pear", "f:~ann")).isEqualTo("""
                       3  all of
                       4    any of
                       3      s:jam
                       1      s:pear
                       3    not
                       2      f:ann
                exit 0
                """);
        assertThat(user.types("--explain", "s:quince")).isEqualTo("       0  s:quince\nexit 1\n");
        assertThat(user.disk("Mail/found")).isEmpty();
    }

    @Test
    void messagesThatAreGoneAreToldAndNotCounted() throws Exception {
        Files.delete(user.home.resolve("Mail/inbox/new/2.pear"));
        user.file("Mail/archive", "From ann\n");
        assertThat(user.types("s:pear/plum")).contains("Matched 1 messages\n",
                "2> majix: ~/Mail/inbox/new/2.pear: no longer there\n").endsWith("exit 0\n");
        assertThat(user.types("s:fig")).isEqualTo(
                """
                        Matched 0 messages
                        2> majix: ~/Mail/archive: changed since it was indexed: 1 message not read; majix without a query indexes it
                        exit 1
                        """);
        assertThat(user.types("-x", "s:pear")).isEqualTo("""
                ---------------------------------
                ~/Mail/inbox/new/2.pear
                2> majix: ~/Mail/inbox/new/2.pear: no such file
                exit 0
                """);
    }

    @Test
    void anIndexIsNeededAndMajixSaysHowToMakeOne() throws Exception {
        user.file(".mairixrc", Files.readString(user.rc) + "database=~/nothing\n");
        for (String[] command : new String[][]{{"s:plum"}, {"-r", "s:plum"}, {"--explain", "s:plum"}, {"-d"}}) {
            assertThat(user.types(command)).isEqualTo(
                    "2> majix: there is no index at ~/nothing; run majix without a query to make one\nexit 3\n");
        }
        assertThat(user.disk("Mail/found")).isEmpty();
        assertThat(user.disk("nothing")).isEmpty();
    }

    @Test
    void aSearchWritesNothingIntoTheIndexNorTheMail() throws Exception {
        Map<String, String> index = user.disk("index");
        Map<String, String> inbox = user.disk("Mail/inbox");
        user.types("s:jam");
        user.types("-rt", "b:ripe=1", "d:2024-", "z:1-", "F:-f");
        user.types("--explain", "b:ripe=");
        user.types("-d");
        assertThat(user.disk("index")).isEqualTo(index);
        assertThat(user.disk("Mail/inbox")).isEqualTo(inbox);
    }

    @Test
    void aFileThatIsGoneIsToldOnce() throws Exception {
        Files.delete(user.home.resolve("Mail/archive"));
        assertThat(user.types("s:fig/date/plum"))
                .endsWith("/tmp\n2> majix: ~/Mail/archive: no longer there\nexit 0\n").containsOnlyOnce("there");
    }
}
