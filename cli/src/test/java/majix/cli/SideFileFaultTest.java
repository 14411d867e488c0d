package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import majix.formats.Flag;
import majix.formats.MessageRef;
import majix.formats.faults.Fault;
import majix.formats.faults.FaultyDisk;
import majix.formats.faults.Killed;
import majix.formats.faults.Points;
import majix.query.Expr;
import majix.query.QueryParser;
import majix.query.QuerySyntaxException;
import majix.vfolder.VFolder;
import majix.vfolder.VFolderKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Files that majix keeps beside others, written while a fault befalls the disk at one change after the other: they hold
/// what they held or what they were to hold, or it is known that they do not.
class SideFileFaultTest {
    @TempDir
    Path home;

    private Path rc = Path.of("unset");

    @BeforeEach
    void writeRcFile() throws IOException {
        home = home.toRealPath();
        rc = Files.writeString(home.resolve("rc"), "base=/mail\nmaildir=in\nmfolder=" + home + "/found\ndatabase=/i\n");
    }

    private static Environment env(Path home) {
        return new Environment(_ -> null, home, home);
    }

    private interface Work {
        void run() throws IOException;
    }

    /// @return whether it says that it is done
    private boolean done(FaultyDisk disk, Fault fault, Work work) throws IOException {
        boolean done = false;
        try {
            work.run();
            assertThat(disk.struck() && fault.kills()).isFalse();
            done = true;
        } catch (IOException e) {
            assertThat(e.toString()).contains(fault == Fault.FULL ? "No space left" : "Input/output error");
        } catch (Killed e) {
            assertThat(disk.struck()).isTrue();
        }
        if (fault == Fault.POWER) {
            disk.cut(home, new Random(disk.count()));
        }
        return done;
    }

    private SavedFile saved(Path at) throws ConfigException {
        Config config = ConfigReader.read(at, env(home), line -> fail(line));
        SavedFile saved = SavedFile.of(config, line -> fail(line));
        saved.put(SavedSearch.ofLine("third: f:ann"));
        return saved;
    }

    @ParameterizedTest
    @EnumSource
    void savedSearches(Fault fault) throws Exception {
        String old = "# mine\nfirst: s:a\nsecond: -t s:b\n";
        assertThat(Points.everywhere("saved searches", fault, 1, disk -> {
            Path file = Files.writeString(home.resolve("rc.saved"), old);
            boolean done = done(disk, fault, () -> {
                try {
                    saved(disk.path(rc)).write();
                } catch (ConfigException e) {
                    throw new AssertionError(e);
                }
            });
            assertThat(Files.readString(file)).isIn(old, old + "third: f:ann\n");
            if (done) {
                assertThat(file).content().endsWith("third: f:ann\n");
            }
            saved(rc).write();
            assertThat(file).content().isEqualTo(old + "third: f:ann\n");
            try (Stream<Path> all = Files.list(home)) {
                assertThat(all.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("rc", "rc.saved");
            }
        })).isPositive();
    }

    @Test
    void whatAProcessLeftThatWasKilledGoesAway() throws Exception {
        Files.writeString(home.resolve(".rc.saved.999999999"), "half");
        Files.writeString(home.resolve(".rc.saved.orig"), "mine");
        Files.writeString(home.resolve(".rc.saved." + ProcessHandle.current().parent().orElseThrow().pid()), "alive");
        saved(rc).write();
        assertThat(home.resolve(".rc.saved.999999999")).doesNotExist();
        assertThat(home.resolve(".rc.saved.orig")).exists();
        try (Stream<Path> all = Files.list(home)) {
            assertThat(all).hasSize(4);
        }
    }

    private void fill(Path folder, List<Integer> numbers) throws IOException {
        VFolder.Options options = new VFolder.Options(false, false, false, Set.of());
        try (VFolder result = VFolder.open(VFolderKind.MAILDIR, folder, options)) {
            for (int number : numbers) {
                Path file = home.resolve("mail/cur/" + number + ".host:2,S");
                Files.createDirectories(file.getParent());
                Files.writeString(file, "Subject: x\n\nx\n");
                result.add(new MessageRef.WholeFile(file), EnumSet.of(Flag.SEEN));
            }
            result.finish();
        }
    }

    private String narrowed(Path folder, String query) throws Exception {
        try {
            CommandLine line = CommandLine.parse(new String[]{"--narrow", query});
            Config config = ConfigReader.read(rc, env(home), told -> fail(told));
            Console console = new Console(OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), false,
                    "majix");
            Expr asked = SavedNames.parse(line.expressions, config, env(home), console);
            return Narrowing.of(asked, line, folder, config, env(home), console).expr().toString();
        } catch (Failure e) {
            assertThat(e.line()).contains("no search is known");
            return "unknown";
        }
    }

    private static void note(Path folder, Environment env, String... args) {
        CommandLine line = CommandLine.parse(args);
        try {
            Expr asked = QueryParser.parse(line.expressions, new SearchCommand.Clock(env));
            LastQuery.note(folder, line, asked, Path.of("/i"), env);
        } catch (QuerySyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /// @param second the search that fills the folder when there is a note of one already
    private void lastQuery(String what, Fault fault, String... second) throws Exception {
        Path folder = home.resolve("found");
        Points.everywhere(what, fault, 1, disk -> {
            fill(folder, List.of(1, 2, 3));
            note(folder, env(home), "s:old", "s:older");
            String before = narrowed(folder, "s:now");
            Path note = LastQuery.file(folder, env(home));
            Files.setLastModifiedTime(note, FileTime.from(Instant.now().minusSeconds(1)));
            fill(folder, List.of(1, 2));
            // A search whose note cannot be made has still done its work.
            done(disk, fault, () -> note(folder, env(disk.path(home)), second));
            String now = narrowed(folder, "s:now");
            note(folder, env(home), "s:old", "s:older");
            assertThat(narrowed(folder, "s:now")).isEqualTo(before);
            note(folder, env(home), second);
            assertThat(now).isIn("unknown", narrowed(folder, "s:now"));
        });
    }

    @ParameterizedTest
    @EnumSource
    void lastQueryOfAFolder(Fault fault) throws Exception {
        lastQuery("last query", fault, "s:new", "f:ann");
    }

    @ParameterizedTest
    @EnumSource
    void lastQueryThatWasNarrowed(Fault fault) throws Exception {
        lastQuery("last query narrowed", fault, "--narrow", "s:new", "f:ann");
    }

    @ParameterizedTest
    @EnumSource
    void marksOfFolders(Fault fault) throws Exception {
        Path index = Files.createDirectory(home.resolve("index"));
        Path folder = home.resolve("found");
        Points.everywhere("marks of folders", fault, 1, disk -> {
            fill(folder, List.of(1, 2, 3));
            FolderMarks.of(index).note(folder, "old");
            fill(folder, List.of(1, 2));
            boolean done = done(disk, fault, () -> FolderMarks.of(disk.path(index)).note(folder, "new"));
            assertThat(FolderMarks.of(index).hold(folder, "old")).isFalse();
            assertThat(FolderMarks.of(index).hold(folder, "new") || !done || fault == Fault.POWER).isTrue();
            FolderMarks.of(index).note(folder, "new");
            assertThat(FolderMarks.of(index).hold(folder, "new")).isTrue();
            assertThat(Files.readString(index.resolve("folders.up"), StandardCharsets.UTF_8)).hasLineCount(1);
            try (Stream<Path> all = Files.list(index)) {
                assertThat(all).hasSize(1);
            }
        });
    }
}
