package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What majix makes is its user's alone, whatever the umask: one that hides nothing, and one that takes rights
/// from the owner too. No launcher is in between, whose umask would hide it.
class ModesTest {
    @TempDir
    Path top;

    /// A home for [Deeds].
    static User home(Path home) throws IOException {
        User user = User.withMail(home);
        for (String kind : new String[]{"mh", "mbox"}) {
            user.file("rc." + kind, Files.readString(user.rc) + "mformat=" + kind + "\nmfolder=found." + kind + "\n");
        }
        user.file("m.eml", ExtractTranscriptTest.NESTED);
        Files.createDirectories(home.resolve("out"));
        Files.createDirectories(home.resolve("tmp"));
        return user;
    }

    static Process start(String umask, Path home, String... before) throws IOException {
        String path = classPath();
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", "umask " + umask + "; exec \"$@\"", "sh");
        builder.command().addAll(java.util.List.of(before));
        builder.command().addAll(java.util.List.of(System.getProperty("java.home") + "/bin/java", "-Xmx128m",
                "-XX:-UsePerfData", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", path, "majix.cli.Deeds",
                home.toString()));
        return builder.redirectErrorStream(true).start();
    }

    /// Where the classes lie that are needed, however this JVM came to them.
    private static String classPath() {
        return java.util.stream.Stream
                .of(Deeds.class, Main.class, majix.formats.FileNames.class, majix.query.Expr.class,
                        majix.indexer.MailIndex.class, majix.vfolder.VFolder.class,
                        ofName("org.apache.lucene.index.IndexWriter"),
                        picocli.CommandLine.class, org.jline.reader.LineReader.class, org.jline.terminal.Terminal.class,
                        org.junit.jupiter.api.Test.class, ofName("org.apache.james.mime4j.MimeException"),
                        ofName("org.apache.commons.compress.compressors.CompressorException"),
                        ofName("org.apache.commons.io.IOUtils"),
                        ofName("org.tukaani.xz.XZInputStream"), ofName("com.github.luben.zstd.ZstdInputStream"))
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation().getPath()).distinct()
                .collect(java.util.stream.Collectors.joining(":"));
    }

    private static Class<?> ofName(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Modes of all that is below a directory, links left out.
    static Map<String, String> modes(Path home) throws IOException {
        Map<String, String> modes = new TreeMap<>();
        try (Stream<Path> all = Files.walk(home)) {
            for (Path path : all.filter(each -> !Files.isSymbolicLink(each)).toList()) {
                modes.put(home.relativize(path).toString(), PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS)));
            }
        }
        return modes;
    }

    @ParameterizedTest
    @ValueSource(strings = {"000", "0277"})
    void whatIsMadeIsItsUsersAlone(String umask) throws Exception {
        User user = home(top.resolve("ann"));
        Map<String, String> before = modes(user.home);
        Process deeds = start(umask, user.home, withoutPower());
        String told = new String(deeds.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(deeds.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(told).endsWith("done\n");

        Map<String, String> made = modes(user.home);
        // the user moved it, or it is a second name of the user's
        made.keySet()
                .removeIf(name -> before.containsKey(name) || name.startsWith("Mail/old/")
                        || name.startsWith("Mail/inbox/")
                        || name.startsWith("hard/cur/"));
        assertThat(made.keySet()).contains("index", "index/write.lock", "index/folders", "index/folders.up",
                "Mail/found/.majix", "Mail/found.mh/.majix-lock", "Mail/found.mbox", "Mail/.found.mbox.majix",
                "deep/er/vf/cur",
                ".mairixrc.saved", ".local/state/majix/history", "out/plan.bin", "new/place/rc", ".cache/majix/run",
                "sample/Maildir/cur", "sample/archive.mbox");
        made.forEach((name, mode) -> assertThat(mode).as(name)
                .isEqualTo(Files.isDirectory(user.home.resolve(name)) ? "rwx------" : "rw-------"));
    }

    /// The superuser reads what nobody may; without that power it is as everybody.
    private static String[] withoutPower() throws IOException {
        boolean superuser = Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        return superuser && Files.isExecutable(Path.of("/usr/bin/setpriv"))
                ? new String[]{"setpriv", "--bounding-set=-dac_override,-dac_read_search"}
                : new String[0];
    }

    /// Every call that makes a file or a directory, as the system sees it: whatever is there for a moment only, too. A
    /// campaign's.
    @Test
    void everyCallThatMakesAFileGivesItsMode() throws Exception {
        assumeTrue(Integer.getInteger("majix.torture", 0) > 0 && Files.isExecutable(Path.of("/usr/bin/strace")),
                "a campaign with strace");
        User user = home(top.resolve("ann"));
        Path log = top.resolve("calls");
        Process deeds = start("000", user.home, "strace", "-f", "-qq", "-s", "4096", "-e",
                "trace=open,openat,creat,mkdir,mkdirat,chmod,fchmod,fchmodat", "-o", log.toString());
        assertThat(new String(deeds.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).endsWith("done\n");
        assertThat(deeds.waitFor()).isZero();
        int births = 0;
        Set<String> made = new HashSet<>();
        for (String call : Files.readAllLines(log, StandardCharsets.ISO_8859_1)) {
            String path = call.replaceFirst("[^\"]*\"([^\"]*)\".*", "$1");
            if (!call.contains("O_EXCL") && made.contains(path)) {
                // Lucene opens the file of its lock, made before, as if it could make it
                continue;
            }
            boolean makes = (call.contains("O_CREAT") || call.contains(" mkdir")) && !call.contains(" = -1 ");
            boolean here = call.contains(user.home.toString()) || call.contains("/proc/self/fd/")
                    || call.contains("openat(") && !call.contains("AT_FDCWD");
            if (makes && here && !call.contains("/Mail/old/2\"")) {
                births++;
                made.add(path);
                assertThat(call).containsPattern(
                        call.contains(" mkdir") ? ", 0700( <unfinished|\\))" : ", 0600( <unfinished|\\))");
            }
        }
        System.out.println("births seen: " + births);
        assertThat(births).isGreaterThan(100);
    }

    @Test
    void theHardLinkOfAMessageKeepsTheRightsOfTheMessage() throws IOException {
        User user = User.withIndex(top.resolve("ann"));
        Path apple = user.home.resolve("Mail/inbox/cur/1.apple:2,RS");
        Files.setPosixFilePermissions(apple, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(user.types("-H", "-o", "./hard", "apple")).contains("Matched 1 messages");
        assertThat(Files.getPosixFilePermissions(apple)).isEqualTo(PosixFilePermissions.fromString("rw-r-----"));
    }
}
