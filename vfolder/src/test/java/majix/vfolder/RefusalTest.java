package majix.vfolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import majix.formats.MessageRef;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RefusalTest {
    @TempDir
    Path root;
    private Mail mail;
    private MessageRef apple;

    @BeforeEach
    void writeMail() throws IOException {
        root = root.toRealPath();
        mail = new Mail(root);
        apple = mail.file("mail/md/cur/1.host:2,S");
        Files.createDirectory(root.resolve("mail/md/new"));
    }

    private void refused(VFolderKind kind, String reason) {
        assertThatThrownBy(() -> mail.search(kind, List.of(apple))).isInstanceOf(FolderRefusedException.class)
                .hasMessageContaining(reason).satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail/md", "mail", "mail/md/cur", "mail/md/sub", "mail/./md", "mail/md/../md", "link",
            "up/md", "up", "link/sub"})
    void aSourceItsParentAndItsChildAreRefusedAlsoWithForce(String target) throws IOException {
        Files.createSymbolicLink(root.resolve("link"), Path.of("mail/md"));
        Files.createSymbolicLink(root.resolve("up"), root.resolve("mail"));
        VFolder.Options options = new VFolder.Options(false, false, true, List.of(root.resolve("mail/md")));

        assertThatThrownBy(() -> VFolder.open(VFolderKind.MAILDIR, root.resolve(target), options))
                .isInstanceOf(FolderRefusedException.class).hasMessageContaining("indexed folder")
                .hasMessageContaining("Name another folder");
    }

    @Test
    void aSourceThatIsALinkToTheTargetIsASource() throws IOException {
        Files.createSymbolicLink(root.resolve("link"), root.resolve("vf"));
        Files.createDirectory(mail.target);
        mail.sources = Set.of(root.resolve("link"));

        refused(VFolderKind.MH, "is an indexed folder");
    }

    @ParameterizedTest
    @EnumSource
    void theDirectoryOfTheIndexIsRefusedAlsoWithForce(VFolderKind kind) throws IOException {
        mail.write("db/segments_1", "index");
        Files.createSymbolicLink(root.resolve("link"), root.resolve("db"));
        VFolder.Options options = new VFolder.Options(false, false, true, List.of(), root.resolve("db"));
        for (String target : List.of("db", "db/results", "link", "link/results")) {
            assertThatThrownBy(() -> VFolder.open(kind, root.resolve(target), options))
                    .isInstanceOf(FolderRefusedException.class).hasMessageContaining(" lies where the index is. ");
        }
        VFolder.open(kind, root.resolve("db2"), options).close();
    }

    @Test
    void aSubFolderOfAMaildirIsNoPartOfIt() throws IOException {
        VFolder.Options options = new VFolder.Options(false, false, false, List.of(root.resolve("mail/md")));
        try (VFolder folder = VFolder.open(VFolderKind.MAILDIR, root.resolve("mail/md/.search"), options)) {
            folder.add(apple, Set.of());
            assertThat(folder.finish().messages()).isEqualTo(1);
        }
    }

    @Test
    void aMaildirWithMailIsRefusedAndForceWritesBesideIt() throws IOException {
        mail.write("vf/cur/real.host:2,S", Mail.text("real"));
        mail.write("vf/notes.txt", "x");

        refused(VFolderKind.MAILDIR, mail.target + " holds what majix did not write (cur/real.host:2,S). ");
        assertThat(mail.tree()).containsExactly("cur/", "cur/real.host:2,S", "notes.txt");

        mail.force = true;
        mail.search(VFolderKind.MAILDIR, List.of(apple));
        mail.force = false;
        mail.search(VFolderKind.MAILDIR, List.of());
        assertThat(mail.tree()).containsExactly("cur/", "cur/real.host:2,S", "new/", "notes.txt", "tmp/");
    }

    @Test
    void aDirectoryWithNumberedFilesIsRefused() throws IOException {
        mail.write("vf/2023", "a");
        mail.write("vf/notes.txt", "b");

        refused(VFolderKind.MH, "did not write (2023)");
        assertThat(mail.tree()).containsExactly("2023", "notes.txt");

        mail.force = true;
        mail.search(VFolderKind.MH, List.of(apple));
        assertThat(mail.tree()).containsExactly("1", "2023", "notes.txt");
        assertThat(mail.target.resolve("2023")).content().isEqualTo("a");
    }

    @Test
    void aFileIsNoDirectory() throws IOException {
        mail.write("vf", "precious\n");
        mail.force = true;

        refused(VFolderKind.MAILDIR, "is a file");
        refused(VFolderKind.MH, "is a file");
        assertThat(mail.target).content().isEqualTo("precious\n");
    }

    @Test
    void aDirectoryIsNoMbox() throws IOException {
        Files.createDirectory(mail.target);

        refused(VFolderKind.MBOX, "is no file");
    }

    @Test
    void aLinkToNothingIsRefused() throws IOException {
        Files.createSymbolicLink(mail.target, root.resolve("unmounted"));

        refused(VFolderKind.MAILDIR, "symbolic link to nothing");
    }

    @Test
    void anEmptyDirectoryAndAnEmptyMaildirAreTaken() throws IOException {
        Files.createDirectory(mail.target);
        mail.search(VFolderKind.MAILDIR, List.of(apple));
        assertThat(mail.shown()).hasSize(1);

        Mail other = new Mail(Files.createDirectory(root.resolve("other")));
        Files.createDirectories(other.target.resolve("cur"));
        Files.createDirectories(other.target.resolve("new"));
        other.search(VFolderKind.MAILDIR, List.of(apple));
        assertThat(other.shown()).hasSize(1);
    }

    @Test
    void aMaildirThatMairixMadeIsTakenOver() throws IOException {
        Files.createDirectories(mail.target.resolve("cur"));
        Files.createDirectories(mail.target.resolve("new"));
        Files.createDirectories(mail.target.resolve("tmp"));
        Files.createSymbolicLink(mail.target.resolve("cur/123456789.0.mairix:2,S"), apple.path());
        Files.createSymbolicLink(mail.target.resolve("new/123456789.17.mairix"), root.resolve("gone"));
        mail.write("vf/new/123456789.18.mairix", "X-source-folder: /box\n");

        mail.search(VFolderKind.MAILDIR, List.of());

        assertThat(mail.tree()).containsExactly("cur/", "new/", "tmp/");
    }

    @Test
    void whatMairixMadeWithSomethingElseInItIsRefused() throws IOException {
        Files.createDirectories(mail.target.resolve("cur"));
        Files.createSymbolicLink(mail.target.resolve("cur/123456789.0.mairix:2,S"), apple.path());
        mail.write("vf/new/7.host", Mail.text("mine"));

        refused(VFolderKind.MAILDIR, "majix did not write");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "rubbish\n", "majix-vfolder 1 MAILDIR\n",
            "majix-vfolder 1 MAILDIR\nab 123456789.ab.mairix\n",
            "majix-vfolder 1 MAILDIR\nab 123456789.ab.mairix\n1/000000000001\n0ff\n",
            "majix-vfolder 1 MAILDIR\nab mine.host\n1\n", "majix-vfolder 2 MAILDIR\n0\n"})
    void aDamagedManifestIsToldAndForceTakesTheFolderOver(String manifest) throws IOException {
        mail.search(VFolderKind.MAILDIR, List.of(apple));
        mail.write("vf/cur/mine.host", Mail.text("mine"));
        mail.write("vf/.majix", manifest);

        refused(VFolderKind.MAILDIR, "damaged list");
        assertThat(mail.shown()).hasSize(2);

        mail.force = true;
        mail.search(VFolderKind.MAILDIR, List.of());
        assertThat(mail.shown()).containsExactly("cur mine");
    }

    /// What a failure of the power leaves of the list of a folder with nothing of anybody else in it.
    @ParameterizedTest
    @ValueSource(strings = {"", "\0\0\0\0", "majix-vfolder 1 MAILDIR\nab 12345"})
    void aDamagedManifestOfAFolderThatIsAllMajixsIsMadeAnew(String manifest) throws IOException {
        mail.search(VFolderKind.MAILDIR, List.of(apple));
        mail.write("vf/.majix", manifest);

        mail.search(VFolderKind.MAILDIR, List.of(apple));

        assertThat(mail.shown()).hasSize(1);
        assertThat(mail.target.resolve(".majix")).content().startsWith("majix-vfolder 1 MAILDIR\n").endsWith("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", "X-sour"})
    void emptyFilesWithNumbersAreForeignWhereMajixNeverWas(String left) throws IOException {
        mail.write("vf/1", left);

        refused(VFolderKind.MH, "did not write (1)");

        mail.write("vf/.majix", "majix-vf");
        mail.search(VFolderKind.MH, List.of());
        assertThat(mail.tree()).isEmpty();
    }
}
