package majix.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import majix.formats.FolderSpec;
import majix.formats.Problem;
import majix.formats.StoreKind;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Folders of which a disk does not tell for a while what they are: the index keeps what it has of them.
class HiddenFoldersTest {
    @TempDir
    Path dir;
    private Archive archive;

    @BeforeEach
    void folders() throws IOException {
        archive = new Archive(dir);
        archive.maildir("mail/md");
        archive.write("mail/md/cur/1:2,S", Archive.mail("apple", "one@x"));
        archive.maildir("mail/md/sub");
        archive.write("mail/md/sub/cur/2:2,S", Archive.mail("banana", "two@x"));
        archive.write("mail/mh/3", Archive.mail("cherry", "three@x"));
        archive.write("mail/mh/.mh_sequences", "");
        archive.write("mail/mh/2020/4", Archive.mail("date", "four@x"));
        archive.write("mail/mh/2020/.mh_sequences", "");
        archive.write("mail/plain/5", Archive.mail("elder", "five@x"));
    }

    /// Puts a link in its place that cannot be followed, for another reason than that it leads nowhere.
    private void hide(String name) throws IOException {
        Files.move(dir.resolve(name), dir.resolve("aside"));
        Files.createSymbolicLink(dir.resolve(name), Path.of("x".repeat(300)));
    }

    private void show(String name) throws IOException {
        Files.delete(dir.resolve(name));
        Files.move(dir.resolve("aside"), dir.resolve(name));
    }

    @ParameterizedTest
    @CsvSource({"MAILDIR, mail/md, mail/md/cur, mail/md, 1", "MAILDIR, mail/md, mail/md/tmp, mail/md, 1",
            "MAILDIR, mail..., mail/md/new, mail/md, 2", "MAILDIR, mail/*, mail/md/cur, mail/md, 1",
            "MH, mail..., mail/mh/.mh_sequences, mail/mh, 2", "MH, mail..., mail/mh/2020, mail/mh/2020, 2",
            "MH, mail/mh, mail/mh/.mh_sequences, mail/mh/.mh_sequences, 1",
            "MH, mail/plain, mail/plain/5, mail/plain, 1"})
    void whatCannotBeToldCostsTheIndexNothing(StoreKind kind, String named, String hidden, String told, int messages)
            throws IOException {
        archive.folders(kind, named);
        assertThat(archive.index()).isEqualTo(new IndexReport(messages, 0, 0, messages, 0));
        for (boolean fast : List.of(false, true)) {
            hide(hidden);
            assertThat(archive.index(fast, false)).isEqualTo(new IndexReport(0, 0, 0, messages, 1));
            assertThat(archive.problems).extracting(Problem::kind, Problem::path, Problem::text).containsExactly(
                    tuple(Problem.Kind.UNREADABLE, dir.resolve(told), "file name too long"));
            show(hidden);
            assertThat(archive.index(fast, false)).isEqualTo(new IndexReport(0, 0, 0, messages, 0));
            assertThat(archive.problems).isEmpty();
        }
    }

    /// In an index that knows none of them, and in the next run.
    @ParameterizedTest
    @CsvSource({"MAILDIR, mail..., mail/cur, mail/cur, 2", "MAILDIR, mail..., mail/md/cur, mail/md, 1",
            "MAILDIR, mail..., mail/x/new, mail/x, 2", "MH, mail..., mail/summary, mail, 2",
            "MH, mail/mh..., mail/mh/.mh_sequences, mail/mh/.mh_sequences, 2",
            "MH, mail..., mail/mh/.mh_sequences, mail/mh, 1"})
    void foldersBelowAreFound(StoreKind kind, String named, String hidden, String told, int messages)
            throws IOException {
        Files.createDirectories(dir.resolve("mail/x/cur"));
        Files.createDirectories(dir.resolve("mail/x/tmp"));
        if (!Files.exists(dir.resolve(hidden))) {
            Files.createFile(dir.resolve(hidden));
        }
        hide(hidden);
        archive.folders(kind, named);
        Problem only = new Problem(Problem.Kind.UNREADABLE, dir.resolve(told), "file name too long");
        assertThat(archive.index()).isEqualTo(new IndexReport(messages, 0, 0, messages, 1));
        assertThat(archive.problems).containsExactly(only);
        archive.write(kind == StoreKind.MH ? "mail/mh/2020/7" : "mail/md/sub/new/7", Archive.mail("fig", "seven@x"));
        assertThat(archive.index()).isEqualTo(new IndexReport(1, 0, 0, messages + 1, 1));
        assertThat(archive.problems).containsExactly(only);
    }

