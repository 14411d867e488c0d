package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Folders of saved searches, kept up to date by `majix up` and by indexing runs.
class UpTranscriptTest {
    @TempDir
    Path top;

    private User user;

    @BeforeEach
    void index() throws IOException {
        user = User.withIndex(top.resolve("ann"));
        user.types("save", "jam", "s:jam");
        user.types("save", "unread", "-o", "live/unread", "F:-s");
    }

    /// Every file and directory of a folder with what would betray that it was touched.
    private Map<String, String> state(String folder) throws IOException {
        Map<String, String> state = new TreeMap<>();
        try (Stream<Path> files = Files.walk(user.home.resolve(folder))) {
            for (Path file : files.toList()) {
                state.put(file.toString(), Files.getAttribute(file, "unix:ino", LinkOption.NOFOLLOW_LINKS) + " "
                        + Files.getAttribute(file, "unix:ctime", LinkOption.NOFOLLOW_LINKS));
            }
        }
        return state;
    }

    private long messages(String folder) throws IOException {
        return user.disk(folder).keySet().stream().filter(name -> name.contains("/cur/") || name.contains("/new/"))
                .count();
    }

    @Test
    void foldersAreWrittenWhenAskedFor() throws Exception {
        assertThat(user.types("up", "jam")).isEqualTo("jam: 3 messages in ~/Mail/found-jam\nexit 0\n");
        assertThat(messages("Mail/found-jam")).isEqualTo(3);
        assertThat(user.home.resolve("Mail/live")).doesNotExist();
        assertThat(user.types("up")).isEqualTo(
                "jam: 3 messages in ~/Mail/found-jam\nunread: 4 messages in ~/Mail/live/unread\nexit 0\n");
        assertThat(user.types("up", "jam", "jma"))
                .isEqualTo("2> majix: up: no saved search \"jma\"; there are jam unread\nexit 2\n");
    }

    @Test
    void anIndexingRunTouchesOnlyWhatChanged() throws Exception {
        assertThat(user.types("--up", "-v")).contains("2> majix: jam: 3 messages\n2> majix: unread: 4 messages\n");
        Map<String, String> jam = state("Mail/found-jam");
        Map<String, String> unread = state("Mail/live/unread");
        assertThat(user.types("--up")).isEqualTo("exit 0\n");
        assertThat(state("Mail/found-jam")).isEqualTo(jam);
        assertThat(state("Mail/live/unread")).isEqualTo(unread);

        user.file("Mail/inbox/new/3.kiwi", User.mail("kiwi", "eve", "Kiwi", "Sat, 04 Jan 2025", ""));
        assertThat(user.types("--up")).isEqualTo("exit 0\n");
        assertThat(state("Mail/found-jam")).isEqualTo(jam);
        assertThat(messages("Mail/live/unread")).isEqualTo(5);
    }

    @Test
    void aChangedFlagIsAChange() throws Exception {
        user.types("save", "fruit", "s:apple/pear");
        user.types("--up");
        Map<String, String> jam = state("Mail/found-jam");
        Files.move(user.home.resolve("Mail/inbox/new/2.pear"), user.home.resolve("Mail/inbox/cur/2.pear:2,S"));
        assertThat(user.types("--up", "-v")).contains("2> majix: unread: 3 messages\n2> majix: fruit: 2 messages\n");
        assertThat(user.disk("Mail/found-fruit").keySet()).anyMatch(name -> name.endsWith(":2,S"));
        assertThat(state("Mail/found-jam")).isEqualTo(jam);
    }

    @Test
    void aRunWithoutTheOptionLeavesFoldersAlone() throws Exception {
        user.types("up");
        Map<String, String> unread = state("Mail/live/unread");
        user.file("Mail/inbox/new/3.kiwi", User.mail("kiwi", "eve", "Kiwi", "Sat, 04 Jan 2025", ""));
        user.types();
        assertThat(state("Mail/live/unread")).isEqualTo(unread);
    }

    @Test
    void whatAMailProgramDoesInAFolderIsNoReasonToWriteIt() throws Exception {
        user.types("--up");
        Path folder = user.home.resolve("Mail/found-jam");
        Path entry;
        try (Stream<Path> entries = Files.list(folder.resolve("new"))) {
            entry = entries.findFirst().orElseThrow();
        }
        Files.move(entry, folder.resolve("cur").resolve(entry.getFileName() + ":2,S"));
        Map<String, String> jam = state("Mail/found-jam");
        user.types("--up");
        assertThat(state("Mail/found-jam")).isEqualTo(jam);
    }

