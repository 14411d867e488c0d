package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The packaged program, started by its launcher. What is spoilt is a copy of what the build made.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LauncherIT {
    private static final Path CLI = Installation.CLI;
    private static final String PLUM = "~/Mail/old/1\nexit 0\n";

    private Path top;

    private User user;
    private Installation installation;
    private Map<String, String> launch;

    @BeforeAll
    void index(@TempDir Path directory) throws Exception {
        top = directory;
        installation = Installation.in(top);
        launch = installation.launch();
        assertThat(launch.get("MAJIX_CACHE")).isNotEmpty();
        user = User.withMail(top.resolve("ann"));
        assertThat(shell("majix")).isEqualTo("exit 0\n");
    }

    /// Runs a script with the real launcher.
    private String shell(String script) throws IOException, InterruptedException {
        return shell(Installation.CLI.resolve("bin"), Map.of("LC_ALL", "C.UTF-8"), script);
    }

    private String shell(Path bin, Map<String, String> variables, String script)
            throws IOException, InterruptedException {
        return installation.shell(user, bin, variables, script);
    }

    private Path checkout(String name, String variable, String value) throws IOException {
        return installation.checkout(name, variable, value);
    }

    /// The heap is as small for these files as the usual one is for a million.
    @Test
    void aFolderTooLargeForTheUsualHeapIsIndexedInALargerOne() throws Exception {
        Path bin = checkout("large folder", "MAJIX_INDEX_CACHE", "");
        Path launcher = bin.resolve("majix");
        String script = Files.readString(launcher);
        String small = script.replace("-Xmx368m -Xmn112m", "-Xmx20m -Xmn4m");
        assertThat(small).isNotEqualTo(script);
        Files.writeString(launcher, small);
        Path cur = Files.createDirectories(top.resolve("large/cur"));
        Path first = Files.writeString(cur.resolve("0"), "Subject: kumquat\n\nx\n");
        for (int i = 1; i < 40_000; i++) {
            Files.createLink(cur.resolve("a rather long name of a file " + i), first);
        }
        Files.createDirectories(top.resolve("large/new"));
        Files.createDirectories(top.resolve("large/tmp"));
        Path rc = Files.writeString(top.resolve("large.rc"), "base=" + top + "\nmaildir=large\nmfolder=" + top
                + "/large-hits\ndatabase=" + top + "/large.index\n");
        Map<String, String> plain = Map.of("LC_ALL", "C.UTF-8");
        assertThat(shell(bin, plain, "majix -f " + rc)).isEqualTo("exit 0\n");
        assertThat(shell(bin, plain, "majix -f " + rc + " -r --limit=1 s:kumquat")).endsWith("exit 0\n");
        Files.writeString(cur.resolve("1"), "Subject: loquat\n\nx\n");
        assertThat(shell(bin, plain, "majix -v -f " + rc)).contains("40001 messages in the index: 1 added")
                .endsWith("exit 0\n");
    }

    private String searchIn(Path bin) throws IOException, InterruptedException {
        return shell(bin, Map.of("LC_ALL", "C.UTF-8"), "majix -r s:plum");
    }

    @Test
    void theStartUpCacheIsUsed() throws Exception {
        Path log = top.resolve("classes");
        Path java = top.resolve("logging-java");
        Files.writeString(java, """
                #!/bin/sh
                for arg; do
                    shift
                    [ "$arg" = -cp ] && set -- "$@" -Xlog:class+load:file=%s
                    set -- "$@" "$arg"
                done
                exec '%s' "$@"
                """.formatted(log, launch.get("MAJIX_JAVA")));
        assertThat(java.toFile().setExecutable(true)).isTrue();
        assertThat(searchIn(checkout("logged", "MAJIX_JAVA", java.toString()))).isEqualTo(PLUM);
        // The JVM cannot keep all classes that it makes itself; their names have "$$".
        assertThat(Files.readAllLines(log))
                .filteredOn(line -> line.contains(" majix.") || line.contains(" org.apache."))
                .filteredOn(line -> !line.contains("$$")).anyMatch(line -> line.contains(" majix.cli.Main "))
                .allMatch(line -> line.contains("source: shared objects file"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing", "cut", "foreign", "empty", "unnamed", "flipped"})
    void aSpoiltCacheIsPassedOverInSilence(String how) throws Exception {
        Path cache = top.resolve(how + ".aot");
        byte[] good = Files.readAllBytes(Path.of(launch.get("MAJIX_CACHE")));
        switch (how) {
            case "cut" -> Files.write(cache, Arrays.copyOf(good, good.length / 2));
            case "foreign" -> Files.writeString(cache, "This is no cache.\n".repeat(5000));
            case "empty" -> Files.createFile(cache);
            case "flipped" -> {
                for (int i = 1; i < 1000; i++) {
                    good[(int) ((long) good.length * i / 1000)] ^= 0x55;
                }
                Files.write(cache, good);
            }
            default -> {
            }
        }
        if (Files.exists(cache) && !how.equals("flipped")) {
            // the JVM sees it
            Files.setLastModifiedTime(cache, Files.getLastModifiedTime(Path.of(launch.get("MAJIX_JAR"))));
        }
        Path bin = checkout(how, "MAJIX_CACHE", how.equals("unnamed") ? "" : cache.toString());
        assertThat(searchIn(bin)).isEqualTo(PLUM);
        assertThat(shell(bin, Map.of(), "majix -x s:plum >/dev/null; majix; majix s:")).isEqualTo(
                "2> majix: \"s:\": empty word, expected text, as in s:meeting\nexit 2\n");
    }

    @Test
    void theCacheOfAnotherJarIsPassedOverInSilence() throws Exception {
        Path jar = Files.copy(Path.of(launch.get("MAJIX_JAR")), top.resolve("newer.jar"));
        Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2031-01-01T00:00:00Z")));
        assertThat(searchIn(checkout("stale", "MAJIX_JAR", jar.toString()))).isEqualTo(PLUM);
    }

    @Test
    void aJdkThatIsGoneIsFoundAnew() throws Exception {
        Path bin = checkout("moved", "MAJIX_JAVA", top + "/gone/bin/java");
        Files.copy(Path.of(launch.get("MAJIX_JAR")), bin.resolve("../target/majix.jar"));
        assertThat(searchIn(bin)).isEqualTo(PLUM);
        Map<String, String> found = Installation.launch(bin.getParent());
        assertThat(Path.of(found.get("MAJIX_JAVA"))).isExecutable();
        assertThat(Path.of(found.get("MAJIX_CACHE"))).isNotEmptyFile();
        assertThat(searchIn(bin)).isEqualTo(PLUM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut", "empty", "flipped"})
    void aDamagedLaunchFileIsMadeAnew(String how) throws Exception {
        Path bin = checkout("launch-" + how, "MAJIX_BUILD", "build");
        Path target = bin.resolveSibling("target");
        // with their times, so that the caches need not be made
        Files.copy(Path.of(launch.get("MAJIX_JAR")), target.resolve("majix.jar"), StandardCopyOption.COPY_ATTRIBUTES);
        for (String cache : new String[]{"MAJIX_CACHE", "MAJIX_INDEX_CACHE"}) {
            Path made = Path.of(launch.get(cache));
            Files.copy(made, target.resolve(made.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
        }
        String text = Files.readString(target.resolve("launch"));
        Files.writeString(target.resolve("launch"), switch (how) {
            case "cut" -> text.substring(0, text.indexOf("MAJIX_JAR=") + 14);
            case "empty" -> "";
            default -> text.replace("MAJIX_JAVA='", "MAJIX_JAVA=)");
        });
        assertThat(searchIn(bin)).startsWith("~/Mail/old/1\n").endsWith("exit 0\n");
        assertThat(searchIn(bin)).isEqualTo(PLUM);
        assertThat(Files.readString(target.resolve("launch"))).contains("MAJIX_JAVA='/", "MAJIX_BUILD='");
    }

    @Test
    void aJarThatIsGoneIsOneLine() throws Exception {
        Path bin = checkout("jarless", "MAJIX_JAVA", top + "/gone/bin/java");
        assertThat(searchIn(bin)).matches("2> majix: there is no .*/majix.jar: run mvn package\nexit 3\n");
    }

    @Test
    void anIndexingRunIsTriedUntilItIsDone() throws Exception {
        User bob = User.without(user.home.resolve("bob"));
        bob.file("Mail/cur/1:2,", User.mail("quince", "ann", "Quince", "Wed, 01 Jan 2025", ""));
        assertThat(shell("mkdir bob/Mail/new bob/Mail/tmp; touch -t 202001010000 bob/Mail/*; cd bob"
                + "; printf 'base=%s\\nmaildir=Mail\\nmfolder=found\\ndatabase=index\\n' \"$PWD\" >rc"
                + "; for args in -F -F -vF --fast-index -v; do majix -f rc $args; done; majix -f rc -r s:quince"))
                .isEqualTo("~/bob/Mail/cur/1:2,\n"
                        + "2> majix: 1 messages in the index: 0 added, 0 removed, 0 renamed; 0 MB in N s\n".repeat(2)
                        + "exit 0\n");
        assertThat(shell("cd bob; majix -f rc -F --nope")).contains("nope").endsWith("exit 2\n");
        assertThat(shell(
                "cd bob; yes 'text text' | head -c 30000000 >>'Mail/cur/1:2,'; majix -f rc; majix -f rc -r z:20m-"))
                .isEqualTo("~/bob/Mail/cur/1:2,\nexit 0\n");
    }

    @Test
    void aLinkCalledMairixKnowsNoSubcommands() throws Exception {
        Path bin = Files.createDirectory(top.resolve("links"));
        Files.createSymbolicLink(bin.resolve("mairix"), CLI.resolve("bin/majix"));
        Files.createSymbolicLink(bin.resolve("indirect"), Path.of("mairix"));
        assertThat(shell(bin, Map.of(), "mairix -o vf init")).contains("Matched 0 messages\n",
                "2> Created directory ~/Mail/vf\n").endsWith("exit 1\n");
        assertThat(shell(bin, Map.of(), "mairix -r s:plum")).isEqualTo(PLUM);
        assertThat(shell(bin, Map.of(), "indirect -r s:plum")).isEqualTo(PLUM);
        assertThat(shell("mairix -o vf fields")).isEqualTo("Matched 0 messages\nexit 1\n");
        // JUnit would warn of a link that leads out of its directory
        Files.delete(bin.resolve("mairix"));
    }

    @Test
    void anInstalledMajixHasItsLaunchInLib() throws Exception {
        Path bin = Files.createDirectories(top.resolve("usr/bin"));
        Path lib = Files.createDirectories(top.resolve("usr/lib/majix"));
        Files.copy(CLI.resolve("bin/majix"), bin.resolve("majix"));
        Files.copy(CLI.resolve("target/launch"), lib.resolve("launch"));
        assertThat(searchIn(bin)).isEqualTo(PLUM);
        Path links = Files.createDirectory(top.resolve("elsewhere"));
        Files.createSymbolicLink(links.resolve("majix"), bin.resolve("majix"));
        assertThat(searchIn(links)).isEqualTo(PLUM);
    }

    @Test
    void theLauncherWorksFromAnywhere() throws Exception {
        assertThat(shell("cd / && majix -r s:plum")).isEqualTo(PLUM);
        assertThat(shell("cd '" + CLI + "' && bin/majix -r s:plum")).isEqualTo(PLUM);
        assertThat(shell("cd '" + CLI + "/bin' && ./majix -r s:plum && sh majix -r s:plum"))
                .isEqualTo(PLUM.replace("exit 0\n", "") + PLUM);
        assertThat(shell("sh -c 'majix -r \"s:plum jam\"'")).isEqualTo(PLUM);
    }

    @Test
    void namesAndQueriesAreBytesInAnyLocale() throws Exception {
        User bytes = User.without(user.home.resolve("bytes"));
        bytes.file("plain",
                User.mail("cafe", "ann", "Caf\u00e9 cr\u00e8me \u65e5\u672c\u8a9e", "Wed, 01 Jan 2025", ""));
        String prepare = """
                cd bytes
                name=tree/$(printf 'caf\\303\\251 \\377')
                mkdir -p "$name/cur" "$name/new" "$name/tmp"
                mv plain "$name/cur/1:2,S"
                printf 'base=%s\\nmaildir=tree...\\nmfolder=f\\303\\273nd\\ndatabase=index\\n' "$PWD" >rc
                """;
        assertThat(shell(prepare)).isEqualTo("exit 0\n");
        for (String locale : new String[]{"C", "POSIX", "C.UTF-8", "de_DE.ISO-8859-1"}) {
            Map<String, String> variables = Map.of("LC_ALL", locale);
            Path bin = CLI.resolve("bin");
            assertThat(shell(bin, variables, "cd bytes; rm -rf index; majix -f rc")).as(locale).isEqualTo("exit 0\n");
            for (String query : new String[]{"s:caf\\303\\251", "s:\\346\\227\\245\\346\\234\\254",
                    "p:caf\\303\\251"}) {
                assertThat(shell(bin, variables, "cd bytes; majix -f rc -r \"$(printf '" + query + "')\"")).as(locale)
                        .isEqualTo("~/bytes/tree/caf\u00c3\u00a9 \u00ff/cur/1:2,S\nexit 0\n");
            }
            assertThat(shell(bin, variables, "cd bytes; majix show \"$(majix -f rc -r s:creme)\" | grep -c Caf"))
                    .as(locale).isEqualTo("1\nexit 0\n");
            assertThat(shell(bin, variables, "cd bytes; majix -f rc -r \"$(printf 's:caf\\351')\" 2>/dev/null"))
                    .as(locale).isEqualTo("exit 2\n");
            assertThat(
                    shell(bin, variables, "cd bytes; majix -f rc s:creme 2>/dev/null && cat f*nd/cur/* | head -1"))
                    .as(locale).isEqualTo("Matched 1 messages\nFrom: ann@example.org\nexit 0\n");
        }
    }

    @Test
    void aReaderThatHadEnoughIsNoFailure() throws Exception {
        User club = User.without(user.home.resolve("club"));
        assertThat(shell("majix init --sample club >/dev/null 2>&1")).isEqualTo("exit 0\n");
        assertThat(club.home).isDirectory();
        String many = "{ majix -f club/majixrc -x d:1990-; echo $? >status; }";
        assertThat(shell(many + " | head -1")).isEqualTo("---------------------------------\nexit 0\n");
        assertThat(shell(many + " | true; cat status")).isEqualTo("0\nexit 0\n");
        assertThat(shell("LC_ALL=de_DE.UTF-8 majix -f club/majixrc -d | true")).isEqualTo("exit 0\n");
    }

    @Test
    void resultsThatAreLostAreAFailure() throws Exception {
        Assumptions.assumeTrue(Files.exists(Path.of("/dev/full")), "no /dev/full");
        assertThat(shell("majix -r s:plum >/dev/full"))
                .isEqualTo("2> majix: standard output: No space left on device\nexit 3\n");
    }
}
