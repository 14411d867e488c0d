package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Searches that must not write where they are told to.
class RefusalTranscriptTest {
    @TempDir
    Path top;

    private User user;

    @BeforeEach
    void index() throws IOException {
        user = User.withIndex(top.resolve("ann"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"inbox|~/Mail/inbox is an indexed folder",
            "archive|~/Mail/archive is an indexed folder", "inbox/sub|~/Mail/inbox/sub lies in the indexed folder "
                    + "~/Mail/inbox",
            ".|~/Mail holds the indexed folder ~/Mail/archive"})
    void indexedFoldersAreRefusedAlsoWithForce(String name, String said) throws Exception {
        Map<String, String> before = user.disk("");
        String expected = "2> majix: " + said + ". Name another folder with -o or mfolder=\nexit 3\n";
        assertThat(user.types("-o", name, "s:plum")).isEqualTo(expected);
        assertThat(user.types("--force", "-o", name, "s:quince")).isEqualTo(expected);
        assertThat(user.disk("")).isEqualTo(before);
    }

    @Test
    void theIndexIsRefusedAlsoWithForce() throws Exception {
        Map<String, String> before = user.disk("");
        for (String name : List.of("index", "index/found")) {
            assertThat(user.types("--force", "-o", user.home.resolve(name).toString(), "s:plum"))
                    .isEqualTo("2> majix: ~/"
                            + name + " lies where the index is. Name another folder with -o or mfolder=\nexit 3\n");
        }
        assertThat(user.disk("")).isEqualTo(before);
    }

    @Test
    void foldersThatTheRcFileNamesAreRefusedBeforeTheyAreIndexed() throws Exception {
        user.file(".mairixrc", Files.readString(user.rc) + "maildir=later\n");
        assertThat(user.types("-o", "later", "s:plum")).isEqualTo("2> majix: ~/Mail/later is an indexed folder."
                + " Name another folder with -o or mfolder=\nexit 3\n");
        assertThat(user.disk("Mail/later")).isEmpty();
    }

    @Test
    void aFolderOfOtherThingsWantsForce() throws Exception {
        user.file("Mail/letters/thesis", "precious");
        Map<String, String> before = user.disk("");
        assertThat(user.types("-o", "letters", "s:plum")).isEqualTo("2> majix: ~/Mail/letters holds what majix did not"
                + " write (thesis). Name another folder with -o or mfolder=, or let the results in beside it with"
                + " --force\nexit 3\n");
        assertThat(user.disk("")).isEqualTo(before);
        assertThat(user.types("--force", "-o", "letters", "s:plum")).contains("Matched 1 messages\n")
                .endsWith("exit 0\n");
        assertThat(user.home.resolve("Mail/letters/thesis")).hasContent("precious");
    }

    @Test
    void aWrongQueryChangesNothing() throws Exception {
        user.types("s:plum");
        Map<String, String> before = user.disk("");
        assertThat(user.types("s:jam", "d:someday")).startsWith("2> majix: \"d:someday\": ").endsWith("exit 2\n");
        assertThat(user.types("-o", "fresh", "s:")).endsWith("exit 2\n");
        assertThat(user.disk("")).isEqualTo(before);
    }
}
