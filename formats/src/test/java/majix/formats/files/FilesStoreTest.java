package majix.formats.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import majix.formats.MessageBytes;
import majix.formats.StoreKind;
import majix.formats.faults.Fault;
import majix.formats.faults.FaultyDisk;
import majix.formats.mbox.Compression;
import majix.formats.mbox.CompressionTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Trees of files that are told by what is in them.
class FilesStoreTest {
    private static final String FROM = "From ann@example.org Mon Mar  2 10:00:00 2020\n";

    @TempDir
    private Path base;
    private Tree tree;

    @BeforeEach
    void plant() {
        tree = new Tree(base);
    }

    @Test
    void eachDirectoryIsAContainer() throws IOException {
        tree.file("tree/a/b/1.eml", "Subject: one\n\n");
        tree.file("tree/2.eml", "Subject: two\n\n");
        tree.link("tree/a/again", "..");
        assertThat(tree.names(StoreKind.FILES, "tree")).containsExactly("tree", "tree/a", "tree/a/b");
        assertThat(tree.omit("tree/a").names(StoreKind.FILES, "tree")).containsExactly("tree", "tree/a/b");
    }

    @Test
    void filesAreToldByTheirContent() throws IOException {
        tree.file("t/box", FROM + "Subject: a\n\n" + FROM + "Subject: b\n\n");
        tree.file("t/mmdf", "\1\1\1\1\nSubject: c\n\n\1\1\1\1\n");
        tree.file("t/mail", "Subject: d\nTo: e\n\n" + FROM + "x\n");
        tree.file("t/text", "nothing like mail\n");
        tree.file("t/empty", "");
        assertThat(tree.contents(true, StoreKind.FILES, "t")).containsExactly("MBOX t/box: Subject: a | Subject: b",
                "MBOX t/empty: ", "MBOX t/mmdf: Subject: c", "MESSAGE t/mail: Subject: d~To: e~~Fr",
                "NOT_MAIL t/text: ");
        assertThat(tree.problems()).containsExactly("NOT_MAIL t/text: no mail");
    }

    @ParameterizedTest
    @EnumSource
    void compressedFilesToo(Compression form) throws IOException {
        tree.file("t/box", CompressionTest.compressed(form, FROM + "Subject: a\n\n" + FROM + "Subject: b\n\n"));
        tree.file("t/huge", CompressionTest.compressed(form, "Subject: c\n\n" + "x\n".repeat(2_100_000)));
        tree.file("t/mail", CompressionTest.compressed(form, "Subject: d\n\n"));
        tree.file("t/text", CompressionTest.compressed(form, "nothing like mail\n"));
        assertThat(tree.contents(true, StoreKind.FILES, "t")).containsExactly("MBOX t/box: Subject: a | Subject: b",
                "MESSAGE t/huge: Subject: c~~x~x~x~x", "MESSAGE t/mail: Subject: d", "NOT_MAIL t/text: ");
    }

    /// One too large for memory, of which the first line alone is no mail.
    @Test
    void whatADiskDoesNotGiveMakesNoOtherFileOfIt() throws IOException {
        String line = "words: in a line\n";
        Path mail = tree.file("t/mail", line + "Subject: d\n\n" + "x\n".repeat(MessageBytes.IN_MEMORY / 2));
        FaultyDisk disk = FaultyDisk.sound(Fault.ERROR);
        disk.breakAt(mail, line.length());
        Tree broken = new Tree(disk.path(base));
        assertThatThrownBy(() -> broken.contents(true, StoreKind.FILES, "t")).hasMessage("Input/output error");
        assertThat(broken.problems()).isEmpty();
        assertThat(tree.contents(true, StoreKind.FILES, "t")).containsExactly("MESSAGE t/mail: words: in a line~Sub");
    }

    @Test
    void directoriesInAListingWithoutStampsAreNoMail() throws IOException {
        tree.file("t/sub/mail", "Subject: d\n\n");
        assertThat(tree.contents(false, StoreKind.FILES, "t")).containsExactly("MESSAGE t/sub/mail: Subject: d",
                "NOT_MAIL t/sub: ");
    }
}
