package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command lines of Emacs's mairix.el and nnmairix.el, and what these look for in the answers.
class EmacsTranscriptTest {
    @TempDir
    Path top;

    private User user;

    @BeforeEach
    void index() throws IOException {
        user = User.withMail(top.resolve("ann"));
        user.program = "mairix";
        user.file("Mail/inbox/cur/3.outlook:2,S", """
                From: "Cat, the" <cat@example.org>
                Subject: Dollars
                Message-ID: <000001c0$5f3a$01@Example.ORG>

                Money.
                """);
        assertThat(user.types("-F", "-Q")).isEqualTo("exit 0\n");
    }

    private long messages(String folder) throws IOException {
        Path directory = user.home.resolve(folder);
        try (Stream<Path> old = Files.list(directory.resolve("cur"));
                Stream<Path> fresh = Files.list(directory.resolve("new"))) {
            return old.count() + fresh.count();
        }
    }

    @Test
    void theVersionIsLookedUpBeforeASearch() {
        // nnmairix-check-mairix-version: "mairix \\([0-9\\.]+\\)", and no "maildirpatch"
        assertThat(user.types("-V")).startsWith("mairix 0.24, ").doesNotContain("maildirpatch").endsWith("exit 0\n");
    }

    @Test
    void nnmairixFillsAHiddenFolderWithThreads() throws Exception {
        String folder = user.home.resolve("Mail/.zz_mairix-fruit-1").toString();
        assertThat(user.types("-Q", "-t", "-o", folder, "s:pear")).contains("Matched 2 messages\n")
                .endsWith("exit 0\n");
        assertThat(messages("Mail/.zz_mairix-fruit-1")).isEqualTo(2);
    }

    @Test
    void nnmairixTakesExitStatusOneForNoHit() {
        // nnmairix-request-group: (looking-at "^Matched 0 messages")
        assertThat(user.types("-Q", "-o", user.home.resolve("Mail/none").toString(), "s:mango"))
                .startsWith("Matched 0 messages\n").endsWith("exit 1\n");
    }

    @Test
    void nnmairixFindsTheOriginalByItsId() {
        String rc = user.rc.toString();
        assertThat(user.types("--rcfile", rc, "-r", "m:pear@example.org"))
                .isEqualTo("~/Mail/inbox/new/2.pear\nexit 0\n");
        assertThat(user.types("--rcfile", rc, "-t", "-r", "m:pear@example.org"))
                .isEqualTo("~/Mail/inbox/cur/1.apple:2,RS\n~/Mail/inbox/new/2.pear\nexit 0\n");
    }

    @Test
    void nnmairixAsksForThePiecesBetweenDollars() {
        assertThat(user.types("-r", "m:000001c0=,5f3a=,01@Example.ORG="))
                .isEqualTo("~/Mail/inbox/cur/3.outlook:2,S\nexit 0\n");
    }

    @Test
    void nnmairixAndMairixElPutCommasForBlanks() {
        assertThat(user.types("-r", "s:fig,jam", "t:list@example.org", "F:-f"))
                .isEqualTo("mbox:~/Mail/archive [34,181)\nexit 0\n");
    }

    @Test
    void mairixElWritesAnMbox() throws Exception {
        user.file(".mairixrc", Files.readString(user.rc) + "mformat=mbox\n");
        String file = user.home.resolve("Mail/mairixsearch.mbox").toString();
        assertThat(user.types("-t", "-o", file, "s:apple")).isEqualTo("Matched 2 messages\nexit 0\n");
        assertThat(Path.of(file)).content().contains("Subject: Pear cake\n");
        assertThat(user.types("-o", file, "s:plum")).isEqualTo("Matched 1 messages\nexit 0\n");
        assertThat(Path.of(file)).content().doesNotContain("Pear");
    }

    @Test
    void everyWayToUpdateIsAccepted() {
        for (String[] line : new String[][]{{"-F", "-p"}, {"-Fp", "-Q"}, {"-F", "-Q", "-v"}, {"-p"}}) {
            assertThat(user.types(line)).endsWith("exit 0\n");
        }
    }
}
