package majix.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import majix.formats.FolderSpec;
import majix.formats.Problem;
import majix.formats.StoreKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files that can be read in part only: each run tells of them as long as they stay as they are, whatever else happens.
class PartlyReadTest {
    @TempDir
    Path dir;
    private Archive archive;

    @BeforeEach
    void aWholeMessage() throws IOException {
        archive = new Archive(dir).folders(StoreKind.MAILDIR, "md");
        archive.maildir("md");
        archive.write("md/cur/1.host:2,S", Archive.mail("apple", "one@x"));
    }

    /// A message of which about half can be read.
    private Path cut(String name) throws IOException {
        byte[] whole = gzip(Archive.mail("plum", "plum@x") + new Random(7).doubles(9000).boxed().toList());
        return Files.write(archive.write(name, ""), Arrays.copyOf(whole, whole.length / 2));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /// Two runs, one of them as cron makes it, with nothing to do but to tell of some files.
    private void tellsOf(Path... files) throws IOException {
        for (boolean fast : List.of(false, true)) {
            IndexReport report = archive.index(fast, false);
            assertThat(report).isEqualTo(new IndexReport(0, 0, 0, report.messages(), files.length));
            assertThat(archive.problems).filteredOn(problem -> problem.kind() == Problem.Kind.UNREADABLE)
                    .extracting(Problem::path).containsExactlyInAnyOrder(files);
            assertThat(skipped()).contains(files);
        }
    }

    private List<Path> skipped() throws IOException {
        try (MailIndex open = MailIndex.open(archive.index)) {
            return open.status().skipped().stream().map(Skipped::path).toList();
        }
    }

    @Test
    void aRunThatBeginsAgainTellsOfThemAndOfAllElseOnce() throws IOException {
        archive.index();
        Path cut = cut("md/new/2.host");
        List<Problem> told = new ArrayList<>();
        IndexReport report = Indexer.run(archive.index,
                List.of(spec(StoreKind.MBOX, "gone"), spec(StoreKind.MAILDIR, "md")),
                new Indexer.Options(false, false, Duration.ZERO, 1), problem -> {
                    told.add(problem);
                    if (told.size() == 1) {
                        overtake(1);
                    }
                }, new Progress());
        assertThat(report).isEqualTo(new IndexReport(0, 0, 0, 2, 1));
        assertThat(told).extracting(Problem::kind, Problem::path).containsExactly(
                tuple(Problem.Kind.MISSING, dir.resolve("gone")), tuple(Problem.Kind.UNREADABLE, cut));
        tellsOf(cut);
    }

    private FolderSpec spec(StoreKind kind, String name) {
        return new FolderSpec(kind, dir, List.of(name), List.of(), false);
    }

    private void overtake(int unreadable) {
        try {
            assertThat(archive.index()).isEqualTo(new IndexReport(1, 0, 0, unreadable + 1, unreadable));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// It has listed the folder when another run finds one more, and itself finds nothing to do.
    @Test
    void aRunThatEndsLaterForgetsNothing() throws IOException {
        Path first = cut("md/cur/2.host");
        archive.index();
        IndexReport report = Indexer.run(archive.index, List.of(spec(StoreKind.MAILDIR, "md")),
                new Indexer.Options(false, false, Duration.ZERO, 1), _ -> {
                    try {
                        cut("md/cur/3.host");
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    overtake(2);
                }, new Progress());
        assertThat(report).isEqualTo(new IndexReport(0, 0, 0, 2, 1));
        tellsOf(first, dir.resolve("md/cur/3.host"));
    }

    @Test
    void newFlagsMendNothing() throws IOException {
        Path cut = cut("md/new/2.host");
        archive.index();
        Path seen = Files.move(cut, dir.resolve("md/cur/2.host:2,S"));
        assertThat(archive.index()).isEqualTo(new IndexReport(0, 0, 1, 2, 1));
        tellsOf(seen);
        Path again = Files.move(seen, dir.resolve("md/cur/2.host:2,FS"));
        assertThat(archive.index(true, false)).isEqualTo(new IndexReport(0, 0, 1, 2, 1));
        tellsOf(again);
    }

    @Test
    void aFolderThatCannotBeReadForAWhileMendsNothing() throws IOException {
        Path cut = cut("md/cur/2.host");
        archive.index();
        Path aside = Files.move(dir.resolve("md/cur"), dir.resolve("md/tmp/cur"));
        Path link = Files.createSymbolicLink(dir.resolve("md/cur"), Path.of("x".repeat(300)));
        for (int run = 0; run < 2; run++) {
            assertThat(archive.index()).isEqualTo(new IndexReport(0, 0, 0, 2, 1));
            assertThat(skipped()).containsExactly(dir.resolve("md"), cut);
        }
        Files.delete(link);
        Files.move(aside, dir.resolve("md/cur"));
        tellsOf(cut);
    }

    /// A run of cron, which does not look at all files, tells no more of one that it could read.
    @Test
    void aFileThatCouldNotBeReadForAWhileIsForgottenWhenItIsRead() throws IOException {
        Path hidden = dir.resolve("md/cur/2.host");
        Path other = dir.resolve("md/cur/3.host");
        for (Path link : List.of(hidden, other)) {
            Files.createSymbolicLink(link, Path.of("x".repeat(300)));
        }
        for (boolean fast : List.of(false, true)) {
            archive.index(fast, false);
            assertThat(archive.problems).extracting(Problem::path).containsExactlyInAnyOrder(hidden, other);
            assertThat(skipped()).containsExactly(hidden, other);
        }
        Files.delete(hidden);
        archive.write("md/cur/2.host", Archive.mail("banana", "two@x"));
        assertThat(archive.index(true, false)).isEqualTo(new IndexReport(1, 0, 0, 2, 1));
        assertThat(skipped()).containsExactly(other);
        Files.delete(other);
        archive.write("md/cur/3.host", Archive.mail("cherry", "four@x"));
        assertThat(archive.index(true, false)).isEqualTo(new IndexReport(1, 0, 0, 3, 0));
        assertThat(skipped()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"MAILDIR, md/cur/2.host", "MAILDIR, md/new/2.host", "MH, md/2"})
    void aRunThatTrustsTheTimesOfDirectoriesTellsOfThem(StoreKind kind, String name) throws IOException {
        archive.noFolders().folders(kind, "md");
        archive.write("md/1", Archive.mail("banana", "two@x"));
        Path cut = cut(name);
        for (String directory : List.of("md", "md/cur", "md/new")) {
            Files.setLastModifiedTime(dir.resolve(directory), FileTime.fromMillis(1_600_000_000_000L));
        }
        archive.index();
        for (int run = 0; run < 3; run++) {
            assertThat(Glance.nothingNew(archive.index, List.of(spec(kind, "md")))).isFalse();
            tellsOf(cut);
        }
        Files.delete(cut);
        archive.index();
        Files.setLastModifiedTime(cut.getParent(), FileTime.fromMillis(1_600_000_001_000L));
        archive.index();
        assertThat(Glance.nothingNew(archive.index, List.of(spec(kind, "md")))).isTrue();
    }

    /// The list of what is no mail has an end.
    @Test
    void manyFilesThatAreNoMailTakeNoPlace() throws IOException {
        archive.noFolders().folders(StoreKind.FILES, "tree");
        Path cut = cut("tree/zz");
        for (int i = 0; i < 10_010; i++) {
            Files.writeString(dir.resolve("tree/a" + i), "x\n");
        }
        archive.index();
        tellsOf(cut);
    }

    /// What can be read of it does not tell what it is.
    @ParameterizedTest
    @CsvSource({"MBOX, q/box.gz", "MBOX, q/*", "FILES, q"})
    void aFileThatBreaksOffInItsFirstLineIsToldToBeDamaged(StoreKind kind, String named) throws IOException {
        archive.noFolders().folders(kind, named);
        archive.write("q/note", named.endsWith("z") ? "" : "no mail");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        OutputStream out = new GZIPOutputStream(bytes, true);
        String box = Archive.inMbox(Archive.mail("plum", "plum@x"));
        out.write(box.substring(0, 7).getBytes(StandardCharsets.UTF_8));
        out.flush();
        Path cut = Files.write(archive.write("q/box.gz", ""), bytes.toByteArray());
        assertThat(archive.index()).isEqualTo(new IndexReport(0, 0, 0, 0, 1));
        assertThat(archive.problems.getFirst().text()).startsWith("compressed data breaks off");
        tellsOf(cut);
        try (MailIndex open = MailIndex.open(archive.index)) {
            assertThat(open.status().skipped()).filteredOn(each -> each.path().equals(cut)).singleElement()
                    .extracting(Skipped::kind).isEqualTo(Problem.Kind.UNREADABLE);
        }
        out.write(box.substring(7).getBytes(StandardCharsets.UTF_8));
        out.close();
        Files.write(cut, bytes.toByteArray());
        assertThat(archive.index()).isEqualTo(new IndexReport(1, 0, 0, 1, 0));
        assertThat(skipped()).doesNotContain(cut);
    }

    /// Its decompressor gives no reason.
    @Test
    void aFileThatBreaksOffBeforeItsFirstByteIsToldWithAReason() throws IOException {
        byte[] xz = HexFormat.of().parseHex("fd377a585a000004e6d6b4460200210116000000");
        Path mail = Files.write(archive.write("md/cur/2.host", ""), xz);
        Path box = Files.write(archive.write("box", ""), xz);
        archive.folders(StoreKind.MBOX, "box");
        for (int run = 0; run < 2; run++) {
            archive.index();
            assertThat(archive.problems).containsExactlyInAnyOrder(
                    new Problem(Problem.Kind.UNREADABLE, mail, "unexpected end of file"),
                    new Problem(Problem.Kind.UNREADABLE, box, "unexpected end of file"));
        }
    }
}
