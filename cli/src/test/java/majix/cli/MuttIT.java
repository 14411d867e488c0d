package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The macros of `majix mutt-macros` in a real mutt and neomutt, in a terminal (tmux) with the packaged program. Skipped
/// where one of them is not installed.
class MuttIT {
    private static final String INBOX = "folder==inbox msgs=8 ";

    @TempDir
    Path top;

    private User user;
    private Screen screen;

    /// Eight messages: 1, 2 and 3 are a thread, 2, 4, 6 and 8 are about pears, 3 and 6 are from bob.
    private void start(String mutt) throws Exception {
        Installation installation = Installation.in(top);
        user = User.without(top.resolve("ann"));
        user.file(".mairixrc", "base=~/Mail\nmaildir=inbox\nmfolder=my results\ndatabase=~/index\nme=me@example.org\n");
        for (int i = 1; i <= 8; i++) {
            String parent = i == 2 || i == 3 ? "Id" + (i - 1) : "";
            user.file("Mail/inbox/cur/170000000" + i + ".M" + i + ".host:2,S",
                    User.mail("Id" + i, i % 3 == 0 ? "bob" : "alice", (i % 2 == 0 ? "Pear " : "Apple ") + i,
                            "Mon, 0" + i + " Jan 2024", parent));
        }
        Files.createDirectories(user.home.resolve("Mail/inbox/new"));
        Files.createDirectories(user.home.resolve("Mail/inbox/tmp"));
        Path bin = Installation.CLI.resolve("bin");
        Map<String, String> variables = Map.of("LC_ALL", "C.UTF-8", "TERM", "screen", "TZ", "UTC", "SHELL", "/bin/sh");
        assertThat(installation.shell(user, bin, variables, "majix && majix mutt-macros >macros"))
                .isEqualTo("exit 0\n");
        String macros = Files.readString(user.home.resolve("macros")).replace("#set query_command",
                "set query_command");
        user.file(".muttrc", """
                set mbox_type=Maildir folder=~/Mail spoolfile=~/Mail/inbox tmpdir=/tmp realname=me from=me@example.org
                set sort=date mail_check=0 timeout=1 quit=yes help=no beep=no mark_old=no copy=no print=no
                set status_format="folder=%f msgs=%m shown=%M end" index_format="%s from %F"
                """ + (mutt.equals("neomutt") ? macros.replace("#set external", "set external") : macros));
        screen = Screen.start(top, Installation.builder(user, bin, variables,
                mutt + " -n -F ~/.muttrc -f ~/Mail/inbox"));
        screen.waitFor(INBOX);
    }

    @AfterEach
    void end() throws Exception {
        if (screen != null) {
            screen.close();
        }
    }

