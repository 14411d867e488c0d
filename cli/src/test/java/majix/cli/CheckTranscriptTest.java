package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `majix check` tells of an index, and what `--repair` makes of it.
class CheckTranscriptTest {
    private static final String GOOD = "no damage found: 5 messages, N files, N MB\nexit 0\n";

    @TempDir
    Path top;

    private User user;
    private Path index;

    @BeforeEach
    void mail() throws IOException {
        user = User.withIndex(top.resolve("ann"));
        index = user.home.resolve("index");
        // tests run with whatever umask there is
        try (DirectoryStream<Path> files = Files.newDirectoryStream(index)) {
            for (Path file : files) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        }
    }

    /// What was said, without numbers that depend on the size of a path, and without files that are open to others because
    /// of the umask that tests run with.
    private String check(String... more) {
        String[] args = new String[more.length + 1];
        args[0] = "check";
        System.arraycopy(more, 0, args, 1, more.length);
        return user.types(args).replaceAll("[0-9]+ files?, [0-9]+\\.[0-9] MB", "N files, N MB")
                .replaceAll("(?m)^(_0\\.|segments_1:).*open to others.*\n", "");
    }

    private Path file(String ending) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(index, "*" + ending)) {
            return files.iterator().next();
        }
    }

    private static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 3] ^= 4;
        Files.write(file, bytes);
    }

    @Test
    void anIndexThatIsWholeIsGood() throws Exception {
        Map<String, String> before = user.disk("index");
        assertThat(check()).isEqualTo(GOOD);
        assertThat(check("--repair")).isEqualTo(GOOD);
        assertThat(check("-f", user.rc.toString())).isEqualTo(GOOD);
        assertThat(user.disk("index")).isEqualTo(before);
    }

    @Test
    void damageIsToldFileByFileAndMended() throws Exception {
        Path terms = file(".mxt");
        Path columns = file(".mxc");
        flip(terms);
        Files.delete(columns);
        String told = terms.getFileName() + ": wrong checksum\n" + columns.getFileName() + ": missing\n";
        assertThat(check()).isEqualTo(told + "damage found; majix check --repair mends it\nexit 3\n");
        assertThat(user.types("-r", "s:plum")).endsWith("; run majix without a query to make it anew\nexit 3\n");
        assertThat(check("--repair")).isEqualTo(told + "made the index anew: 5 messages\n" + GOOD);
        assertThat(user.types("-r", "s:plum")).isEqualTo("~/Mail/old/1\nexit 0\n");
        assertThat(check()).isEqualTo(GOOD);
    }

    @Test
    void anIndexWithoutACommitIsMadeAnew() throws Exception {
        Files.delete(file("segments_1"));
        assertThat(check()).isEqualTo("the index has no commit\ndamage found; majix check --repair mends it\nexit 3\n");
        assertThat(check("--repair"))
                .isEqualTo("the index has no commit\nmade the index anew: 5 messages\n" + GOOD);
    }

    @Test
    void damageBesideTheIndexIsMendedWithoutReadingMail() throws Exception {
        user.file(".mairixrc", Files.readString(user.rc) + "mbox=gone\n");
        user.types();
        Map<String, String> segments = user.disk("index");
        flip(index.resolve("skipped"));
        Files.writeString(index.resolve("folders"), "/nonsense\n");
        String told = "folders: does not name the folders of the index\nskipped: wrong checksum\n";
        assertThat(check()).isEqualTo(told + "damage found; majix check --repair mends it\nexit 3\n");
        assertThat(user.types("status")).doesNotContain("gone");
        assertThat(check("--repair")).isEqualTo(told + "removed folders\nremoved skipped\n" + GOOD.replace("exit",
                "2> majix: ~/Mail/gone: folder path does not exist\nexit"));
        assertThat(user.disk("index")).isEqualTo(segments);
    }

    @Test
    void aRunNoticesWhatIsDamagedBesideTheIndex() throws Exception {
        Map<String, String> before = user.disk("index");
        flip(index.resolve("folders"));
        Files.writeString(index.resolve("skipped"), "MISSING\0/some/thing\0away\0");
        assertThat(user.types("status")).doesNotContain("/some/thing");
        assertThat(user.types()).isEqualTo("exit 0\n");
        Map<String, String> after = user.disk("index");
        after.remove("index/skipped");
        assertThat(after).isEqualTo(before);
        assertThat(check()).isEqualTo(GOOD);
    }

    @Test
    void whatKilledRunsLeftIsToldAndRemovedAndForeignFilesStay() throws Exception {
        Files.createDirectory(index.resolve("new-segment-3"));
        Files.writeString(index.resolve("new-segment-3/_0.mxt"), "half");
        Files.writeString(index.resolve("_zz.mxt"), "half");
        Files.writeString(index.resolve("folders123.new"), "half");
        Files.writeString(index.resolve("_notes.txt"), "mine");
        Files.writeString(index.resolve("segments_1.bak"), "mine");
        Files.setPosixFilePermissions(index.resolve("folders"), PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(index, PosixFilePermissions.fromString("rwxr-xr-x"));
        String told = """
                ~/index: open to others (rwxr-xr-x)
                _notes.txt: not a file of majix, left alone
                _zz.mxt: of no commit, left by a run that was killed
                folders: open to others (rw-r--r--)
                folders123.new: left by a run that was killed
                new-segment-3: left by a run that was killed
                segments_1.bak: not a file of majix, left alone
                """;
        assertThat(check()).isEqualTo(told + GOOD);
        String foreign = """
                _notes.txt: not a file of majix, left alone
                segments_1.bak: not a file of majix, left alone
                """;
        assertThat(check("--repair")).isEqualTo(told + """
                closed the directory to others
                removed _zz.mxt
                closed folders to others
                removed folders123.new
                removed new-segment-3
                """ + foreign + GOOD);
        flip(file(".mxp"));
        assertThat(check("--repair")).contains("made the index anew: 5 messages\n" + foreign + GOOD);
        user.file("Mail/old/2", User.mail("kiwi", "ann", "Kiwi", "Fri, 03 Jan 2025", ""));
        assertThat(user.types("-p")).isEqualTo("exit 0\n");
        assertThat(index.resolve("_notes.txt")).hasContent("mine");
        assertThat(index.resolve("segments_1.bak")).hasContent("mine");
    }

    @Test
    void checkWithoutAnIndexOrWithOtherWordsIsRefused() throws Exception {
        assertThat(check("report")).isEqualTo("2> majix: check \"report\": only --repair and -f FILE are accepted;"
                + " to search for the word: majix -- check ...\nexit 2\n");
        assertThat(check("-f")).endsWith("exit 2\n");
        user.file("other", "base=~/Mail\nmbox=archive\ndatabase=~/nowhere\n");
        assertThat(check("--repair", "-f", user.home + "/other")).isEqualTo(
                "2> majix: there is no index at ~/nowhere; run majix without a query to make one\nexit 3\n");
        assertThat(user.home.resolve("nowhere")).doesNotExist();
        user.file("mairix.db", "mairix's own");
        user.file("third", "base=~/Mail\nmbox=archive\ndatabase=~/mairix.db\n");
        assertThat(check("--repair", "-f", user.home + "/third")).isEqualTo(
                "2> majix: there is no index at ~/mairix.db.majix; run majix without a query to make one\nexit 3\n");
        assertThat(user.home.resolve("mairix.db")).hasContent("mairix's own");
    }
}
