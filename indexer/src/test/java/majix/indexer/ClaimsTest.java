package majix.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import majix.formats.FolderSpec;
import majix.formats.StoreKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Directories and files that are named as folders of several kinds: every message is found, and once.
class ClaimsTest {
    @TempDir
    Path dir;
    private Archive archive;

    @BeforeEach
    void aMaildirWithOtherMail() throws IOException {
        archive = new Archive(dir);
        archive.maildir("q/md");
        archive.write("q/md/cur/1:2,S", Archive.mail("apple", "one@x"));
        archive.write("q/md/1", Archive.mail("berry", "two@x"));
        archive.write("q/md/box", Archive.inMbox(Archive.mail("cherry", "three@x")));
        archive.write("q/up.eml", Archive.mail("date", "four@x"));
    }

    private List<String> all() throws IOException {
        return archive.search("~nothing").stream().sorted().toList();
    }

    private void check(IndexReport report) throws IOException {
        assertThat(archive.index()).isEqualTo(report);
        assertThat(archive.index()).isEqualTo(new IndexReport(0, 0, 0, report.messages(), 0));
        assertThat(IndexCheck.run(archive.index, Duration.ZERO).damaged()).isFalse();
    }

    @Test
    void aTreeHasWhatAMaildirInItHasNot() throws IOException {
        archive.folders(StoreKind.FILES, "q").folders(StoreKind.MAILDIR, "q...");
        check(new IndexReport(4, 0, 0, 4, 0));
        assertThat(all()).containsExactly("q/md/1", "q/md/box@50", "q/md/cur/1:2,S", "q/up.eml");
        assertThat(archive.search("F:s")).containsExactly("q/md/cur/1:2,S");
        assertThat(archive.search("p:q/md/1", "s:~nothing")).containsExactly("q/md/1");
        assertThat(Files.readAllLines(archive.index.resolve("folders"))).containsExactly(dir + "/q", dir + "/q/md",
                dir + "/q/md/tmp");
        try (MailIndex open = MailIndex.open(archive.index)) {
            Hits hits = open.search(Archive.parse("s:berry"), false);
            assertThat(new String(hits.path(0), java.nio.charset.StandardCharsets.UTF_8)).isEqualTo(dir + "/q/md/1");
            assertThat(open.status().folders()).extracting(IndexStatus.Folder::messages).containsExactly(1L, 3L, 0L);
        }

        archive.append("q/md/box", Archive.inMbox(Archive.mail("elder", "five@x")));
        Files.move(dir.resolve("q/md/cur/1:2,S"), dir.resolve("q/md/cur/1:2,FS"));
        check(new IndexReport(1, 0, 1, 5, 0));
        archive.noFolders().folders(StoreKind.MAILDIR, "q...");
        check(new IndexReport(0, 4, 0, 1, 0));
        archive.noFolders().folders(StoreKind.FILES, "q");
        check(new IndexReport(5, 1, 0, 5, 0));
    }

    @Test
    void aDirectoryMayBeOfAllKinds() throws IOException {
        Files.move(dir.resolve("q/md"), dir.resolve("q/m\u00fcll"));
        archive.write("q/m\u00fcll/.mh_sequences", "flagged: 1\n");
        archive.folders(StoreKind.MAILDIR, "q...").folders(StoreKind.MH, "q...").folders(StoreKind.FILES, "q");
        check(new IndexReport(4, 0, 0, 4, 0));
        assertThat(all()).containsExactly("q/m\u00fcll/1", "q/m\u00fcll/box@50", "q/m\u00fcll/cur/1:2,S", "q/up.eml");
        assertThat(archive.search("F:f")).containsExactly("q/m\u00fcll/1");
        assertThat(archive.search("p:m\u00fcll/box", "s:~nothing")).containsExactly("q/m\u00fcll/box@50");
        Files.delete(dir.resolve("q/m\u00fcll/1"));
        check(new IndexReport(0, 1, 0, 3, 0));
    }

    /// The same name in two folders of one directory: each of them changes alone.
    @Test
    void aMessageThatChangesTakesTheOnePlaceItHad() throws IOException {
        Files.move(dir.resolve("q/md/cur/1:2,S"), dir.resolve("q/md/cur/1"));
        archive.write("q/md/.mh_sequences", "");
        archive.folders(StoreKind.MAILDIR, "q/md").folders(StoreKind.MH, "q/md").folders(StoreKind.FILES, "q/md");
        check(new IndexReport(3, 0, 0, 3, 0));
        archive.write("q/md/1", Archive.mail("changed berry", "two@x"));
        check(new IndexReport(1, 1, 0, 3, 0));
        assertThat(all()).containsExactly("q/md/1", "q/md/box@50", "q/md/cur/1");
        assertThat(archive.search("s:changed")).containsExactly("q/md/1");
        archive.write("q/md/cur/1", Archive.mail("changed apple", "one@x"));
        check(new IndexReport(1, 1, 0, 3, 0));
        assertThat(all()).containsExactly("q/md/1", "q/md/box@50", "q/md/cur/1");
        assertThat(archive.search("s:apple")).containsExactly("q/md/cur/1");
    }

    @Test
    void aTreeHasNoMboxThatIsNamedItself() throws IOException {
        Files.createSymbolicLink(dir.resolve("alias"), dir.resolve("q/md"));
        archive.folders(StoreKind.MBOX, "alias/box").folders(StoreKind.FILES, "q/md");
        check(new IndexReport(3, 0, 0, 3, 0));
        assertThat(all()).containsExactly("alias/box@50", "q/md/1", "q/md/cur/1:2,S");
    }

    @Test
    void aLookKnowsFoldersOfTwoKinds() throws IOException {
        archive.folders(StoreKind.MAILDIR, "q/md").folders(StoreKind.MH, "q/md");
        for (String each : List.of("q/md", "q/md/cur", "q/md/new")) {
            Files.setLastModifiedTime(dir.resolve(each), FileTime.fromMillis(1_710_000_000_000L));
        }
        archive.index();
        List<FolderSpec> folders = List.of(
                new FolderSpec(StoreKind.MAILDIR, dir, List.of("q/md"), List.of(), false),
                new FolderSpec(StoreKind.MH, dir, List.of("q/md"), List.of(), false));
        assertThat(Glance.nothingNew(archive.index, folders)).isTrue();
        archive.write("q/md/2", Archive.mail("fig", "six@x"));
        assertThat(Glance.nothingNew(archive.index, folders)).isFalse();
    }

    /// A wildcard of mboxes takes in what is none.
    @Test
    void aFileThatIsNoMboxIsLeftToOthers() throws IOException {
        archive.write("q/box", Archive.inMbox(Archive.mail("elder", "five@x")));
        archive.folders(StoreKind.MBOX, "q/*").folders(StoreKind.FILES, "q");
        check(new IndexReport(5, 0, 0, 5, 0));
        assertThat(all()).containsExactly("q/box@50", "q/md/1", "q/md/box@50", "q/md/cur/1:2,S", "q/up.eml");
        archive.write("q/up.eml", Archive.inMbox(Archive.mail("fig", "six@x")));
        check(new IndexReport(1, 1, 0, 5, 0));
        assertThat(archive.search("s:fig")).containsExactly("q/up.eml@50");
        archive.write("q/up.eml", Archive.mail("date", "four@x"));
        check(new IndexReport(1, 1, 0, 5, 0));
        assertThat(archive.search("s:date")).containsExactly("q/up.eml");
    }
}
