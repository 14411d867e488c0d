package majix.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import majix.formats.FolderSpec;
import majix.formats.Problem;
import majix.formats.StoreKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GlanceTest {
    @TempDir
    Path dir;
    private Archive archive;
    private List<FolderSpec> folders = List.of();

    @BeforeEach
    void oldMail() throws IOException {
        archive = new Archive(dir).folders(StoreKind.MAILDIR, "md", "second").folders(StoreKind.MBOX, "box*")
                .folders(StoreKind.MH, "mh");
        archive.maildir("md");
        archive.maildir("second");
        archive.write("md/cur/1.host:2,S", Archive.mail("apple", "one@x"));
        archive.write("md/new/2.host", Archive.mail("banana", "two@x"));
        archive.write("box1", Archive.inMbox(Archive.mail("cherry", "three@x")));
        archive.write("box2", "no mail\n");
        archive.write("mh/1", Archive.mail("date", "four@x"));
        age();
        archive.index();
        folders = List.of(spec(StoreKind.MAILDIR, "md", "second"), spec(StoreKind.MBOX, "box*"),
                spec(StoreKind.MH, "mh"));
    }

    private FolderSpec spec(StoreKind kind, String... names) {
        return new FolderSpec(kind, dir, List.of(names), List.of(), false);
    }

    /// A directory changed just now is not trusted.
    private void age() throws IOException {
        try (Stream<Path> all = Files.walk(dir)) {
            for (Path path : all.filter(Files::isDirectory).toList()) {
                Files.setLastModifiedTime(path, FileTime.fromMillis(1_600_000_000_000L));
            }
        }
    }

    private boolean nothingNew() throws IOException {
        return Glance.nothingNew(archive.index, folders);
    }

    @Test
    void anUnchangedArchiveHasNothingNew() throws IOException {
        assertThat(nothingNew()).isTrue();
        assertThat(archive.index(true, false)).isEqualTo(new IndexReport(0, 0, 0, 4, 0));
        assertThat(nothingNew()).isTrue();
    }

    @Test
    void aNewMessageIsNew() throws IOException {
        archive.write("second/new/3.host", Archive.mail("elder", "five@x"));
        assertThat(nothingNew()).isFalse();
        archive.index(true, false);
        assertThat(archive.search("s:elder")).hasSize(1);
    }

    @Test
    void aRenamedMessageIsNew() throws IOException {
        Files.move(dir.resolve("md/new/2.host"), dir.resolve("md/cur/2.host:2,S"));
        assertThat(nothingNew()).isFalse();
    }

    /// The clock was set back: a delivery has a time before one that is known.
    @Test
    void aDeliveryWithAnEarlierTimeIsNew() throws IOException {
        time("md/cur", 1_650_000_000_000L);
        time("mh", 1_640_000_000_000L);
        archive.write("mh/.mh_sequences", "unseen: 1\n");
        time("mh/.mh_sequences", 1_650_000_000_000L);
        time("mh", 1_640_000_000_000L);
        archive.index();
        assertThat(nothingNew()).isTrue();
        archive.write("md/new/3.host", Archive.mail("plum", "five@x"));
        time("md/new", 1_640_000_000_000L);
        assertThat(nothingNew()).isFalse();
        archive.index(true, false);
        assertThat(archive.search("s:plum")).hasSize(1);
        assertThat(nothingNew()).isTrue();
        archive.write("mh/2", Archive.mail("plum", "six@x"));
        time("mh", 1_645_000_000_000L);
        assertThat(nothingNew()).isFalse();
        archive.index(true, false);
        assertThat(archive.search("s:plum")).hasSize(2);
    }

    private void time(String name, long millis) throws IOException {
        Files.setLastModifiedTime(dir.resolve(name), FileTime.fromMillis(millis));
    }

    @Test
    void aGrownMboxIsNew() throws IOException {
        archive.append("box1", Archive.inMbox(Archive.mail("fig", "six@x")));
        assertThat(nothingNew()).isFalse();
        archive.index(true, false);
        assertThat(nothingNew()).isTrue();
    }

    @Test
    void anMboxOfTheSameSizeAndAnotherTimeIsNew() throws IOException {
        archive.write("box2", "no email");
        assertThat(nothingNew()).isFalse();
    }

    @Test
    void anMboxWrittenAnewWithItsOldTimeIsNew() throws IOException {
        FileTime time = Files.getLastModifiedTime(dir.resolve("box1"));
        Files.writeString(dir.resolve("box1"), Archive.inMbox(Archive.mail("dragon", "three@x")));
        Files.setLastModifiedTime(dir.resolve("box1"), time);
        assertThat(nothingNew()).isFalse();
        archive.index(true, false);
        assertThat(archive.search("s:dragon")).hasSize(1);
        assertThat(nothingNew()).isTrue();
    }

    @Test
    void aNewOrVanishedFolderIsNew() throws IOException {
        archive.write("box3", Archive.inMbox(Archive.mail("grape", "seven@x")));
        assertThat(nothingNew()).isFalse();
        Files.delete(dir.resolve("box3"));
        assertThat(nothingNew()).isTrue();
        Files.delete(dir.resolve("box1"));
        assertThat(nothingNew()).isFalse();
    }

    /// So much is left that no merge takes what was deleted away.
    @Test
    void aFolderThatWasTakenAwayIsForgotten() throws IOException {
        for (int i = 10; i < 40; i++) {
            archive.write("md/cur/" + i + ".host:2,S", Archive.mail("kiwi " + i, i + "@x"));
        }
        age();
        archive.rebuild();
        archive.noFolders().folders(StoreKind.MAILDIR, "md").folders(StoreKind.MBOX, "box*").folders(StoreKind.MH,
                "mh");
        folders = List.of(spec(StoreKind.MAILDIR, "md"), folders.get(1), folders.get(2));
        assertThat(nothingNew()).isFalse();
        Files.delete(dir.resolve("box1"));
        assertThat(archive.index()).isEqualTo(new IndexReport(0, 1, 0, 33, 0));
        assertThat(nothingNew()).isTrue();
        assertThat(names()).containsExactly("box2", "md", "mh");
        assertThat(Files.readString(archive.index.resolve(FolderNames.NAME))).doesNotContain("box1", "second");
        List<Path> before = IndexCopies.files(archive.index);
        assertThat(archive.index()).isEqualTo(new IndexReport(0, 0, 0, 33, 0));
        assertThat(IndexCopies.files(archive.index)).isEqualTo(before);
        assertThat(IndexCheck.run(archive.index, Duration.ZERO).findings()).isEmpty();
    }

    private List<String> names() throws IOException {
        try (MailIndex open = MailIndex.open(archive.index)) {
            return open.folders().stream().map(path -> dir.relativize(path).toString()).toList();
        }
    }

    @Test
    void whatIsToBeToldIsLeftToARun() throws IOException {
        folders = List.of(folders.get(0), folders.get(1), folders.get(2), spec(StoreKind.MBOX, "gone"));
        assertThat(nothingNew()).isFalse();
    }

    @Test
    void anMboxNamedByItselfThatIsNoneIsToldByEachRun() throws IOException {
        Path notes = archive.write("notes", "buy milk\n");
        archive.folders(StoreKind.MBOX, "notes");
        folders = List.of(folders.get(0), folders.get(1), folders.get(2), spec(StoreKind.MBOX, "notes"));
        for (boolean fast : new boolean[]{false, false, true}) {
            assertThat(archive.index(fast, false)).isEqualTo(new IndexReport(0, 0, 0, 4, 0));
            assertThat(archive.problems).contains(new Problem(Problem.Kind.MISSING, notes,
                    "no mbox: no separator line at its start"));
            assertThat(nothingNew()).isFalse();
            try (MailIndex open = MailIndex.open(archive.index)) {
                assertThat(open.status().skipped()).extracting(Skipped::kind, Skipped::path).containsExactly(
                        tuple(Problem.Kind.NOT_MAIL, dir.resolve("box2")), tuple(Problem.Kind.MISSING, notes));
            }
        }
        archive.write("notes", Archive.inMbox(Archive.mail("milk", "nine@x")));
        archive.index();
        assertThat(archive.problems).isEmpty();
        assertThat(nothingNew()).isTrue();
    }

    @Test
    void filesOfUnknownKindsAreLeftToARun() throws IOException {
        archive.write("loose/1.eml", Archive.mail("hazel", "eight@x"));
        archive.folders(StoreKind.FILES, "loose").index();
        folders = List.of(folders.get(0), folders.get(1), folders.get(2), spec(StoreKind.FILES, "loose"));
        assertThat(nothingNew()).isFalse();
    }

    @Test
    void aDirectoryThatChangedAsItWasListedIsNotTrusted() throws IOException {
        Files.setLastModifiedTime(dir.resolve("md/cur"), FileTime.from(java.time.Instant.now()));
        archive.index(true, false);
        assertThat(nothingNew()).isFalse();
    }

    @Test
    void withoutAnIndexAllIsNew() throws IOException {
        assertThat(Glance.nothingNew(dir.resolve("none"), folders)).isFalse();
    }
}