    @Test
    void aFolderThatIsGoneOrHoldsAnotherResultIsWrittenAgain() throws Exception {
        user.types("--up");
        user.types("-o", "found-jam", "s:apple");
        assertThat(messages("Mail/found-jam")).isEqualTo(1);
        user.types("--up");
        assertThat(messages("Mail/found-jam")).isEqualTo(3);
        Files.move(user.home.resolve("Mail/live/unread"), user.home.resolve("away"));
        user.types("--up");
        assertThat(messages("Mail/live/unread")).isEqualTo(4);
    }

    @Test
    void anotherQueryOrNoHitIsAnotherResult() throws Exception {
        user.types("--up");
        user.types("save", "jam", "s:plum");
        assertThat(user.types("--up", "-v")).contains("2> majix: jam: 1 message\nexit 0\n");
        user.types("save", "jam", "s:quince");
        assertThat(user.types("--up", "-v")).contains("2> majix: jam: 0 messages\nexit 0\n");
        assertThat(messages("Mail/found-jam")).isZero();
    }

    @Test
    void mboxFoldersAreKeptAsWell() throws Exception {
        user.file(".mairixrc", Files.readString(user.rc) + "mformat=mbox\n");
        assertThat(user.types("--up")).isEqualTo("exit 0\n");
        Map<String, String> jam = state("Mail/found-jam");
        user.file("Mail/inbox/new/3.kiwi", User.mail("kiwi", "eve", "Kiwi", "Sat, 04 Jan 2025", ""));
        user.types("--up");
        assertThat(state("Mail/found-jam")).isEqualTo(jam);
        assertThat(Files.readString(user.home.resolve("Mail/live/unread"))).contains("Kiwi");
    }

    @Test
    void wholeThreadsCanBeKeptWithTheHitsFlagged() throws Exception {
        user.types("save", "apple", "-tt", "s:apple harvest");
        assertThat(user.types("up", "apple")).isEqualTo("apple: 2 messages in ~/Mail/found-apple\nexit 0\n");
        assertThat(user.disk("Mail/found-apple").keySet()).filteredOn(name -> name.matches(".*:2,[A-Z]*F[A-Z]*"))
                .hasSize(1);
        Map<String, String> apple = state("Mail/found-apple");
        user.types("--up");
        assertThat(state("Mail/found-apple")).isEqualTo(apple);
    }

    @Test
    void whatFailsForOneLeavesTheOthersAlone() throws Exception {
        user.file("Mail/other/mine.txt", "not majix's\n");
        user.file(".mairixrc.saved", """
                lost: q:nowhere
                foreign: -o other s:plum
                source: -o inbox/x s:plum
                one: -o both s:plum
                two: -o both s:fig
                jam: s:jam
                """);
        assertThat(user.types("up").replaceAll("(foreign: ).*( majix did not write).*", "$1...$2")).isEqualTo(
                """
                        jam: 3 messages in ~/Mail/found-jam
                        2> majix: lost: "q:nowhere": unknown saved search "nowhere", expected one of lost foreign source one two jam
                        2> majix: foreign: ... majix did not write
                        2> majix: source: ~/Mail/inbox/x lies in the indexed folder ~/Mail/inbox. Name another folder with -o or mfolder=
                        2> majix: one: the folder "~/Mail/both" is that of two; another one is wanted after -o
                        2> majix: two: the folder "~/Mail/both" is that of one; another one is wanted after -o
                        exit 3
                        """);
        assertThat(user.types("up", "lost")).startsWith("2> majix: \"q:nowhere\": unknown").endsWith("exit 2\n");
        assertThat(user.types("--up")).contains("2> majix: lost: ").endsWith("exit 3\n");
    }

    @Test
    void aFolderInsideAnIndexedTreeIsNotIndexed() throws Exception {
        user.file(".mairixrc", Files.readString(user.rc).replace("maildir=inbox", "maildir=inbox:live..."));
        Files.createDirectories(user.home.resolve("Mail/live/mine/cur"));
        assertThat(user.types("--up")).isEqualTo("exit 0\n");
        assertThat(user.types("--up")).isEqualTo("exit 0\n");
        assertThat(user.types("--count", "d:1970-")).isEqualTo("5\nexit 0\n");
        assertThat(messages("Mail/live/unread")).isEqualTo(4);
    }

    @Test
    void aFormatWithoutFoldersHasNoneToKeep() throws Exception {
        user.file(".mairixrc", Files.readString(user.rc) + "mformat=raw\n");
        assertThat(user.types("up"))
                .isEqualTo("2> majix: ~/.mairixrc: mformat=raw makes no folders that could be kept up"
                        + " to date; maildir, mh or mbox is wanted\nexit 2\n");
    }
}
