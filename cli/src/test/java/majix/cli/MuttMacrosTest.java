package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `majix mutt-macros`; that the macros work is tested by MuttIT.
class MuttMacrosTest {
    @TempDir
    Path top;

    private User user;

    @BeforeEach
    void rc() throws IOException {
        user = User.withMail(top.resolve("ann"));
    }

    private void mfolder(String name) throws IOException {
        user.file(".mairixrc", "base=~/Mail\nmaildir=inbox\ndatabase=~/index\nmfolder=" + name + "\n");
    }

    @Test
    void theExampleIsWhatIsPrinted() throws Exception {
        mfolder("mfolder");
        assertThat(user.types("mutt-macros"))
                .isEqualTo(Files.readString(Path.of("src/main/dist/examples/majix.muttrc")) + "exit 0\n");
    }

    @Test
    void theResultFolderMayHaveAnyName() throws Exception {
        mfolder("/srv/a.b [x$] \"q\"");
        assertThat(user.types("mutt-macros")).contains("set my_majix_results = \"/srv/a.b [x\\$] \\\"q\\\"\"\n")
                .contains("folder-hook !'/srv/a\\.b \\[x\\$\\] \"q\"/?$' ");
    }

    @Test
    void anotherRcFileIsNamedInTheMacros() throws Exception {
        Files.copy(user.rc, user.home.resolve("my rc"));
        String rc = user.home.resolve("my rc").toString();
        assertThat(user.types("mutt-macros", "-f", rc)).contains("|| majix -f ~/my\\ rc --typed=\"$q\"<enter>")
                .contains("<pipe-message>majix -f ~/my\\ rc --same=from<enter>")
                .contains("majix addresses -f ~/my\\ rc %s");
    }

    @Test
    void mistakesAreTold() throws Exception {
        assertThat(user.types("mutt-macros", "neomutt")).isEqualTo("""
                2> majix: mutt-macros "neomutt": only -f FILE is known, as in majix mutt-macros >> ~/.muttrc
                exit 2
                """);
        user.file(".mairixrc", "base=~/Mail\nmaildir=inbox\ndatabase=~/index\n");
        assertThat(user.types("mutt-macros")).contains("no folder for results").endsWith("exit 2\n");
    }
}
