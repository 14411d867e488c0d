package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServeTranscriptTest {
    @TempDir
    Path top;

    private User user;

    @BeforeEach
    void index() throws Exception {
        user = User.withIndex(top.resolve("ann"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "0", "-3", "1.5", ""})
    void theIdleTimeIsANumberOfSeconds(String idle) {
        assertThat(user.types("serve", "--idle", idle)).isEqualTo("2> majix: serve: --idle \"" + idle
                + "\": a number of seconds above 0 is wanted, as in --idle 900\nexit 2\n");
    }

    @Test
    void theIdleTimeOfTheEnvironmentToo() {
        user.variables.put("MAJIX_IDLE", "long");
        assertThat(user.types("serve")).isEqualTo("2> majix: MAJIX_IDLE=\"long\": a number of seconds above 0 is"
                + " wanted, as in --idle 900\nexit 2\n");
    }

    @Test
    void otherWordsAreRefused() {
        assertThat(user.types("serve", "s:plum")).isEqualTo(
                "2> majix: serve: \"s:plum\": only options are wanted, majix serve --help lists them; to search for"
                        + " the word: majix -- serve\nexit 2\n");
        assertThat(user.types("serve", "--help")).startsWith("Usage: majix serve ").contains("--idle=SECONDS")
                .endsWith("exit 0\n");
        assertThat(user.types("serve", "-f", "nowhere")).isEqualTo(
                "2> majix: no rc file ~/nowhere; \"majix init\" writes one\nexit 2\n");
    }

    @Test
    void underTheNameMairixItIsAWord() {
        user.program = "mairix";
        assertThat(user.types("-o", "vf", "serve")).contains("Matched 0 messages");
    }

    @Test
    void itEndsWhenNobodyAsksAndLeavesNoSocket() throws Exception {
        assertThat(user.types("serve", "--idle", "1")).isEqualTo("exit 0\n");
        Path directory = user.home.resolve(".cache/majix/run");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory))).isEqualTo("rwx------");
        assertThat(directory).isDirectoryNotContaining("glob:**.sock");
    }

    @Test
    void aFileInTheWayIsRefused() throws Exception {
        user.file(".cache/majix/run", "");
        assertThat(user.types("serve")).isEqualTo("2> majix: serve: \"~/.cache/majix/run\" is no directory\nexit 3\n");
    }
}
