package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged program with a server that stays. Three programs are on hand: the real one; one whose Java only says
/// that it was started, to see that the server answered; one that never asks a server, to know what the answer is.
class ResidentIT {
    private static final String PLUM = "~/Mail/old/1\nexit 0\n";
    private static final String COLD = "2> cold\nexit 99\n";
    private static final Path REAL = Installation.CLI.resolve("bin");

    @TempDir
    Path top;

    private final Map<String, String> variables = new HashMap<>(Map.of("LC_ALL", "C.UTF-8"));
    private User user;
    private Installation installation;
    private Path asking;
    private Path directory;
    private Process server;

    @BeforeEach
    void serve() throws Exception {
        installation = Installation.in(top);
        Assumptions.assumeFalse(installation.launch().getOrDefault("MAJIX_CLIENT", "").isEmpty(),
                "no C compiler when majix was built: no resident mode");
        Path java = Files.writeString(top.resolve("java"), "#!/bin/sh\necho cold >&2\nexit 99\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        asking = installation.checkout("asking", "MAJIX_JAVA", java.toString());
        user = User.withIndex(top.resolve("ann"));
        directory = user.home.resolve(".cache/majix/run");
        server = start("majix serve --idle 60");
        waitForSocket();
    }

    @AfterEach
    void end() throws Exception {
        server.destroyForcibly().waitFor();
        if (Files.exists(directory)) {
            // A server that was started automatically ends when its socket is gone.
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    Files.delete(file);
                }
            }
        }
    }

    private Process start(String script) throws IOException {
        return Installation.builder(user, REAL, variables, "exec " + script)
                .redirectOutput(top.resolve("server-out").toFile()).redirectError(top.resolve("server-err").toFile())
                .start();
    }

    private List<String> sockets() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(Path::toString).filter(name -> name.endsWith(".sock")).toList();
        }
    }

    private void waitForSocket() throws Exception {
        for (int i = 0; i < 1000 && sockets().isEmpty(); i++) {
            Thread.sleep(20);
        }
        assertThat(sockets()).hasSize(1);
        for (int i = 0; i < 1000 && ask("majix -r s:plum").equals(COLD); i++) {
            Thread.sleep(20);
        }
    }

    private String shell(Path bin, String script) throws Exception {
        return installation.shell(user, bin, variables, script);
    }

    /// Runs a script in which whatever the server does not answer fails.
    private String ask(String script) throws Exception {
        return shell(asking, script);
    }

    private String cold(String script) throws Exception {
        return shell(REAL, "export MAJIX_RESIDENT=no\n" + script);
    }

    private void signal(String name) throws Exception {
        assertThat(new ProcessBuilder("/bin/kill", "-" + name, String.valueOf(server.pid())).start().waitFor())
                .isZero();
    }

    @Test
    void savedSearchesAreThoseOfTheMoment() throws Exception {
        cold("majix save fruit s:plum");
        assertThat(ask("majix -r q:fruit")).isEqualTo(PLUM);
        cold("majix save fruit s:quince");
        assertThat(ask("majix -r q:fruit")).isEqualTo("exit 1\n");
        cold("majix save --delete fruit");
        assertThat(ask("majix -r q:fruit")).isEqualTo(
                "2> majix: \"q:fruit\": unknown saved search \"fruit\", but none is there yet\nexit 2\n");
        assertThat(ask("majix saved") + ask("majix up") + ask("majix save x s:y")).isEqualTo(COLD.repeat(3));
    }

    @Test
    void theAnswersAreThoseOfAColdSearch() throws Exception {
        Files.createSymbolicLink(asking.resolve("mairix"), Path.of("majix"));
        for (String script : new String[]{"majix -r s:plum", "majix -x s:pear/fig", "majix -r s:quince",
                "majix s:jam; cd Mail/found; ls -lR --time-style=+; cat .majix* | head -c 200",
                "majix -a s:pear; ls Mail/found/*",
                "majix s:quince", "majix -o ./elsewhere s:plum; ls -lA --time-style=+ elsewhere",
                "majix -rt s:pear", "majix -r0 --sort=-date --limit 2 b:ripe", "majix --count s:jam",
                "majix --format='%d %f %s' s:jam", "majix --format json -t s:pear", "majix --format=csv s:quince",
                "majix --group-by from b:ripe", "majix --snippets --color always s:plum",
                "majix --snippets s:plum", "majix thread s:pear", "majix thread", "majix --limit=x s:plum",
                "majix -tt s:pear; ls -R Mail/found", "majix --explain s:plum f:~bob",
                "majix -r s:", "majix -r 's:x)' ", "majix -r --frobnicate s:x", "majix -r d:nonsense", "majix -r ''",
                "cd Mail/inbox; majix -f ../../.mairixrc -r s:plum", "MAJIXRC=.mairixrc majix -r s:plum",
                "mairix -r s:plum", "mairix -r fields", "MAJIX_NOW=2025-01-08T12:00:00 majix -r d:1w",
                "MAJIX_NOW=then majix -r d:1w", "MAIRIX_FOLDER_BASE=/nowhere majix -x s:plum",
                "majix -r \"s:caf$(printf '\\351')\"", "majix -r \"s:caf$(printf '\\303\\251')\"",
                "majix -r 's:plum' \"$(printf 's:jam\\n')\"", "majix -r 'b:ripe' | head -1", "majix -r b:ripe | true",
                "majix -r s:quince 2>&1 >/dev/null", "majix -r b:ripe >/dev/full"}) {
            String clean = "rm -rf Mail/found elsewhere\n" + script;
            String expected = cold(clean);
            assertThat(ask(clean)).as(script).isEqualTo(expected).doesNotContain("cold");
        }
    }

    @Test
    void whatIsNoSearchIsNotSent() throws Exception {
        for (String script : new String[]{"majix", "majix -v", "majix -V", "majix -h s:plum", "majix -d s:plum",
                "majix --dump s:plum", "majix --exec true {} + s:plum", "majix fields", "majix -r s:plum >&-",
                "majix -f nowhere s:plum"}) {
            assertThat(ask(script)).as(script).isEqualTo(COLD);
        }
    }

    @Test
    void whatGoesWrongIsToldByTheColdSearch() throws Exception {
        String script = "majix -o inbox s:plum";
        assertThat(ask(script)).isEqualTo(COLD);
        assertThat(shell(REAL, script)).isEqualTo(cold(script)).contains("is an indexed folder");
    }

    @Test
    void anotherZoneOrLanguageIsNotAnswered() throws Exception {
        assertThat(ask("TZ=Asia/Tokyo majix -r s:plum")).isEqualTo(COLD);
        assertThat(ask("LC_ALL=de_DE.UTF-8 majix -r s:plum")).isEqualTo(COLD);
        assertThat(ask("LC_TIME=de_DE.UTF-8 majix -r s:plum")).isEqualTo(PLUM);
        assertThat(ask("MAJIX_RESIDENT=no majix -r s:plum")).isEqualTo(COLD);
    }

    @Test
    void aServerOfAnotherBuildIsNotUsed() throws Exception {
        Path other = installation.checkout("other", "MAJIX_BUILD", "another");
        assertThat(shell(other, "majix -r s:plum")).isEqualTo(PLUM);
        Files.writeString(asking.resolve("../target/launch"), "MAJIX_BUILD=another\n",
                StandardOpenOption.APPEND);
        assertThat(ask("majix -r s:plum")).isEqualTo(COLD);
    }

    @Test
    void newMailIsFoundOnceItIsIndexed() throws Exception {
        assertThat(ask("majix -r s:quince")).isEqualTo("exit 1\n");
        user.file("Mail/old/2", User.mail("quince", "cat", "Quince jelly", "Fri, 05 Jan 2024", ""));
        assertThat(shell(REAL, "majix")).isEqualTo("exit 0\n");
        assertThat(ask("majix -r s:quince")).isEqualTo("~/Mail/old/2\nexit 0\n");
    }

    @Test
    void aServerKilledInTheMidstOfASearchIsNotMissed() throws Exception {
        signal("STOP");
        Path out = top.resolve("out");
        Process search = Installation.builder(user, REAL, variables, "exec majix -r s:plum")
                .redirectOutput(out.toFile()).start();
        Thread.sleep(300);
        assertThat(search.isAlive()).isTrue();
        signal("KILL");
        assertThat(search.waitFor()).isZero();
        assertThat(out).hasContent(user.home + "/Mail/old/1");
        assertThat(ask("majix -r s:plum")).isEqualTo(COLD);
        assertThat(sockets()).hasSize(1);
        server = start("majix serve --idle 60");
        waitForSocket();
        assertThat(ask("majix -r s:plum")).isEqualTo(PLUM);
    }

    @Test
    void aServerThatStandsStillIsWaitedForTwoSeconds() throws Exception {
        signal("STOP");
        long before = System.nanoTime();
        assertThat(shell(REAL, "majix -r s:plum")).isEqualTo(PLUM);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isBetween(Duration.ofSeconds(2),
                Duration.ofSeconds(20));
        signal("CONT");
        assertThat(ask("majix -r s:plum")).isEqualTo(PLUM);
    }

    @Test
    void aServerEndsWhenNobodyAsksOrWhenToldTo() throws Exception {
        assertThat(shell(REAL, "majix serve -f .mairixrc")).isEqualTo(
                "2> majix: serve: a server for \"~/.mairixrc\" is running already\nexit 3\n");
        signal("TERM");
        server.waitFor();
        assertThat(sockets()).isEmpty();
        server = start("env MAJIX_IDLE=1 majix serve");
        assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(server.exitValue()).isZero();
        assertThat(sockets()).isEmpty();
        assertThat(shell(REAL, "majix -r s:plum")).isEqualTo(PLUM);
    }

    @Test
    void aDirectoryOpenToOthersIsRefusedOnBothSides() throws Exception {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-x---"));
        assertThat(ask("majix -r s:plum")).isEqualTo(COLD);
        assertThat(shell(REAL, "majix serve"))
                .isEqualTo("2> majix: serve: \"~/.cache/majix/run\" is open to other users;"
                        + " chmod 700 it, or remove it\nexit 3\n");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        assertThat(ask("majix -r s:plum")).isEqualTo(PLUM);
        Path moved = Files.move(directory, directory.resolveSibling("moved"));
        Files.createSymbolicLink(directory, moved);
        assertThat(ask("majix -r s:plum")).isEqualTo(COLD);
        assertThat(shell(REAL, "majix serve")).contains("is no directory").endsWith("exit 3\n");
        Files.delete(directory);
        Files.move(moved, directory);
    }

    @Test
    void longNamesAreNoTrouble() throws Exception {
        String deep = "d".repeat(200) + "/" + "e".repeat(200);
        assertThat(shell(REAL, "mkdir -p " + deep + " && cp .mairixrc " + deep + "/rc")).isEqualTo("exit 0\n");
        server.destroyForcibly().waitFor();
        server = start("majix serve -f " + deep + "/rc");
        for (int i = 0; i < 1000 && ask("majix -f " + deep + "/rc -r s:plum").equals(COLD); i++) {
            Thread.sleep(20);
        }
        assertThat(ask("cd " + deep + " && majix -f ./rc -r s:plum")).isEqualTo(PLUM);
        variables.put("XDG_CACHE_HOME", user.home + "/" + deep);
        assertThat(shell(REAL, "majix serve")).contains("has a path too long for a socket").endsWith("exit 3\n");
        assertThat(shell(REAL, "majix -r s:plum")).isEqualTo(PLUM);
    }

    @Test
    void theRuntimeDirectoryIsUsedWhereThereIsOne() throws Exception {
        Path runtime = Files.createDirectory(top.resolve("runtime"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        variables.put("XDG_RUNTIME_DIR", runtime.toString());
        assertThat(ask("majix -r s:plum")).isEqualTo(COLD);
        server.destroyForcibly().waitFor();
        directory = runtime.resolve("majix");
        server = start("majix serve");
        waitForSocket();
        assertThat(ask("majix -r s:plum")).isEqualTo(PLUM);
    }

    @Test
    void aSearchStartsTheServerIfTheRcFileAsks() throws Exception {
        signal("KILL");
        server.waitFor();
        Files.delete(Path.of(sockets().getFirst()));
        Files.writeString(user.rc, Files.readString(user.rc) + " Resident = yes \n");
        variables.put("MAJIX_IDLE", "30");
        assertThat(shell(REAL, "MAJIX_RESIDENT=no majix -r s:plum")).isEqualTo(PLUM);
        assertThat(sockets()).isEmpty();
        assertThat(shell(REAL, "majix -r s:plum")).isEqualTo(PLUM);
        waitForSocket();
        assertThat(ask("majix -r s:plum")).isEqualTo(PLUM);
    }

    @Test
    void aSearchStartsTheServerIfTheEnvironmentAsks() throws Exception {
        signal("KILL");
        server.waitFor();
        variables.put("MAJIX_IDLE", "30");
        assertThat(shell(REAL, "rm -r .cache; MAJIX_RESIDENT=yes majix -r s:plum")).isEqualTo(PLUM);
        waitForSocket();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory))).isEqualTo("rwx------");
        assertThat(ask("majix -r s:plum")).isEqualTo(PLUM);
    }

    @Test
    void withoutTheClientSearchesAreAsEver() throws Exception {
        Path bin = installation.checkout("clientless", "MAJIX_CLIENT", "");
        assertThat(shell(bin, "MAJIX_RESIDENT=yes majix -r s:plum")).isEqualTo(PLUM);
    }
}
