package majix.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import majix.formats.StoreKind;
import majix.indexer.codec.MajixCodec;
import majix.query.lucene.Columns;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a check finds where all checksums are right: an index that says things that do not fit each other.
class IndexCheckTest {
    @TempDir
    Path dir;

    private Archive archive;

    @BeforeEach
    void index() throws IOException {
        archive = new Archive(dir).folders(StoreKind.MAILDIR, "md");
        archive.maildir("md");
        archive.write("md/cur/1.a:2,", Archive.mail("plum", "1@x"));
        archive.write("md/cur/2.b:2,", Archive.mail("fig", "2@x", "References: <1@x>\n"));
        archive.write("md/cur/3.c:2,", Archive.mail("date", "3@x"));
        archive.index();
        assertThat(check()).isEmpty();
    }

    private List<String> check() throws IOException {
        List<String> told = new ArrayList<>();
        for (IndexCheck.Finding finding : IndexCheck.run(archive.index, Duration.ZERO).findings()) {
            if (finding.kind() == IndexCheck.Kind.INDEX) {
                told.add(finding.text());
            }
        }
        return told;
    }

    private interface Change {
        void to(IndexWriter writer) throws IOException;
    }

    private void write(Change change) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig().setCodec(new MajixCodec()).setUseCompoundFile(false)
                .setMergePolicy(NoMergePolicy.INSTANCE);
        try (Directory directory = new NIOFSDirectory(archive.index);
                IndexWriter writer = new IndexWriter(directory, config)) {
            change.to(writer);
            writer.commit();
        }
    }

    private BytesRef key(String name) {
        return Keys.file(new BytesRef(archive.base.resolve("md").toString()), name);
    }

    @Test
    void aThreadNumberThatWasNeverGiven() throws IOException {
        write(writer -> writer.updateNumericDocValue(Keys.term(key("3.c")), Schema.THREAD, 4711));
        assertThat(check()).singleElement().asString().startsWith("a message without a thread (entry ");
    }

    @Test
    void messagesOfOneThreadWithDifferentNumbers() throws IOException {
        write(writer -> {
            writer.updateNumericDocValue(Keys.term(key("1.a")), Schema.THREAD, 0);
            writer.updateNumericDocValue(Keys.term(key("2.b")), Schema.THREAD, 1);
        });
        assertThat(check()).singleElement().asString()
                .startsWith("messages of one thread with different numbers (entry ");
    }

    @Test
    void aPathThatIsNotThatOfTheKey() throws IOException {
        write(writer -> writer.updateBinaryDocValue(Keys.term(key("3.c")), Columns.NAME, new BytesRef("cur/4.d:2,")));
        assertThat(check()).singleElement().asString().startsWith("a key of another message (entry ");
    }

    @Test
    void aMessageTwice() throws IOException {
        Path copy = Files.createDirectory(dir.resolve("copy"));
        for (Path file : IndexCopies.files(archive.index)) {
            Files.copy(file, copy.resolve(file.getFileName()));
        }
        try (Directory again = new NIOFSDirectory(copy)) {
            write(writer -> writer.addIndexes(again));
        }
        assertThat(check()).contains("two entries for one message");
    }

    /// Bytes of terms and postings changed, and the checksums made right again.
    @Test
    void whatLucenesCheckFinds() throws IOException {
        int found = 0;
        Random random = new Random(3);
        for (String name : List.of("_0.mxt", "_0.mxp")) {
            Path file = archive.index.resolve(name);
            byte[] whole = Files.readAllBytes(file);
            for (int i = 0; i < 40; i++) {
                byte[] bytes = whole.clone();
                bytes[random.nextInt(bytes.length / 2)] ^= (byte) (1 << random.nextInt(8));
                CRC32 sum = new CRC32();
                sum.update(bytes, 0, bytes.length - 8);
                ByteBuffer.wrap(bytes, bytes.length - 8, 8).putLong(sum.getValue());
                Files.write(file, bytes);
                found += check().isEmpty() ? 0 : 1;
            }
            Files.write(file, whole);
            assertThat(Arrays.equals(whole, Files.readAllBytes(file))).isTrue();
        }
        // what only looks like other mail cannot be told
        assertThat(found).isGreaterThan(30);
        assertThat(check()).isEmpty();
    }

    /// Where the lists lie that say which words have which letters, behind the positions of the words.
    @Test
    void listsOfLettersThatDoNotFitTheWords() throws IOException {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < 4000; i++) {
            words.append(Integer.toString(1_000_000 + i * 7919, 26)).append("abc\n");
        }
        archive.write("md/cur/1.a:2,", Archive.mail("many", "1@x", "\n" + words));
        archive.rebuild();
        assertThat(check()).isEmpty();
        Path file = archive.index.resolve("_0.mxp");
        byte[] whole = Files.readAllBytes(file);
        int found = 0;
        for (int i = 0; i < 15; i++) {
            byte[] bytes = whole.clone();
            bytes[bytes.length / 2 + i * bytes.length / 50] ^= 2;
            CRC32 sum = new CRC32();
            sum.update(bytes, 0, bytes.length - 8);
            ByteBuffer.wrap(bytes, bytes.length - 8, 8).putLong(sum.getValue());
            Files.write(file, bytes);
            found += check().contains(IndexCheck.GRAMS) ? 1 : 0;
        }
        assertThat(found).isPositive();
    }

    /// Large dictionaries have lists of the letters of their words, also where no word has three letters in a row.
    @Test
    void aDictionaryOfNumbersHasNoListsAndIsWhole() throws IOException {
        StringBuilder numbers = new StringBuilder();
        for (int i = 0; i < 32 * 64; i++) {
            numbers.append(100_000 + i).append('\n');
        }
        archive.write("md/cur/1.a:2,", "Subject: plum\n\n" + numbers);
        archive.write("md/cur/2.b:2,", "Subject: fig\n\n7\n");
        archive.write("md/cur/3.c:2,", "Subject: date\n\n8\n");
        archive.rebuild();
        assertThat(check()).isEmpty();
        assertThat(archive.search("b:plum=")).isEmpty();
        assertThat(archive.search("b:plume=1")).isEmpty();
        assertThat(archive.search("b:00007=")).containsExactly("md/cur/1.a:2,");
        assertThat(archive.search("b:100007=1")).containsExactly("md/cur/1.a:2,");
        archive.write("md/cur/4.d:2,", "Subject: kiwi\n\n9 invoice 10\n");
        archive.index(false, true);
        assertThat(check()).isEmpty();
        assertThat(archive.search("b:invoise=1")).containsExactly("md/cur/4.d:2,");
        assertThat(archive.search("b:voic=")).containsExactly("md/cur/4.d:2,");
    }

    @Test
    void aDirectoryBehindALinkIsOpenOrClosedItself() throws IOException {
        Path place = Files.move(archive.index, dir.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(archive.index, place);
        assertThat(IndexCheck.run(link, Duration.ZERO).findings()).isEmpty();
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-x---"));
        IndexCheck.Report open = IndexCheck.run(link, Duration.ZERO);
        assertThat(open.findings()).containsExactly(
                new IndexCheck.Finding(IndexCheck.Kind.OPEN, "", "open to others (rwxr-x---)"));
        assertThat(IndexCheck.mend(link, open, Duration.ZERO)).containsExactly("closed the directory to others");
        assertThat(IndexCheck.run(link, Duration.ZERO).findings()).isEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place))).isEqualTo("rwx------");
    }

    @Test
    void aLockWithSomethingInItStopsNoRun() throws IOException {
        Files.writeString(archive.index.resolve(IndexWriter.WRITE_LOCK_NAME), "by mistake");
        assertThat(check()).isEmpty();
        Files.writeString(archive.index.resolve(IndexWriter.WRITE_LOCK_NAME), "by mistake");
        archive.write("md/cur/4.d:2,", Archive.mail("kiwi", "4@x"));
        assertThat(archive.index().messages()).isEqualTo(4);
    }

    @Test
    void aRunThatHoldsTheIndexIsWaitedFor() throws IOException {
        try (Directory directory = new NIOFSDirectory(archive.index);
                var _ = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            org.assertj.core.api.Assertions.assertThatThrownBy(this::check).isInstanceOf(IndexBusyException.class);
        }
    }
}