    /// Nor the run its end: new mail elsewhere is read.
    @Test
    void anMboxAmongOtherFilesThatCannotBeLookedAtStays() throws IOException {
        archive.write("tree/box", Archive.inMbox(Archive.mail("grape", "box@x")));
        archive.folders(StoreKind.FILES, "tree").folders(StoreKind.MAILDIR, "mail/md");
        archive.index();
        hide("tree/box");
        for (int run = 0; run < 2; run++) {
            archive.write("mail/md/new/" + run, Archive.mail("fig", run + "@x"));
            assertThat(archive.index()).isEqualTo(new IndexReport(1, 0, 0, run + 3, 1));
            assertThat(archive.problems).containsExactly(
                    new Problem(Problem.Kind.UNREADABLE, dir.resolve("tree/box"), "file name too long"));
        }
        show("tree/box");
        assertThat(archive.index()).isEqualTo(new IndexReport(0, 0, 0, 4, 0));
    }

    /// A folder that is known by its messages is read though its flags are hidden.
    @Test
    void aFolderIsReadIfOneOfItsSignsIsSeen() throws IOException {
        archive.folders(StoreKind.MH, "mail/mh");
        archive.index();
        hide("mail/mh/.mh_sequences");
        archive.write("mail/mh/6", Archive.mail("fig", "six@x"));
        assertThat(archive.index()).isEqualTo(new IndexReport(1, 0, 0, 2, 1));
    }

    /// Runs with -F do not look at those of a Maildir.
    @ParameterizedTest
    @CsvSource({"MAILDIR, mail/md, 'mail/md/cur/1:2,S'", "MH, mail/mh, mail/mh/3", "FILES, mail/plain, mail/plain/5"})
    void aMessageThatCannotBeLookedAtStaysAndIsTold(StoreKind kind, String named, String hidden) throws IOException {
        archive.folders(kind, named);
        long messages = archive.index().messages();
        hide(hidden);
        for (int run = 0; run < 2; run++) {
            assertThat(archive.index()).isEqualTo(new IndexReport(0, 0, 0, messages, 1));
            assertThat(archive.problems).containsExactly(
                    new Problem(Problem.Kind.UNREADABLE, dir.resolve(hidden), "file name too long"));
        }
        assertThat(archive.search("~nothing")).contains(hidden);
        show(hidden);
        assertThat(archive.index()).isEqualTo(new IndexReport(0, 0, 0, messages, 0));
    }

    /// A run that can read no more than the one before writes nothing.
    @ParameterizedTest
    @CsvSource({"MAILDIR, mail/md, 'mail/md/cur/1:2,S'", "MAILDIR, mail/md, 'mail/md/cur/9:2,S'",
            "MH, mail/mh, mail/mh/9", "FILES, mail/plain, mail/plain/9", "FILES, tree, tree/box",
            "MBOX, tree/box, tree/box"})
    void whatStaysUnreadableIsNotCommittedAgain(StoreKind kind, String named, String hidden) throws IOException {
        archive.write("tree/box", Archive.inMbox(Archive.mail("grape", "box@x")));
        archive.folders(kind, named);
        if (Files.exists(dir.resolve(hidden))) {
            archive.index();
        } else {
            archive.write(hidden, Archive.mail("fig", "nine@x"));
        }
        hide(hidden);
        long messages = archive.index().messages();
        String commit = commit();
        for (int run = 0; run < 3; run++) {
            assertThat(archive.index()).isEqualTo(new IndexReport(0, 0, 0, messages, 1));
            assertThat(commit()).isEqualTo(commit);
        }
        Files.delete(dir.resolve(hidden));
        archive.index();
        assertThat(archive.index().unreadable()).isZero();
        assertThat(commit()).isNotEqualTo(commit);
        commit = commit();
        archive.index();
        assertThat(commit()).isEqualTo(commit);
    }

