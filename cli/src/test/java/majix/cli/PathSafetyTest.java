package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Names that senders choose, and directories that others swap: nothing leaves the directory that was named, nothing that
/// was there is touched.
class PathSafetyTest {
    @TempDir
    Path top;

    private User user;
    private Path out;

    @BeforeEach
    void home() throws IOException {
        user = User.without(top.resolve("ann"));
        out = Files.createDirectories(user.home.resolve("out"));
    }

    private static String parts(List<String> names) {
        StringBuilder mail = new StringBuilder("Content-Type: multipart/mixed; boundary=b\n\n");
        for (String name : names) {
            StringBuilder coded = new StringBuilder();
            for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
                coded.append(String.format("%%%02x", b));
            }
            mail.append("--b\nContent-Type: application/x\nContent-Disposition: attachment; filename*=utf-8''")
                    .append(coded).append("\n\nstranger\n");
        }
        return mail.append("--b--\n").toString();
    }

    static List<String> names() {
        return List.of("../../x", "/etc/cron.d/x", "..", ".", "", " ", ".bashrc", "...", ". .", "-rf", "--", "a\0b",
                "\0",
                "CON", "aux.txt", "nul", "x".repeat(5000), "\u20ac".repeat(400) + ".pdf", "." + "y".repeat(400),
                "trailing.",
                "trailing ", "a/../../b", "..\u2215..\u2215x", "\u2024\u2024/x", "\uff0e\uff0e\uff0fx", "a\u2044b",
                "a\\..\\b",
                "C:\\x", "~", "~root/x", "$HOME", "`id`", ";rm", "a\nb", "a\r\nb", "\u001b]0;x\u0007", "x\u202etxt.exe",
                "\ud800", "a\udc00b", "\u0085", "\u2028", "\ufeff.profile", "\u200b.profile", "\u00a0", "\u3000x", "/",
                "//", "a/", "./.", "%2e%2e%2fx", "..%2fx", "*", "?", "\u00e4", "a\u0308", "\ud83d\ude00",
                "maildirfolder");
    }

    @ParameterizedTest
    @MethodSource("names")
    void nothingLeavesTheDirectory(String name) throws IOException {
        user.file("m.eml", parts(List.of(name, name, name.toUpperCase(java.util.Locale.ROOT))));
        Map<String, String> before = user.disk(".");
        assertThat(user.types("extract", "-o", "out", "m.eml")).endsWith("exit 0\n");
        Map<String, String> after = user.disk(".");
        after.keySet().removeAll(before.keySet());
        assertThat(after).hasSize(3);
        after.forEach((file, content) -> {
            String bare = file.substring(file.lastIndexOf('/') + 1);
            assertThat(file.substring(0, file.length() - bare.length())).isIn("out/", "./out/");
            assertThat(bare).doesNotStartWith(".").doesNotStartWith("-").isNotBlank();
            assertThat(bare.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(240);
            assertThat(bare.codePoints().noneMatch(c -> Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT || Character.getType(c) == Character.LINE_SEPARATOR
                    || Character.getType(c) == Character.SURROGATE)).as(bare).isTrue();
            assertThat(content).startsWith("stranger");
        });
    }

    @Test
    void whateverHasTheNameStays() throws Exception {
        List<String> kinds = List.of("file", "directory", "link", "dangling", "loop", "fifo", "hard");
        user.file("m.eml", parts(kinds));
        Path precious = user.file("precious", "mine");
        Files.writeString(out.resolve("file"), "mine");
        Files.createDirectory(out.resolve("directory"));
        Files.createSymbolicLink(out.resolve("link"), precious);
        Files.createSymbolicLink(out.resolve("dangling"), user.home.resolve("nowhere"));
        Files.createSymbolicLink(out.resolve("loop"), out.resolve("loop"));
        Files.createLink(out.resolve("hard"), precious);
        assertThat(new ProcessBuilder("mkfifo", out.resolve("fifo").toString()).start().waitFor()).isZero();

        assertThat(user.types("extract", "-o", "out", "m.eml")).endsWith("exit 0\n");

        for (String kind : kinds) {
            assertThat(out.resolve(kind + "-1")).as(kind).isRegularFile().hasContent("stranger");
        }
        assertThat(precious).hasContent("mine");
        assertThat(out.resolve("file")).hasContent("mine");
        assertThat(Files.exists(user.home.resolve("nowhere"), LinkOption.NOFOLLOW_LINKS)).isFalse();
    }

    @Test
    void whatIsSavedIsItsUsersAlone() throws IOException {
        user.file("m.eml", parts(List.of("a")));
        assertThat(user.types("extract", "-o", "out", "m.eml")).endsWith("exit 0\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out.resolve("a"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aDirectoryThatIsSwappedWhileItIsWrittenGetsNothing() throws Exception {
        List<String> names = Stream.iterate(0, i -> i < 60, i -> i + 1).map(i -> "part" + i).toList();
        user.file("m.eml", parts(names));
        Path victim = Files.createDirectory(user.home.resolve("victim"));
        Path away = user.home.resolve("away");
        AtomicBoolean ended = new AtomicBoolean();
        Thread racer = new Thread(() -> {
            while (!ended.get()) {
                try {
                    Files.move(out, away);
                    Files.createSymbolicLink(out, victim);
                    Thread.sleep(1);
                    Files.delete(out);
                    Files.move(away, out);
                    Thread.sleep(1);
                } catch (IOException | InterruptedException e) {
                    return;
                }
            }
        }, "racer");
        racer.start();
        int whole = 0;
        for (int i = 0; i < 8; i++) {
            String told = user.types("extract", "-o", "out", "m.eml");
            long lines = told.lines().count() - 1;
            assertThat(lines).as(told).isIn(1L, 60L);
            whole += lines == 60 ? 1 : 0;
        }
        ended.set(true);
        racer.join();
        Map<Boolean, Long> counts = new TreeMap<>();
        for (Path directory : List.of(victim, Files.exists(away) ? away : out)) {
            try (Stream<Path> files = Files.list(directory)) {
                counts.put(directory.equals(victim), files.count());
            }
        }
        // a link that stands there when a message is opened is followed, as everywhere; then all of it goes there
        assertThat(counts.get(true) % 60).isZero();
        assertThat(counts.get(false) + counts.get(true)).isEqualTo(60L * whole);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxrwx---", "rwxr-xr-x", "rwx-----x"})
    void aServerWantsADirectoryOfItsOwn(String mode) throws Exception {
        user = User.withIndex(top.resolve("bob"));
        Path run = Files.createDirectories(user.home.resolve(".cache/majix/run"));
        Files.setPosixFilePermissions(run, PosixFilePermissions.fromString(mode));
        assertThat(user.types("serve", "--idle", "1"))
                .isEqualTo("2> majix: serve: \"~/.cache/majix/run\" is open to other"
                        + " users; chmod 700 it, or remove it\nexit 3\n");
    }

    @Test
    void aServerTakesNoLinkAndNoDirectoryThatOthersCanSwap() throws Exception {
        user = User.withIndex(top.resolve("bob"));
        Path cache = Files.createDirectories(user.home.resolve(".cache/majix"));
        Path elsewhere = Files.createDirectory(user.home.resolve("elsewhere"));
        Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rwx------"));
        Files.createSymbolicLink(cache.resolve("run"), elsewhere);
        assertThat(user.types("serve", "--idle", "1"))
                .isEqualTo("2> majix: serve: \"~/.cache/majix/run\" is no directory\nexit 3\n");
        assertThat(elsewhere).isEmptyDirectory();

        Files.delete(cache.resolve("run"));
        Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(user.types("serve", "--idle", "1")).isEqualTo("2> majix: serve: \"~/.cache/majix/run\" lies in a"
                + " directory that other users can write in; set XDG_RUNTIME_DIR to a private one\nexit 3\n");

        Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwx------"));
        Files.setPosixFilePermissions(Files.createDirectories(cache.resolve("run")),
                PosixFilePermissions.fromString("---------"));
        assertThat(user.types("serve", "--idle", "1")).doesNotContain("internal error");
    }

    @Test
    void theSocketIsItsUsersAloneAndAForeignOneIsNoServer() throws Exception {
        user = User.withIndex(top.resolve("bob"));
        ServerPlace place = ServerPlace.of(user.rc, user.environment());
        try (Server _ = Server.start(place, new Answerer(Surroundings.of(user.environment())))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place.socket())))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place.lock())))
                    .isEqualTo("rw-------");
            assertThat(place.unnamed()).doesNotExist();
            assertThatThrownBy(() -> Server.start(place, new Answerer(Surroundings.of(user.environment()))))
                    .isInstanceOf(Failure.class).hasMessageContaining("is running already");
        }
        assertThat(place.socket()).doesNotExist();
        Path precious = user.file("precious", "mine");
        Files.delete(place.lock());
        Files.createSymbolicLink(place.lock(), precious);
        assertThatThrownBy(() -> Server.start(place, new Answerer(Surroundings.of(user.environment()))))
                .isInstanceOf(IOException.class);
        assertThat(precious).hasContent("mine");
    }
}
