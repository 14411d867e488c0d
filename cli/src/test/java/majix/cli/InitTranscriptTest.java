package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitTranscriptTest {
    @TempDir
    Path top;

    /// Somebody with mail and nothing else.
    private User newcomer() throws IOException {
        User user = User.withMail(top.resolve("ann"));
        Files.delete(user.rc);
        return user;
    }

    @Test
    void theSampleDoesTheWholeJob() throws Exception {
        User user = User.without(Files.createDirectory(top.resolve("ann")));
        String transcript = user.types("init", "--sample");
        assertThat(transcript.lines().filter(line -> line.startsWith("  Subject:     "))).hasSize(5)
                .allMatch(line -> line.endsWith("Night passage to Skerry Sound"));
        assertThat(transcript.replaceAll("(?m)^(---|mbox:|  ).*\n", "")).isEqualTo("""
                Wrote an invented archive into ~/majix-sample: 185 messages in a Maildir, 59 in an MH folder, 56 in \
                an mbox.

                $ majix -f ~/majix-sample/majixrc f:marta s:regatta    # from Marta, with a word in the subject
                Matched 4 messages

                $ majix -f ~/majix-sample/majixrc 's:life jackets' d:2024    # a phrase in the subject, in one year
                Matched 10 messages

                $ majix -f ~/majix-sample/majixrc -t n:harbour-chart.pdf    # the whole thread around an attachment
                Matched 5 messages

                $ majix -f ~/majix-sample/majixrc -x -t n:harbour-chart.pdf    # the same, here and now

                Open the hits in mutt:   mutt -R -f ~/majix-sample/results
                2> majix: 300 messages in the index: 300 added, 0 removed, 0 renamed; 0 MB in N s
                2> Created directory ~/majix-sample/results
                2> Created directory ~/majix-sample/results/cur
                2> Created directory ~/majix-sample/results/new
                2> Created directory ~/majix-sample/results/tmp
                exit 0
                """);
        assertThat(user.types("-f", "majix-sample/majixrc", "-x", "-t", "n:harbour-chart.pdf"))
                .contains("  Subject:     ").endsWith("exit 0\n");
        assertThat(user.disk("").keySet()).allMatch(name -> name.isEmpty() || name.startsWith("majix-sample")
                || ".local/state/majix/queries".startsWith(name) || name.startsWith(".local/state/majix/queries/"));
    }

    @Test
    void theSampleGoesIntoAFreshFolderOnly() throws Exception {
        User user = newcomer();
        Map<String, String> before = user.disk("");
        assertThat(user.types("init", "--sample", "Mail")).isEqualTo(
                "2> majix: init --sample: \"~/Mail\" is there and not empty; name another folder\nexit 2\n");
        assertThat(user.types("init", "--sample", "a", "b"))
                .isEqualTo("2> majix: init --sample: one folder is wanted, not 2\nexit 2\n");
        assertThat(user.disk("")).isEqualTo(before);
    }

    @Test
    void mailIsFoundAndAnRcFileWritten() throws Exception {
        User user = newcomer();
        assertThat(user.types("init")).isEqualTo("""
                Found 1 Maildirs, 1 MH folders, 1 mbox files.
                Wrote ~/.mairixrc.
                Try a search, the mail of the last month:   majix d:1m-
                and open what it found:                     mutt -R -f ~/majix-results
                2> majix: 5 messages in the index: 5 added, 0 removed, 0 renamed; 0 MB in N s
                exit 0
                """);
        assertThat(user.types("-r", "s:plum")).isEqualTo("~/Mail/old/1\nexit 0\n");
    }

    @Test
    void anEmptyHomeWantsAName() throws Exception {
        User user = User.without(Files.createDirectory(top.resolve("bob")));
        assertThat(user.types("init")).isEqualTo(
                "2> majix: init: no mail found; name the folders that hold it: majix init DIR...\nexit 3\n");
        assertThat(user.types("init", "nowhere")).isEqualTo("2> majix: init: \"~/nowhere\" does not exist\nexit 2\n");
        assertThat(user.disk("")).hasSize(1);
        User other = newcomer();
        String said = user.types("init", other.home.resolve("Mail").toString());
        assertThat(said).startsWith("Found 1 Maildirs, 1 MH folders, 1 mbox files.\nWrote ~/.mairixrc.\n")
                .endsWith("exit 0\n");
        assertThat(user.types("-r", "s:plum")).isEqualTo(other.home + "/Mail/old/1\nexit 0\n");
    }

    @Test
    void anRcFileThatIsThereIsNotTouched() throws Exception {
        User user = User.withMail(top.resolve("ann"));
        String rc = Files.readString(user.rc) + "sort=date\n";
        user.file(".mairixrc", rc);
        assertThat(user.types("init")).isEqualTo("""
                Found 1 Maildirs, 1 MH folders, 1 mbox files.
                ~/.mairixrc is there already and stays as it is; indexing what it names.
                Try a search, the mail of the last month:   majix d:1m-
                and open what it found:                     mutt -R -f ~/Mail/found
                2> majix: ~/.mairixrc:7: sort= is not needed: results are always in the order of their dates
                2> majix: 5 messages in the index: 5 added, 0 removed, 0 renamed; 0 MB in N s
                exit 0
                """);
        assertThat(user.rc).hasContent(rc);
    }

    @Test
    void anRcFileInTheNewPlaceCounts() throws Exception {
        User user = User.withMail(top.resolve("ann"));
        user.file(".config/majix/majixrc", Files.readString(user.rc));
        Files.delete(user.rc);
        assertThat(user.types("init")).contains("\n~/.config/majix/majixrc is there already and stays as it is")
                .endsWith("exit 0\n");
        assertThat(user.rc).doesNotExist();
    }

    @Test
    void theRcFileIsWrittenWhereSearchesWillLookForIt() throws Exception {
        User user = newcomer();
        user.variables.put("MAJIXRC", "my.rc");
        assertThat(user.types("init")).contains("\nWrote ~/my.rc.\n", "last month:   majix d:1m-\n");
        assertThat(user.types("init", "-f", "other.rc")).contains("\nWrote ~/other.rc.\n",
                "last month:   majix -f ~/other.rc d:1m-\n");
        assertThat(user.rc).doesNotExist();
    }

    @Test
    void anotherRcFileHasAnIndexAndResultsOfItsOwn() throws Exception {
        User user = newcomer();
        user.types("init");
        Files.createDirectories(user.home.resolve("work/inbox/cur"));
        Files.createDirectories(user.home.resolve("work/inbox/new"));
        Files.createDirectories(user.home.resolve("work/inbox/tmp"));
        user.file("work/inbox/cur/1:2,S", User.mail("quince", "eve", "Quince", "Sat, 04 Jan 2025", ""));
        assertThat(user.types("init", "-f", ".work.rc", "work")).contains("\nWrote ~/.work.rc.\n",
                "mutt -R -f ~/majix-results-work\n", " 1 messages in the index: 1 added, 0 removed");
        assertThat(Files.readString(user.home.resolve(".work.rc")))
                .endsWith("database=" + user.home + "/.local/share/majix/index-work\n");
        assertThat(user.types("--count", "s:plum")).isEqualTo("1\nexit 0\n");
        assertThat(user.types("-f", ".work.rc", "--count", "s:quince")).isEqualTo("1\nexit 0\n");
        // one of the same name, for other mail
        assertThat(user.types("init", "-f", "Mail/work.rc", "Mail/inbox")).endsWith("exit 0\n");
        assertThat(Files.readString(user.home.resolve("Mail/work.rc"))).endsWith("/majix/index-work-2\n");
        assertThat(user.types("-f", ".work.rc", "--count", "s:quince")).isEqualTo("1\nexit 0\n");
    }

    @Test
    void anIndexOfOtherMailIsNotTaken() throws Exception {
        User user = newcomer();
        user.types("init", "-f", "./.mairixrc", "Mail/old");
        Files.move(user.rc, user.home.resolve("old.rc"));
        assertThat(user.types("init", "Mail/inbox")).contains("Wrote ~/.mairixrc.");
        assertThat(user.types("-f", "old.rc", "--count", "s:plum")).isEqualTo("1\nexit 0\n");
        assertThat(user.types("--count", "s:apple")).isEqualTo("1\nexit 0\n");
        // what a user lost and writes again finds its index
        Files.delete(user.rc);
        assertThat(user.types("init", "Mail/inbox")).contains(" 2 messages in the index: 0 added, 0 removed");
    }

    @Test
    void wrongOptionsDoNothing() throws Exception {
        User user = newcomer();
        Map<String, String> before = user.disk("");
        assertThat(user.types("init", "--bogus")).isEqualTo(
                "2> majix: init: unrecognized option \"--bogus\"; majix init --help lists the options\nexit 2\n");
        assertThat(user.types("init", "-V"))
                .isEqualTo("2> majix: init: unrecognized option \"-V\"; majix init --help lists the options\nexit 2\n");
        assertThat(user.types("init", "-f")).isEqualTo("2> majix: init: option -f needs a value after it\nexit 2\n");
        assertThat(user.types("init", "--help")).startsWith("Usage: majix init ").endsWith("exit 0\n");
        assertThat(user.disk("")).isEqualTo(before);
    }

    @Test
    void twoRcFilesOfOneNameShareNothing() throws Exception {
        User user = newcomer();
        Files.createDirectories(user.home.resolve("sub"));
        user.types("init", "-f", "work.rc", "Mail/inbox");
        user.types("init", "-f", "sub/work.rc", "Mail/inbox", "Mail/old");
        for (String place : List.of("database=", "mfolder=")) {
            assertThat(Files.readAllLines(user.home.resolve("work.rc")).stream().filter(line -> line.startsWith(place)))
                    .hasSize(1).doesNotContainAnyElementsOf(Files.readAllLines(user.home.resolve("sub/work.rc")));
        }
    }
}