    private String commit() throws IOException {
        try (Stream<Path> files = Files.list(archive.index)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("segments_"))
                    .collect(Collectors.joining());
        }
    }

    /// Runs of cron suffice.
    @ParameterizedTest
    @CsvSource({"MAILDIR, mail..., mail/md/cur, mail/md", "MAILDIR, mail..., mail/plain, mail/plain",
            "MH, mail/mh, mail/mh/.mh_sequences, mail/mh/.mh_sequences", "MBOX, box, box, box"})
    void whatIsSeenAgainIsPassedOverNoMore(StoreKind kind, String named, String hidden, String told)
            throws IOException {
        archive.write("box", Archive.inMbox(Archive.mail("grape", "box@x")));
        for (String directory : List.of("mail/md/cur", "mail/md/new", "mail/md/sub/cur", "mail/md/sub/new", "mail/mh",
                "mail/mh/.mh_sequences")) {
            Files.setLastModifiedTime(dir.resolve(directory), FileTime.fromMillis(1_600_000_000_000L));
        }
        archive.folders(kind, named);
        archive.index();
        hide(hidden);
        archive.index(true, false);
        assertThat(SkippedList.read(archive.index)).extracting(Skipped::path).containsExactly(dir.resolve(told));
        show(hidden);
        List<FolderSpec> specs = List.of(new FolderSpec(kind, dir, List.of(named), List.of(), false));
        assertThat(Glance.nothingNew(archive.index, specs)).isFalse();
        archive.index(true, false);
        assertThat(SkippedList.read(archive.index)).isEmpty();
    }

    /// No heap holds it; what is known of the flags stays.
    @Test
    void aFileOfFlagsThatIsTooLargeCostsNoMessage() throws IOException {
        archive.folders(StoreKind.MH, "mail/mh").folders(StoreKind.MAILDIR, "mail/md");
        archive.write("mail/mh/.mh_sequences", "flagged: 3\n");
        archive.index();
        Path flags = dir.resolve("mail/mh/.mh_sequences");
        try (FileChannel file = FileChannel.open(flags, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(new byte[1]), 3L << 30);
        }
        archive.write("mail/mh/6", Archive.mail("fig", "six@x"));
        archive.write("mail/md/new/7", Archive.mail("fig", "seven@x"));
        assertThat(archive.index()).isEqualTo(new IndexReport(2, 0, 0, 4, 1));
        assertThat(archive.problems).containsExactly(new Problem(Problem.Kind.UNREADABLE, flags, "too large"));
        assertThat(archive.search("F:f")).containsExactly("mail/mh/3");
        archive.write("mail/mh/.mh_sequences", "flagged: 6\n");
        assertThat(archive.index()).isEqualTo(new IndexReport(0, 0, 2, 4, 0));
        assertThat(archive.search("F:f")).containsExactly("mail/mh/6");
    }

    @ParameterizedTest
    @CsvSource({"MAILDIR, mail/md", "MAILDIR, mail...", "MH, mail/mh", "MH, mail..."})
    void aForbiddenFolderStays(StoreKind kind, String named) throws IOException {
        Assumptions.assumeFalse("root".equals(System.getProperty("user.name")), "root reads everything");
        archive.folders(kind, named);
        long messages = archive.index().messages();
        Path folder = dir.resolve(kind == StoreKind.MH ? "mail/mh" : "mail/md");
        for (String rights : List.of("rw-------", "---------")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(rights));
            try {
                assertThat(archive.index()).isEqualTo(new IndexReport(0, 0, 0, messages, 1));
                assertThat(archive.problems).extracting(Problem::path, Problem::text).containsExactly(
                        tuple(folder, "permission denied"));
            } finally {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        }
    }

    /// It is told, not each of its files.
    @Test
    void aDirectoryThatIsForbiddenToSearchStays() throws IOException {
        Assumptions.assumeFalse("root".equals(System.getProperty("user.name")), "root reads everything");
        archive.folders(StoreKind.MAILDIR, "mail/md");
        Path cur = dir.resolve("mail/md/cur");
        archive.write("mail/md/cur/6:2,S", Archive.mail("fig", "six@x"));
        archive.index();
        Files.setPosixFilePermissions(cur, PosixFilePermissions.fromString("rw-------"));
        try {
            assertThat(archive.index()).isEqualTo(new IndexReport(0, 0, 0, 2, 1));
            assertThat(archive.problems).containsExactly(
                    new Problem(Problem.Kind.UNREADABLE, cur, "permission denied"));
        } finally {
            Files.setPosixFilePermissions(cur, PosixFilePermissions.fromString("rwx------"));
        }
        assertThat(archive.index()).isEqualTo(new IndexReport(0, 0, 0, 2, 0));
    }

    @Test
    void aFolderThatIsGoneIsForgotten() throws IOException {
        archive.folders(StoreKind.MAILDIR, "mail...");
        archive.index();
        Files.delete(dir.resolve("mail/md/tmp"));
        assertThat(archive.index()).isEqualTo(new IndexReport(0, 1, 0, 1, 0));
        assertThat(archive.search("~nothing")).containsExactly("mail/md/sub/cur/2:2,S");
    }
}
