package majix.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import majix.formats.Checkpoint;
import majix.formats.Entry;
import majix.formats.FolderSpec;
import majix.formats.Problem;
import majix.formats.StoreKind;
import majix.query.Field;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndexerTest {
    @TempDir
    Path dir;
    private Archive archive;

    @BeforeEach
    void standardArchive() throws IOException {
        archive = new Archive(dir).folders(StoreKind.MAILDIR, "md");
        archive.maildir("md");
        archive.write("md/cur/1.host:2,S", Archive.mail("apple", "one@x"));
        archive.write("md/cur/2.host:2,RF", Archive.mail("banana", "two@x"));
        archive.write("md/new/3.host", Archive.mail("cherry", "three@x", "In-Reply-To: <one@x>\n"));
    }

    @Test
    void everyExampleOfAFieldFindsItsMessage() throws IOException {
        archive.maildir("lists/dev");
        String text = "From: Alice <alice@example.org>\nTo: Alice <alice@example.org>\nCc: alice <alice@example.org>\n"
                + "Subject: meeting\nMessage-ID: <1234@example.org>\nDate: Wed, 19 Nov 2025 10:00:00 +0000\n"
                + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nbudget\n--b\n"
                + "Content-Type: application/pdf; name=report.pdf\n\nx\n--b--\n" + "y".repeat(200_000);
        archive.write("lists/dev/cur/1:2,", text);
        archive.noFolders().folders(StoreKind.MAILDIR, "lists/dev");
        archive.index();
        for (Field field : Field.values()) {
            assertThat(archive.search(field.example())).as(field.example()).containsExactly("lists/dev/cur/1:2,");
        }
    }

    @Test
    void theDirectoryIsPrivate() throws IOException {
        archive.index();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive.index))).isEqualTo("rwx------");
    }

    @Test
    void aRunThatMayReadLittleGivesUpAndChangesNothing() throws IOException {
        archive.index();
        archive.write("md/new/4.host", Archive.mail("date", "four@x"));
        archive.write("md/new/5.host", Archive.mail("elder", "five@x"));
        long both = Files.size(dir.resolve("md/new/4.host")) + Files.size(dir.resolve("md/new/5.host"));
        assertThatThrownBy(() -> archive.index(both - 1)).isInstanceOf(LongRunException.class);
        assertThat(archive.search("~nothing")).hasSize(3);
        assertThat(archive.index(both)).isEqualTo(new IndexReport(2, 0, 0, 5, 0));
        assertThat(archive.index(0)).isEqualTo(new IndexReport(0, 0, 0, 5, 0));
    }

    @Test
    void aRunThatMayReadLittleMergesLittle() throws IOException {
        archive.index();
        for (int i = 0; i < 12; i++) {
            archive.write("md/new/" + (10 + i) + ".host", Archive.mail("plum " + i, i + "@x"));
            archive.index(1000);
        }
        assertThat(segments()).isEqualTo(13);
        assertThatThrownBy(() -> archive.purge(1000)).isInstanceOf(LongRunException.class);
        assertThat(segments()).isEqualTo(13);
        archive.write("md/new/30.host", Archive.mail("plum", "30@x"));
        archive.index(1 << 20);
        assertThat(segments()).isLessThan(6);
        archive.purge(1 << 20);
        assertThat(segments()).isOne();
        archive.purge(1000);
        assertThat(archive.search("s:plum")).hasSize(13);
    }

    private int segments() throws IOException {
        try (MailIndex open = MailIndex.open(archive.index)) {
            return open.status().segments();
        }
    }

    @Test
    void ofAnMboxOnlyWhatIsNewCounts() throws IOException {
        archive.write("box", Archive.inMbox(Archive.mail("date", "four@x") + "text\n".repeat(1000)));
        archive.folders(StoreKind.MBOX, "box").index();
        archive.append("box", Archive.inMbox(Archive.mail("elder", "five@x")));
        assertThat(archive.index(1000)).isEqualTo(new IndexReport(1, 0, 0, 5, 0));
    }

    @Test
    void aSecondRunReadsNothing() throws IOException {
        assertThat(archive.index()).isEqualTo(new IndexReport(3, 0, 0, 3, 0));
        assertThat(archive.index()).isEqualTo(new IndexReport(0, 0, 0, 3, 0));
        assertThat(archive.index(true, false)).isEqualTo(new IndexReport(0, 0, 0, 3, 0));
    }

    @Test
    void onlyWholeFilesThatAreNotCompressedAndNotTinyAreKnownToBePlain() throws IOException {
        String large = Archive.mail("plum", "plum@x") + "a word or two\n".repeat(100);
        Path plain = archive.write("md/cur/4.host:2,S", large);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(dir.resolve("md/cur/5.host,S=1:2,SZ")))) {
            out.write(large.getBytes(StandardCharsets.UTF_8));
        }
        archive.write("box", Archive.inMbox(large));
        archive.folders(StoreKind.MBOX, "box").index();

        try (MailIndex index = MailIndex.open(archive.index)) {
            Hits hits = index.search(Archive.parse("s:apple/plum"), false);
            Map<String, Long> sizes = new TreeMap<>();
            for (int i = 0; i < hits.size(); i++) {
                sizes.put(dir.relativize(hits.ref(i).path()).toString(), hits.plainSize(i));
            }
            assertThat(sizes).isEqualTo(Map.of("box", -1L, "md/cur/1.host:2,S", -1L, "md/cur/4.host:2,S",
                    Files.size(plain), "md/cur/5.host,S=1:2,SZ", -1L));
        }
    }

    @Test
    void newFlagsAreTheSameMessageAndNotReadAgain() throws IOException {
        archive.index();
        Files.move(dir.resolve("md/new/3.host"), dir.resolve("md/cur/3.host:2,FS"));
        Files.move(dir.resolve("md/cur/1.host:2,S"), dir.resolve("md/cur/1.host:2,RS"));
        assertThat(archive.index()).isEqualTo(new IndexReport(0, 0, 2, 3, 0));
        assertThat(archive.search("s:cherry", "F:fs")).containsExactly("md/cur/3.host:2,FS");
        assertThat(archive.search("F:r")).containsExactly("md/cur/1.host:2,RS", "md/cur/2.host:2,RF");
        assertThat(archive.search("p:md/new/")).isEmpty();
        assertThat(archive.thread("s:apple")).containsExactly("md/cur/1.host:2,RS", "md/cur/3.host:2,FS");
    }

    @Test
    void deletedAndChangedFilesAreNoticed() throws IOException {
        archive.index();
        Files.delete(dir.resolve("md/cur/2.host:2,RF"));
        archive.write("md/cur/1.host:2,S", Archive.mail("apple pie", "one@x"));
        assertThat(archive.index()).isEqualTo(new IndexReport(1, 2, 0, 2, 0));
        assertThat(archive.search("s:pie")).containsExactly("md/cur/1.host:2,S");
        assertThat(archive.search("s:banana")).isEmpty();
        assertThat(archive.search("~nothing")).hasSize(2);
    }

    @Test
    void twoFilesWithOneBaseNameAreTwoMessages() throws IOException {
        archive.write("md/cur/1.host:2,F", Archive.mail("apple twin", "twin@x"));
        assertThat(archive.index().messages()).isEqualTo(4);
        assertThat(archive.index().added()).isLessThanOrEqualTo(2);
        assertThat(archive.search("s:apple")).containsExactlyInAnyOrder("md/cur/1.host:2,F", "md/cur/1.host:2,S");
        Files.delete(dir.resolve("md/cur/1.host:2,F"));
        archive.index();
        assertThat(archive.search("s:apple")).containsExactly("md/cur/1.host:2,S");
    }

    @Test
    void foldersThatDisappearLeaveTheIndex() throws IOException {
        archive.maildir("other");
        archive.write("other/cur/9:2,", Archive.mail("fig", "nine@x"));
        archive.folders(StoreKind.MAILDIR, "other").index();
        assertThat(archive.search("s:fig")).hasSize(1);
        archive.noFolders().folders(StoreKind.MAILDIR, "other").index();
        assertThat(archive.search("~nothing")).containsExactly("other/cur/9:2,");
        Files.move(dir.resolve("other"), dir.resolve("elsewhere"));
        archive.index();
        assertThat(archive.problems).extracting(Problem::kind).containsExactly(Problem.Kind.MISSING);
        assertThat(archive.search("~nothing")).isEmpty();
    }

    @Test
    void aGrownMboxIsReadFromItsOldEnd() throws IOException {
        archive.noFolders().folders(StoreKind.MBOX, "box");
        String one = Archive.inMbox(Archive.mail("plum one", "p1@x"));
        String two = Archive.inMbox(Archive.mail("plum two", "p2@x"));
        archive.write("box", one + two);
        assertThat(archive.index()).isEqualTo(new IndexReport(2, 0, 0, 2, 0));
        archive.append("box", Archive.inMbox(Archive.mail("plum three", "p3@x")));
        assertThat(archive.index()).isEqualTo(new IndexReport(1, 0, 0, 3, 0));
        assertThat(archive.search("s:plum")).containsExactly("box@50", "box@" + (one.length() + 50),
                "box@" + (one.length() + two.length() + 50));
    }

    @Test
    void anEditInTheMiddleOfAnMboxIsNoticed() throws IOException {
        archive.noFolders().folders(StoreKind.MBOX, "box");
        String[] mails = new String[5];
        for (int i = 0; i < mails.length; i++) {
            mails[i] = Archive.inMbox(Archive.mail("plum p" + i, i + "@x"));
        }
        archive.write("box", String.join("", mails));
        archive.index();
        mails[2] = mails[2].replace("body of plum", "text of plum");
        archive.write("box", String.join("", mails));
        archive.index();
        assertThat(archive.search("b:text")).hasSize(1);
        assertThat(archive.search("b:body")).hasSize(4);
        archive.write("box", mails[0]);
        archive.index();
        assertThat(archive.search("s:plum")).containsExactly("box@50");
    }

    /// mutt writes an mbox in place and sets its time back.
    @ParameterizedTest
    @EnumSource(names = {"MBOX", "FILES"})
    void anMboxWrittenAnewWithItsOldTimeIsNoticed(StoreKind kind) throws IOException {
        archive.noFolders().folders(kind, kind == StoreKind.MBOX ? "q/box" : "q");
        String flagged = "X-Status: F\n";
        Path box = archive.write("q/box", Archive.inMbox(Archive.mail("plum one", "p1@x", flagged))
                + Archive.inMbox(Archive.mail("plum two", "p2@x")));
        archive.index();
        assertThat(archive.search("F:f")).containsExactly("q/box@50");
        Map<String, Object> before = Files.readAttributes(box, "unix:ino,size,lastModifiedTime");
        String one = Archive.inMbox(Archive.mail("plum one", "p1@x"));
        Files.writeString(box, one + Archive.inMbox(Archive.mail("plum two", "p2@x", flagged)));
        Files.setLastModifiedTime(box, (FileTime) before.get("lastModifiedTime"));
        assertThat(Files.readAttributes(box, "unix:ino,size,lastModifiedTime")).isEqualTo(before);
        archive.index(true, false);
        assertThat(archive.search("F:f")).containsExactly("q/box@" + (one.length() + 50));
        assertThat(archive.search("s:plum")).containsExactly("q/box@50", "q/box@" + (one.length() + 50));
    }

    @ParameterizedTest
    @EnumSource(names = {"MBOX", "FILES"})
    void whatChangesNoByteOfAnMboxChangesNothing(StoreKind kind) throws IOException {
        archive.noFolders().folders(kind, kind == StoreKind.MBOX ? "q/box" : "q");
        Path box = archive.write("q/box", Archive.inMbox(Archive.mail("plum", "p1@x")));
        archive.index();
        Files.setPosixFilePermissions(box, PosixFilePermissions.fromString("rw-------"));
        Files.createLink(dir.resolve("link"), box);
        assertThat(archive.index(0)).isEqualTo(new IndexReport(0, 0, 0, 1, 0));
        String commit = commit();
        assertThat(archive.index()).isEqualTo(new IndexReport(0, 0, 0, 1, 0));
        assertThat(commit()).as("it was read once").isEqualTo(commit);
    }

    private String commit() throws IOException {
        try (Stream<Path> files = Files.list(archive.index)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("segments_"))
                    .sorted().toList().getLast();
        }
    }

    /// Else a file would be read at each run for ever, or never.
    @Test
    void anMboxInAnIndexOfOldIsReadOnce() throws IOException {
        Entry file = new Entry("", "", 1, 2, 3, 4, Set.of());
        BytesRef written = FileState.of("", FileState.What.MANY, file, Checkpoint.START).write();
        assertThat(FileState.read(written).isOf(file)).isTrue();
        assertThat(FileState.read(written).isOf(file.changedAt(5))).isFalse();
        FileState old = FileState.read(new BytesRef(written.bytes, written.offset, written.length - Long.BYTES));
        assertThat(old.isOf(file)).isFalse();
        assertThat(old.isOf(new Entry("", "", 1, 2, 3, Set.of()))).as("where there is no such time").isTrue();
    }

    @Test
    void threadsJoinSplitAndTakeAnyOrder() throws IOException {
        archive.write("md/cur/5:2,", Archive.mail("egg", "egg@x", "References: <gone@x> <bridge@x>\n"));
        archive.index();
        assertThat(archive.thread("s:egg")).containsExactly("md/cur/5:2,");
        archive.write("md/cur/6:2,", Archive.mail("fox", "bridge@x", "In-Reply-To: <THREE@X>\n"));
        archive.index();
        assertThat(archive.thread("s:egg")).containsExactly("md/cur/1.host:2,S", "md/cur/5:2,", "md/cur/6:2,",
                "md/new/3.host");
        Files.delete(dir.resolve("md/cur/6:2,"));
        archive.index();
        assertThat(archive.thread("s:egg")).containsExactly("md/cur/5:2,");
        assertThat(archive.thread("s:cherry")).containsExactly("md/cur/1.host:2,S", "md/new/3.host");
        assertThat(archive.thread("s:banana")).containsExactly("md/cur/2.host:2,RF");
    }

    @Test
    void purgingChangesNoAnswer() throws IOException {
        archive.index();
        Files.delete(dir.resolve("md/cur/2.host:2,RF"));
        archive.index(false, true);
        assertThat(archive.search("~nothing")).containsExactly("md/cur/1.host:2,S", "md/new/3.host");
    }

    @Test
    void treesOfFilesHoldWhateverIsMail() throws IOException {
        archive.noFolders().folders(StoreKind.FILES, "q");
        archive.write("q/a/one.eml", Archive.mail("apple", "one@x"));
        archive.write("q/a/box", Archive.inMbox(Archive.mail("plum", "p1@x")));
        archive.write("q/notes.txt", "buy milk\n");
        assertThat(archive.index()).isEqualTo(new IndexReport(2, 0, 0, 2, 0));
        assertThat(archive.problems).extracting(Problem::kind).containsExactly(Problem.Kind.NOT_MAIL);
        archive.append("q/a/box", Archive.inMbox(Archive.mail("plum jam", "p2@x")));
        assertThat(archive.index()).isEqualTo(new IndexReport(1, 0, 0, 3, 0));
        assertThat(archive.problems).isEmpty();
        Files.delete(dir.resolve("q/a/box"));
        archive.index();
        assertThat(archive.search("~nothing")).containsExactly("q/a/one.eml");
    }

    @Test
    void aFileThatBecomesSomethingElseIsThatAndNothingMore() throws IOException {
        archive.noFolders().folders(StoreKind.FILES, "q");
        String two = Archive.inMbox(Archive.mail("plum", "p1@x")) + Archive.inMbox(Archive.mail("plum", "p2@x"));
        String one = Archive.mail("apple", "one@x");
        for (String[] turn : new String[][]{{two, one}, {two, "1\n2\n"}, {one, two}, {"1\n2\n", one}, {two, ""}}) {
            archive.write("q/x", turn[0]);
            archive.index();
            archive.write("q/x", turn[1]);
            for (int run = 0; run < 3; run++) {
                long messages = archive.index().messages();
                assertThat(messages).as(turn[1]).isEqualTo(turn[1].equals(one) ? 1 : turn[1].equals(two) ? 2 : 0);
                assertThat(archive.search("s:apple")).hasSize(turn[1].equals(one) ? 1 : 0);
                assertThat(archive.search("s:plum")).hasSize(turn[1].equals(two) ? 2 : 0);
            }
            assertThat(IndexCheck.run(archive.index, Duration.ZERO).damaged()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MBOX", "FILES"})
    void whatCouldBeReadInPartIsToldByEachRunUntilItChanges(StoreKind kind) throws IOException {
        archive.noFolders().folders(kind, kind == StoreKind.MBOX ? "q/half" : "q");
        Random random = new Random(7);
        StringBuilder mails = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            mails.append(Archive.inMbox(Archive.mail("plum " + random.nextLong(), i + "@x") + random.nextLong()));
        }
        byte[] whole = gzip(mails.toString());
        Path half = Files.write(archive.write("q/half", ""), Arrays.copyOf(whole, whole.length / 2));
        archive.index();
        List<Problem> told = List.copyOf(archive.problems);
        assertThat(told).singleElement().satisfies(problem -> {
            assertThat(problem.path()).isEqualTo(half);
            assertThat(problem.kind()).isEqualTo(Problem.Kind.UNREADABLE);
            assertThat(problem.text()).isEqualTo("compressed data breaks off: unexpected end of zlib input stream");
        });
        int found = archive.search("s:plum").size();
        assertThat(found).isBetween(50, 150);
        for (boolean fast : new boolean[]{false, true, false}) {
            assertThat(archive.index(fast, false)).isEqualTo(new IndexReport(0, 0, 0, found, 1));
            assertThat(archive.problems).isEqualTo(told);
            assertThat(skipped()).containsExactly(half);
            assertThat(Glance.nothingNew(archive.index, List.of(new FolderSpec(kind, dir, List.of("q/half"), List.of(),
                    false)))).isFalse();
        }
        Files.write(half, whole);
        for (int run = 0; run < 2; run++) {
            assertThat(archive.index(true, false).unreadable()).isZero();
            assertThat(archive.problems).isEmpty();
            assertThat(archive.search("s:plum")).hasSize(200);
            assertThat(skipped()).isEmpty();
        }
    }

    @Test
    void oneMessageThatCouldBeReadInPartIsToldByEachRun() throws IOException {
        byte[] whole = gzip(Archive.mail("plum", "plum@x") + new Random(7).nextLong());
        Path cut = Files.write(archive.write("md/cur/4.host:2,S", ""), Arrays.copyOf(whole, whole.length - 12));
        archive.index();
        assertThat(archive.search("s:plum")).hasSize(1);
        for (int run = 0; run < 2; run++) {
            assertThat(archive.index()).isEqualTo(new IndexReport(0, 0, 0, 4, 1));
            assertThat(archive.problems).extracting(Problem::path).containsExactly(cut);
        }
        archive.noFolders().folders(StoreKind.MAILDIR, "empty");
        archive.maildir("empty");
        assertThat(archive.index().unreadable()).isZero();
        assertThat(skipped()).isEmpty();
    }

    private List<Path> skipped() throws IOException {
        try (MailIndex open = MailIndex.open(archive.index)) {
            return open.status().skipped().stream().map(Skipped::path).toList();
        }
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"box", "fifteen-bytes-x", "archive-of-january.mbox"})
    void mailThatIsGoneFromAnMboxLeavesTheIndexWhateverItsName(String name) throws IOException {
        archive.noFolders().folders(StoreKind.FILES, "q");
        String rest = Archive.inMbox(Archive.mail("plum two", "p2@x")) + Archive.inMbox(Archive.mail("fig", "p3@x"));
        archive.write("q/" + name, Archive.inMbox(Archive.mail("plum", "p1@x")) + rest);
        archive.write("q/" + name + "x", Archive.inMbox(Archive.mail("plum", "p4@x")));
        archive.index();
        archive.write("q/" + name, rest);
        archive.index();
        assertThat(archive.search("~nothing")).hasSize(3);
        assertThat(IndexCheck.run(archive.index, Duration.ZERO).findings()).isEmpty();
        Files.delete(dir.resolve("q/" + name));
        archive.index();
        assertThat(archive.search("~nothing")).containsExactly("q/" + name + "x@50");
    }

    /// As of an index of old, in which the state of a file that became one message was left beside the message.
    @Test
    void aMessageWithTheStateOfWhatItWasStays() throws IOException {
        archive.noFolders().folders(StoreKind.FILES, "q");
        Path file = archive.write("q/1", Archive.mail("plum", "p1@x"));
        archive.index();
        BytesRef folder = new BytesRef(dir.resolve("q").toString());
        LateWriter late = new LateWriter(archive.index, Duration.ZERO, false, commit(), Long.MAX_VALUE);
        IndexWriter writer = late.get();
        Inverter state = new Inverter(1 << 20, new ThreadNumbers(0));
        state.addState(folder, Keys.file(folder, "1"), new FileState("1", FileState.What.NOT_MAIL, 1, 5, 0,
                Entry.UNKNOWN, Checkpoint.START).write());
        new Segments(late, archive.index).add(state);
        writer.commit();
        late.close();
        for (int i = 0; i < 3; i++) {
            assertThat(archive.index().messages()).isOne();
            assertThat(archive.search("s:plum")).containsExactly("q/1");
            assertThat(IndexCheck.run(archive.index, Duration.ZERO).findings()).isEmpty();
        }
        assertThat(archive.index()).isEqualTo(new IndexReport(0, 0, 0, 1, 0));
        Files.delete(file);
        assertThat(archive.index()).isEqualTo(new IndexReport(0, 1, 0, 0, 0));
    }

    @Test
    void aFileThatCannotBeReadIsToldAndCounted() throws IOException {
        org.junit.jupiter.api.Assumptions.assumeFalse("root".equals(System.getProperty("user.name")),
                "root reads everything");
        Files.setPosixFilePermissions(dir.resolve("md/new/3.host"), PosixFilePermissions.fromString("---------"));
        assertThat(archive.index()).isEqualTo(new IndexReport(2, 0, 0, 2, 1));
        assertThat(archive.problems).extracting(Problem::kind).containsExactly(Problem.Kind.UNREADABLE);
    }

    @Test
    void aRunThatFindsTheIndexHeldGivesUp() throws IOException {
        archive.index();
        try (Directory directory = new NIOFSDirectory(archive.index); Lock _ = directory.obtainLock("write.lock")) {
            assertThatThrownBy(() -> Indexer.run(archive.index, List.of(),
                    new Indexer.Options(false, false, Duration.ofMillis(150), 1), _ -> {}, new Progress()))
                    .isInstanceOf(IndexBusyException.class);
            assertThat(archive.search("s:apple")).hasSize(1);
        }
    }

    @Test
    void aRunThatFindsNothingNewNeedsNoLock() throws IOException {
        Archive archive = new Archive(dir).folders(StoreKind.MBOX, "box");
        archive.write("box", Archive.inMbox(Archive.mail("plum", "1@x")));
        archive.index();
        try (Directory directory = IndexDirectory.create(archive.index);
                Lock _ = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            assertThat(archive.index()).isEqualTo(new IndexReport(0, 0, 0, 1, 0));
            archive.write("box",
                    Archive.inMbox(Archive.mail("plum", "1@x")) + Archive.inMbox(Archive.mail("fig", "2@x")));
            assertThatThrownBy(archive::index).isInstanceOf(IndexBusyException.class);
        }
        assertThat(archive.index()).isEqualTo(new IndexReport(1, 0, 0, 2, 0));
    }

    @Test
    void aRunBeginsAgainIfAnotherWasFaster() throws IOException {
        Archive archive = new Archive(dir).folders(StoreKind.MBOX, "box");
        archive.write("box", Archive.inMbox(Archive.mail("plum", "1@x")));
        archive.index();
        LateWriter late = new LateWriter(archive.index, Duration.ZERO, false, "segments_of_yesterday", Long.MAX_VALUE);
        assertThatThrownBy(late::get).hasCauseInstanceOf(LateWriter.StaleException.class);
        late.close();
    }

    @Test
    void ofTwoFirstRunsAtOnceTheSecondAddsNothing() throws IOException {
        archive.write("box", Archive.inMbox(Archive.mail("plum", "1@x")));
        archive.folders(StoreKind.MBOX, "box");
        List<FolderSpec> folders = List.of(
                new FolderSpec(StoreKind.MBOX, dir, List.of("gone", "box"), List.of(), false),
                new FolderSpec(StoreKind.MAILDIR, dir, List.of("md"), List.of(), false));
        List<Problem> told = new ArrayList<>();
        IndexReport report = Indexer.run(archive.index, folders, new Indexer.Options(false, false, Duration.ZERO, 2),
                problem -> {
                    told.add(problem);
                    if (told.size() == 1) {
                        first();
                    }
                }, new Progress());
        assertThat(told).extracting(Problem::kind).containsOnly(Problem.Kind.MISSING);
        assertThat(report).isEqualTo(new IndexReport(0, 0, 0, 4, 0));
        assertThat(archive.search("~nothing")).hasSize(4);
    }

    /// The run that holds the lock while another one is already looking at the mail.
    private void first() {
        try {
            assertThat(archive.index()).isEqualTo(new IndexReport(4, 0, 0, 4, 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void searchingWithoutAnIndexSaysSo() {
        assertThatThrownBy(() -> MailIndex.open(dir.resolve("nowhere"))).isInstanceOf(NoIndexException.class);
    }
}
