package majix.formats.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import majix.formats.StoreKind;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWalkTest {
    private static final StoreKind MAILDIR = StoreKind.MAILDIR;

    @TempDir
    private Path base;
    private Tree tree;

    @BeforeEach
    void plant() {
        tree = new Tree(base);
    }

    @Test
    void namesAreRelativeToTheBaseOrAbsolute() throws IOException {
        tree.maildirs("md", "sub/deep");
        assertThat(tree.names(MAILDIR, "md", "./sub/../sub/deep/", base + "/md", base + "/sub//deep"))
                .containsExactly("md", "sub/deep");
        assertThat(tree.problems()).isEmpty();
    }

    @Test
    void anEmptyElementIsTheBaseItself() throws IOException {
        tree.maildirs("", ".sent", ".sent/inner");
        assertThat(tree.names(MAILDIR, "")).containsExactly("");
        assertThat(tree.names(MAILDIR, "...")).containsExactly("", ".sent", ".sent/inner");
    }

    @Test
    void wildcardsWorkInTheLastComponentOnly() throws IOException {
        tree.maildirs("fooa", "foob", "food", ".foo", "x/fooa", "*/foo");
        assertThat(tree.names(MAILDIR, "foo[a-b]")).containsExactly("fooa", "foob");
        assertThat(tree.names(MAILDIR, "?oo?")).containsExactly("fooa", "foob", "food");
        assertThat(tree.names(MAILDIR, "*foo*")).containsExactly(".foo", "fooa", "foob", "food");
        assertThat(tree.names(MAILDIR, "*/f*")).containsExactly("*/foo");
        assertThat(tree.names(MAILDIR, base + "/x/*")).containsExactly("x/fooa");
        assertThat(tree.names(MAILDIR, "x/*", "*...")).containsExactly("x/fooa", "*/foo", ".foo", "fooa", "foob",
                "food");
    }

    @Test
    void namesWithBracketsAreFoundAsTheyAre() throws IOException {
        tree.maildirs("a[1]", "a1");
        assertThat(tree.names(MAILDIR, "a[1]")).containsExactly("a1", "a[1]");
    }

    @Test
    void dotsRecurse() throws IOException {
        tree.maildirs("mail/a", "mail/a/b", "mail/.c", "mail/deep/er/d", "other");
        tree.file("mail/a/cur/x/cur/y", "");
        assertThat(tree.names(MAILDIR, "mail...")).containsExactly("mail/.c", "mail/a", "mail/a/b", "mail/deep/er/d");
        assertThat(tree.names(MAILDIR, "mail/...", "mail/a...")).hasSize(4);
        assertThat(tree.problems()).isEmpty();
    }

    @Test
    void omittedFoldersAreLeftOutAndSearched() throws IOException {
        tree.maildirs("md", "sub/a", "sub/a/b", "sub/c");
        assertThat(tree.omit("sub/a", "md").names(MAILDIR, "md", "sub...")).containsExactly("sub/a/b", "sub/c");
        assertThat(tree.omit("sub/**").names(MAILDIR, "md", "sub...")).containsExactly("md");
        assertThat(tree.omit("sub/*").names(MAILDIR, "sub...")).containsExactly("sub/a/b");
        assertThat(tree.omit("sub/*").names(MAILDIR, base + "/sub...")).hasSize(3);
        assertThat(tree.omit(base + "/sub/*").names(MAILDIR, base + "/sub...")).containsExactly("sub/a/b");
    }

    @Test
    void cyclesEndAndAFolderIsGivenOnce() throws IOException {
        tree.maildirs("tree/a");
        tree.link("tree/a/up", "..");
        tree.link("tree/self", ".");
        tree.link("alias", "tree/a");
        assertThat(tree.names(MAILDIR, "tree...")).containsExactly("tree/a");
        assertThat(tree.names(MAILDIR, "alias", "tree/a", "./tree/a", "tree...")).containsExactly("alias");
        tree.link("elsewhere", "tree");
        assertThat(tree.names(MAILDIR, "elsewhere...")).containsExactly("elsewhere/a");
    }

    @Test
    void missingFoldersAreTold() throws IOException {
        tree.maildirs("md");
        assertThat(tree.names(MAILDIR, "nosuch", "md", "no/such...", "no*", "nowhere/*")).containsExactly("md");
        assertThat(tree.problems()).containsExactly("MISSING nosuch: folder path does not exist",
                "MISSING no/such: folder path does not exist", "MISSING no*: wildcard \"no*\" matched nothing",
                "MISSING nowhere/*: folder path does not exist");
    }

    @Test
    void foldersOfAnotherKindAreTold() throws IOException {
        tree.file("plain/x", "");
        tree.file("box", "");
        assertThat(tree.names(MAILDIR, "plain", "plain...", "plai*", "box")).isEmpty();
        assertThat(tree.problems()).containsExactly("MISSING plain: not a Maildir (no cur, new and tmp)",
                "MISSING box: not a Maildir (no cur, new and tmp)");
        assertThat(tree.names(StoreKind.MH, "plain")).isEmpty();
        assertThat(tree.problems()).containsExactly("MISSING plain: not an MH folder (no numbered files)");
    }

    @Test
    void mboxesAreFilesNamedOrBelow() throws IOException {
        tree.file("mbox/a", "");
        tree.file("mbox/sub/b", "");
        tree.file("c", "");
        assertThat(tree.names(StoreKind.MBOX, "c", "c...", "mbox/*")).containsExactly("c", "mbox/a");
        assertThat(tree.names(StoreKind.MBOX, "mbox...")).containsExactly("mbox/a", "mbox/sub/b");
        assertThat(tree.names(StoreKind.MBOX, "mbox")).isEmpty();
        assertThat(tree.problems()).hasSize(1);
    }

    @Test
    void mboxesBehindLinksAreReadIfWanted() throws IOException {
        tree.file("real/a", "");
        tree.file("mbox/b", "");
        tree.link("mbox/link", "../real/a");
        tree.link("mbox/nowhere", "../nosuch");
        tree.link("mbox/loop", ".");
        assertThat(tree.names(StoreKind.MBOX, "mbox...")).containsExactly("mbox/b");
        assertThat(tree.problems()).isEmpty();
        assertThat(tree.followMboxLinks().names(StoreKind.MBOX, "mbox...")).containsExactly("mbox/b", "mbox/link");
    }

    @Test
    void unreadableDirectoriesAreTold() throws IOException {
        tree.maildirs("locked/md");
        Files.setPosixFilePermissions(base.resolve("locked"), PosixFilePermissions.fromString("---------"));
        try {
            if (Files.isReadable(base.resolve("locked"))) {
                Assumptions.abort("this user may read everything");
            }
            assertThat(tree.names(MAILDIR, "locked...", "locked/md")).isEmpty();
            assertThat(tree.problems()).containsExactly("UNREADABLE locked: permission denied",
                    "UNREADABLE locked/md: permission denied");
        } finally {
            Files.setPosixFilePermissions(base.resolve("locked"), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void aCompressedFileBelowCountsAsAnyOther() {
        tree.file("mbox/a.gz", "");
        assertThat(tree.names(StoreKind.MBOX, "mbox/*.gz")).containsExactly("mbox/a.gz");
    }
}
