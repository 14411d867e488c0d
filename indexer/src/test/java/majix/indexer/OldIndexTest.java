package majix.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.CRC32;
import majix.formats.StoreKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Indexes that other versions made. Small ones of each format that there was lie in `src/test/resources/indexes`, all of
/// mail in `/srv/mail`; that of the format of today is opened as it is. Whoever changes the format raises
/// [Schema#VERSION] and keeps an index of it there: two commits, with deletions and updates.
class OldIndexTest {
    private static final Path KEPT = Path.of("src/test/resources/indexes");

    @TempDir
    Path dir;

    private Archive archive;

    @BeforeEach
    void mail() throws IOException {
        archive = new Archive(dir).folders(StoreKind.MBOX, "box");
        archive.write("box", Archive.inMbox(Archive.mail("fresh plum", "1@x")));
        Files.createDirectory(archive.index);
    }

    private void keep(String version) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(KEPT.resolve(version))) {
            for (Path file : files) {
                Files.copy(file, archive.index.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void anIndexOfTodaysFormatIsOpenedAsItIs() throws IOException {
        assertThat(KEPT.resolve(Schema.VERSION)).as("an index of the format of today is kept").isDirectory();
        keep(Schema.VERSION);
        assertThat(paths("s:plum")).isEqualTo("/srv/mail/box/cur/1.a:2,S /srv/mail/box/new/6.d");
        assertThat(paths("s:plum tart")).isEqualTo("/srv/mail/box/new/6.d");
        assertThat(paths("b:lim=1,number"))
                .isEqualTo("/srv/mail/box/cur/1.a:2,S /srv/mail/box/new/6.d /srv/mail/old@472");
        assertThat(paths("b:n5")).isEqualTo("/srv/mail/old@260");
        assertThat(paths("m:7@x")).isEqualTo("/srv/mail/old@472");
        assertThat(paths("d:20250308", "s:^pl=", "p:box", "z:100-", "F:-s")).isEmpty();
        assertThat(paths("d:20250309", "s:^pl=", "p:box", "z:100-", "F:-s")).isEqualTo("/srv/mail/box/new/6.d");
        try (MailIndex open = MailIndex.open(archive.index)) {
            assertThat(open.status().messages()).isEqualTo(35);
            assertThat(open.count(Archive.parse("s:rye"))).isEqualTo(30);
            assertThat(open.search(Archive.parse("m:6@x"), true).size()).isEqualTo(2);
        }
        assertThat(IndexCheck.run(archive.index, Duration.ZERO).damaged()).isFalse();
        assertThat(archive.index().messages()).isEqualTo(1);
        assertThat(archive.problems).isEmpty();
        assertThat(archive.search("s:plum")).containsExactly("box@50");
    }

    private String paths(String... query) throws IOException {
        StringBuilder paths = new StringBuilder();
        try (MailIndex open = MailIndex.open(archive.index)) {
            Hits hits = open.search(Archive.parse(query), false);
            for (int i = 0; i < hits.size(); i++) {
                paths.append(i == 0 ? "" : " ").append(hits.ref(i).path())
                        .append(hits.start(i) < 0 ? "" : "@" + hits.start(i));
            }
        }
        return paths.toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1-lucene | was written by another version of Lucene",
            "1 | was written by another version of majix (its format is 1, here it is %s)",
            "2 | was written by another version of majix (its format is 2, here it is %s)",
            "3 | was written by another version of majix (its format is 3, here it is %s)",
            "4 | was written by another version of majix (its format is 4, here it is %s)"})
    void anIndexOfAnotherFormatIsToldAndMadeAnew(String version, String reason) throws IOException {
        keep(version);
        toldAndMadeAnew(reason.formatted(Schema.VERSION));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(archive.index, "_[3-9]*")) {
            assertThat(files).as("files of the old index").isEmpty();
        }
    }

    private void toldAndMadeAnew(String reason) throws IOException {
        assertThatThrownBy(() -> archive.search("s:plum")).isInstanceOf(IndexDamagedException.class).hasMessage(reason);
        assertThat(IndexCheck.run(archive.index, Duration.ZERO).findings())
                .contains(new IndexCheck.Finding(IndexCheck.Kind.INDEX, "", reason));
        archive.index();
        assertThat(archive.problems).singleElement().satisfies(
                problem -> assertThat(problem.text()).isEqualTo("the index " + reason + "; making it anew"));
        assertThat(archive.search("s:plum")).containsExactly("box@50");
        assertThat(IndexCheck.run(archive.index, Duration.ZERO).damaged()).isFalse();
    }

    /// It costs time to make an index anew, mail it does not cost; a job of cron that fails until somebody looks would.
    @Test
    void anIndexOfANewerMajixIsToldAndMadeAnew() throws IOException {
        keep(Schema.VERSION);
        commit("\5majix\1" + Schema.VERSION, "\5majix\00299");
        toldAndMadeAnew(
                "was written by a newer version of majix (its format is 99, here it is " + Schema.VERSION + ")");
    }

    @ParameterizedTest
    @CsvSource({"11, 12", "11, 9"})
    void aCommitOfAnotherLuceneIsToldAndMadeAnew(int from, int to) throws IOException {
        keep(Schema.VERSION);
        commit("segments\0\0\0" + (char) from, "segments\0\0\0" + (char) to);
        toldAndMadeAnew("was written by another version of Lucene");
    }

    @Test
    void segmentsOfAnotherCodecAreToldAndMadeAnew() throws IOException {
        keep(Schema.VERSION);
        commit("Majix1", "Majix9");
        toldAndMadeAnew("was written by another version of Lucene");
    }

    /// Changes a commit, and its checksum with it.
    private void commit(String from, String to) throws IOException {
        Path file = archive.index.resolve("segments_3");
        byte[] whole = Files.readAllBytes(file);
        String text = new String(whole, 0, whole.length - 8, StandardCharsets.ISO_8859_1);
        assertThat(text).contains(from);
        byte[] changed = text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
        CRC32 sum = new CRC32();
        sum.update(changed);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(changed);
        out.write(ByteBuffer.allocate(8).putLong(sum.getValue()).array());
        Files.write(file, out.toByteArray());
        assertThat(Arrays.equals(whole, Files.readAllBytes(file))).isFalse();
    }
}
