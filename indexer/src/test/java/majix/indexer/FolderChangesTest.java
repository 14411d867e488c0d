package majix.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import majix.formats.Problem;
import majix.formats.StoreKind;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Changes of Maildirs and MH folders from run to run that names, sizes and times do not tell, or only in part.
class FolderChangesTest {
    @TempDir
    Path dir;
    private Archive archive;

    @BeforeEach
    void twoMessages() throws IOException {
        archive = new Archive(dir).folders(StoreKind.MH, "mh");
        archive.write("mh/1", Archive.mail("apple", "one@x"));
        archive.write("mh/2", Archive.mail("berry", "two@x"));
        archive.write("mh/.mh_sequences", "unseen: 2\n");
    }

    /// A directory changed just now is not trusted; these times are later than those of all files.
    private void age(String directory, int seconds) throws IOException {
        Files.setLastModifiedTime(dir.resolve(directory), FileTime.fromMillis(1_710_000_000_000L + 1000L * seconds));
    }

    @Test
    void flagsStayWhileTheyCannotBeRead() throws IOException {
        Path sequences = dir.resolve("mh/.mh_sequences");
        age("mh", 0);
        archive.index();
        Files.delete(sequences);
        Files.createSymbolicLink(sequences, sequences);
        archive.write("mh/3", Archive.mail("cherry", "three@x"));
        age("mh", 1);
        for (boolean fast : List.of(false, true, false)) {
            assertThat(archive.index(fast, false).messages()).isEqualTo(3);
            assertThat(archive.problems).extracting(Problem::kind, Problem::path).containsExactly(
                    tuple(Problem.Kind.UNREADABLE, sequences));
            assertThat(archive.search("F:s")).containsExactly("mh/1");
            assertThat(archive.search("s:cherry")).containsExactly("mh/3");
        }
        Files.delete(sequences);
        archive.write("mh/.mh_sequences", "unseen: 1 3\n");
        age("mh", 1);
        assertThat(archive.index(true, false)).isEqualTo(new IndexReport(0, 0, 2, 3, 0));
        assertThat(archive.search("F:s")).containsExactly("mh/2");
    }

    @ParameterizedTest
    @EnumSource(names = {"MH", "FILES"})
    void numbersGivenToOtherMessagesAreNoticed(StoreKind kind) throws IOException {
        archive.noFolders().folders(kind, "mh");
        List<Path> two = List.of(dir.resolve("mh/1"), dir.resolve("mh/2"));
        for (Path file : two) {
            Files.setLastModifiedTime(file, FileTime.fromMillis(1_500_000_000_000L));
        }
        archive.index();
        swap(two);
        age("mh", 1);
        assertThat(archive.index()).isEqualTo(new IndexReport(2, 2, 0, 2, 0));
        assertThat(archive.search("s:apple")).containsExactly("mh/2");
        swap(two);
        age("mh", 2);
        archive.index(true, false);
        assertThat(archive.search("s:apple")).containsExactly("mh/1");
        assertThat(archive.index()).isEqualTo(new IndexReport(0, 0, 0, 2, 0));
    }

    private static void swap(List<Path> two) throws IOException {
        Path aside = two.getFirst().resolveSibling(",1");
        Files.move(two.getFirst(), aside);
        Files.move(two.getLast(), two.getFirst());
        Files.move(aside, two.getLast());
    }

    @ParameterizedTest
    @EnumSource(names = {"MH", "FILES"})
    void aCopyOfAFolderIsReadAgainOnlyIfItMayBeAnother(StoreKind kind) throws IOException {
        archive.noFolders().folders(kind, "mh");
        archive.write("mh/box", Archive.inMbox(Archive.mail("plum", "three@x")));
        archive.write("mh/note", "no mail\n");
        age("mh", 0);
        IndexReport nothing = new IndexReport(0, 0, 0, archive.index().messages(), 0);
        copy();
        age("mh", 0);
        assertThat(archive.index()).isEqualTo(nothing);
        copy();
        age("mh", 1);
        assertThat(archive.index()).isEqualTo(new IndexReport(2, 2, 0, nothing.messages(), 0));
        assertThat(archive.search("s:apple")).containsExactly("mh/1");
        age("mh", 2);
        assertThat(archive.index()).isEqualTo(nothing);
    }

    /// Makes all files anew, as they are when they come from a backup.
    private void copy() throws IOException {
        Files.move(dir.resolve("mh"), dir.resolve("old"));
        Files.createDirectory(dir.resolve("mh"));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(dir.resolve("old"))) {
            for (Path file : files) {
                Files.copy(file, dir.resolve("mh").resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        Files.move(dir.resolve("old"), dir.resolve("old" + System.nanoTime()));
    }

    @Test
    void anUnreadablePartOfAMaildirCostsNotTheOther() throws IOException {
        Assumptions.assumeFalse("root".equals(System.getProperty("user.name")), "root reads everything");
        archive = new Archive(dir).folders(StoreKind.MAILDIR, "md");
        archive.maildir("md");
        archive.write("md/cur/1:2,S", Archive.mail("apple", "one@x"));
        archive.write("md/new/2", Archive.mail("berry", "two@x"));
        Files.createDirectory(dir.resolve("md/new/3"));
        archive.index();
        Path fresh = dir.resolve("md/new");
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("---------"));
        try {
            archive.write("md/cur/4:2,S", Archive.mail("cherry", "four@x"));
            Files.delete(dir.resolve("md/cur/1:2,S"));
            for (boolean fast : List.of(false, true)) {
                assertThat(archive.index(fast, false).messages()).isEqualTo(2);
                assertThat(archive.problems).extracting(Problem::kind, Problem::path).containsExactly(
                        tuple(Problem.Kind.UNREADABLE, fresh));
                assertThat(archive.search("s:berry/cherry")).containsExactlyInAnyOrder("md/new/2", "md/cur/4:2,S");
            }
        } finally {
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwx------"));
        }
        Files.delete(dir.resolve("md/new/2"));
        assertThat(archive.index(true, false).messages()).isEqualTo(1);
        assertThat(archive.problems).isEmpty();
    }
}