    private static void need(String program) {
        for (String path : System.getenv("PATH").split(":", -1)) {
            if (Files.isExecutable(Path.of(path, program))) {
                return;
            }
        }
        Assumptions.abort("no " + program + " here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mutt", "neomutt"})
    void theMacrosDoWhatTheySay(String mutt) throws Exception {
        need("tmux");
        need(mutt);
        start(mutt);
        screen.type(",s").waitFor("search:").type("s:pear\n").waitFor("folder==my results msgs=4 ");
        assertThat(screen.rows()).containsExactly("Pear 2 from alice", "Pear 4 from alice", "Pear 6 from bob",
                "Pear 8 from alice");
        screen.type(",n").waitFor("narrow to:").type("f:alice s:~8\n").waitFor("folder==my results msgs=2 ");
        assertThat(screen.rows()).containsExactly("Pear 2 from alice", "Pear 4 from alice");
        screen.type(",a").waitFor("add:").type("f:bob or s:8\n").waitFor("folder==my results msgs=5 ");
        screen.type(",b").waitFor(INBOX);
        screen.type("=,t").waitFor("folder==my results msgs=3 ");
        assertThat(screen.rows()).containsExactly("Apple 1 from alice", "Pear 2 from alice", "Apple 3 from bob");
        screen.type("*,f").waitFor("folder==my results msgs=2 ");
        assertThat(screen.rows()).containsExactly("Apple 3 from bob", "Pear 6 from bob");
        screen.type(",b").waitFor(INBOX).type(",r").waitFor("folder==my results msgs=2 ");
        screen.type("\n").waitFor("Subject: Pear 6").type(",b").waitFor(INBOX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mutt", "neomutt"})
    void mistakesCanBeRead(String mutt) throws Exception {
        need("tmux");
        need(mutt);
        start(mutt);
        screen.type(",s").waitFor("search:").type("s:pear\n").waitFor("folder==my results msgs=4 ");
        screen.type(",s").waitFor("search:").type("s:pear k:x\n").waitFor("unknown key").waitFor("Press any key");
        screen.type(" ").waitFor("folder==my results msgs=4 ");
        screen.type(",s").waitFor("search:").type("s:mango\n").waitFor("Matched 0 messages").waitFor("Press any key");
        screen.type(" ").waitFor("folder==my results msgs=0 ");
        screen.type(",b").waitFor(INBOX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mutt", "neomutt"})
    void addressesAreAnswered(String mutt) throws Exception {
        need("tmux");
        need(mutt);
        start(mutt);
        screen.type("Q").waitFor("Query:").type("bo\n").waitFor("bob@example.org").waitFor("seen 2 times");
    }

    @Test
    void neomuttLimitsByASearch() throws Exception {
        need("tmux");
        need("neomutt");
        start("neomutt");
        screen.type("l").waitFor("Limit to").type("~I 's:pear f:alice'\n").waitFor("shown=3 ");
        assertThat(screen.rows()).containsExactly("Pear 2 from alice", "Pear 4 from alice", "Pear 8 from alice");
        screen.type("l").waitFor("Limit to").type("\u0015~I '-t s:pear,2'\n").waitFor("Apple 3");
        assertThat(screen.rows()).containsExactly("Apple 1 from alice", "Pear 2 from alice", "Apple 3 from bob");
    }

    /// A terminal of its own.
    private record Screen(Path socket) {
        private static final long PATIENCE_MILLIS = 30_000;

        static Screen start(Path top, ProcessBuilder program) throws IOException, InterruptedException {
            // the name of a socket must be short
            Screen screen = new Screen(Files.createTempDirectory("mj").resolve("s"));
            List<String> line = new ArrayList<>(screen.tmux("new-session", "-d", "-x", "90", "-y", "20"));
            line.add("exec " + program.command().getLast());
            program.command(line);
            program.redirectErrorStream(true).redirectOutput(top.resolve("tmux").toFile());
            assertThat(program.start().waitFor()).as(Files.readString(top.resolve("tmux"))).isZero();
            return screen;
        }

        private List<String> tmux(String... args) {
            List<String> line = new ArrayList<>(List.of("tmux", "-S", socket.toString(), "-f", "/dev/null"));
            line.addAll(List.of(args));
            return line;
        }

        private String run(String... args) throws IOException, InterruptedException {
            Process process = new ProcessBuilder(tmux(args)).redirectErrorStream(true).start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return out;
        }

        String text() throws IOException, InterruptedException {
            return run("capture-pane", "-p");
        }

        /// The lines of messages.
        List<String> rows() throws IOException, InterruptedException {
            return text().lines().filter(line -> line.contains(" from "))
                    .map(line -> line.replace("@example.org", "").strip())
                    .toList();
        }

        /// Presses keys; a line end is the enter key.
        Screen type(String keys) throws IOException, InterruptedException {
            for (String key : keys.split("(?<=\n)|(?=\n)", -1)) {
                if (key.equals("\n")) {
                    run("send-keys", "Enter");
                } else if (!key.isEmpty()) {
                    run("send-keys", "-l", key);
                }
            }
            return this;
        }

        /// Waits until a text is there and the screen stands still.
        Screen waitFor(String text) throws IOException, InterruptedException {
            long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
            String before = "";
            while (System.nanoTime() < end) {
                String now = text();
                if (now.contains(text) && now.equals(before)) {
                    return this;
                }
                before = now;
                Thread.sleep(100);
            }
            throw new AssertionError("no \"" + text + "\" on the screen:\n" + before);
        }

        void close() throws IOException, InterruptedException {
            run("kill-server");
            Files.deleteIfExists(socket);
            Files.deleteIfExists(socket.getParent());
        }
    }
}
