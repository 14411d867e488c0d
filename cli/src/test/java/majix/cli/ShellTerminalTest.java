package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `majix shell` as somebody sees it who types, in a tmux of 80 columns and 24 lines.
class ShellTerminalTest {
    private static final long PATIENCE_MILLIS = 60_000;

    @TempDir
    Path top;

    private User user;

    @BeforeEach
    void index() throws Exception {
        assumeTrue(isThere("tmux"), "tmux is not installed");
        user = User.withIndex(top.resolve("ann"));
        user.file("Mail/old/2", User.mail("odd", "eve", "Red\u001b[31m\u202e", "Sat, 01 Feb 2025", ""));
        user.types();
    }

    @AfterEach
    void end() throws Exception {
        if (user != null) {
            tmux("kill-server");
        }
    }

    private static boolean isThere(String program) {
        for (String directory : System.getenv("PATH").split(":", -1)) {
            if (Files.isExecutable(Path.of(directory, program))) {
                return true;
            }
        }
        return false;
    }

    private String tmux(String... args) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("tmux", "-S", top.resolve("tmux").toString(), "-f", "/dev/null"));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(10, TimeUnit.SECONDS);
        return out;
    }

    private void start(String term) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        tmux("new-session", "-d", "-x", "80", "-y", "24",
                "env HOME=" + user.home + " XDG_STATE_HOME=" + user.home.resolve("state") + " LC_ALL=C.UTF-8 " + term
                        + " " + java + " --enable-native-access=ALL-UNNAMED -Dmajix.stdin.tty=true"
                        + " -Dmajix.stdout.tty=true -Dmajix.stderr.tty=true -cp '"
                        + System.getProperty("java.class.path") + "' majix.cli.Main shell; echo exit $?; sleep 100");
        sees("majix> ");
    }

    private void type(String... keys) throws Exception {
        List<String> command = new ArrayList<>(List.of("send-keys"));
        command.addAll(List.of(keys));
        tmux(command.toArray(new String[0]));
    }

    /// Waits until the screen shows a text.
    private String sees(String text) throws Exception {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        String screen = tmux("capture-pane", "-p");
        while (!screen.contains(text.stripTrailing()) && System.currentTimeMillis() < end) {
            Thread.sleep(50);
            screen = tmux("capture-pane", "-p");
        }
        assertThat(screen).contains(text.stripTrailing());
        return screen;
    }

    @Test
    void queriesAreTypedWithHelp() throws Exception {
        start("");
        type("s:jam");
        sees("3 hits");
        type(" k:x", "Enter");
        sees("majix> s:jam k:x\n             ^\nmajix: \"k:x\": unknown key");
        type("sub", "Tab");
        sees("majix> subject:");
        type("app", "Tab", "Enter");
        assertThat(sees("hit 1 of 1")).contains("1  2025-01-01  ann@example.org       Apple harvest\n hit 1 of 1")
                .contains("\nSubject: Apple harvest\n\nThe apple is ripe.\n");
        type("q");
        sees("majix> subject:apple");
        type("C-d");
        sees("exit 0");
        Path history = user.home.resolve("state/majix/history");
        assertThat(history).content().isEqualTo("s:jam k:x\nsubject:apple\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history))).isEqualTo("rw-------");
    }

    @Test
    void hitsArePaged() throws Exception {
        start("");
        type("f:ann/eve", "Enter");
        String screen = sees("hit 3 of 3");
        assertThat(screen.lines().toList().subList(0, 3)).containsExactly(
                "1  2024-01-06  ann@example.org       Fig jam",
                "2  2025-01-01  ann@example.org       Apple harvest",
                "3  2025-02-01  eve@example.org       Red\\x1b[31m\\u202e");
        assertThat(screen).contains("Subject: Red\\x1b[31m\\u202e").contains("q back");
        type("Up", "Up");
        sees("The fig is ripe.");
        type("Enter");
        assertThat(sees("hit 1 of 3").lines().findFirst()).hasValue("1  2024-01-06  ann@example.org       Fig jam");
        type("q", "s");
        sees("name of the search:");
        type("work", "Enter");
        sees("Saved work in ");
    }

    @Test
    void aDumbTerminalHasLines() throws Exception {
        start("TERM=dumb");
        type("s:fig", "Enter");
        sees("majix> s:fig\n1 hit\n1  2024-01-06  ann@example.org       Fig jam\nmajix>");
        type(":show 1", "Enter");
        sees("The fig is ripe.");
        type("k:x", "Enter");
        sees("\n  k:x\n  ^\n");
        type(":quit", "Enter");
        sees("exit 2");
    }
}
