package majix.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import majix.formats.Problem;
import majix.formats.StoreKind;
import majix.formats.faults.Fault;
import majix.formats.faults.FaultyDisk;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Compressed mail on a disk that fails while it is read. Unlike damaged data that may be otherwise with the next run,
/// which reads the file again though it did not change.
class CompressedFaultTest {
    @TempDir
    Path dir;

    /// @param opening how often the file is opened until the disk fails: what it is, is told first
    @ParameterizedTest
    @CsvSource({"MBOX, md/cur/1, 200, 1", "FILES, md/cur, 200, 2", "FILES, md/cur, 200, 3", "FILES, md/cur, 1, 2",
            "FILES, md/cur, 1, 3", "MAILDIR, md, 1, 2"})
    void whatADiskDidNotGiveIsReadByTheNextRun(StoreKind kind, String name, int messages, int opening)
            throws IOException {
        Archive real = new Archive(dir).folders(kind, name);
        real.maildir("md");
        Path file = gzip(dir.resolve("md/cur/1"), mails(messages));
        for (String each : new String[]{"md", "md/cur", "md/new"}) {
            Files.setLastModifiedTime(dir.resolve(each), FileTime.fromMillis(1_600_000_000_000L));
        }
        FaultyDisk disk = FaultyDisk.sound(Fault.ERROR);
        Archive broken = new Archive(disk.path(dir)).folders(kind, name);
        for (int part : new int[]{10, 60, 90, 70}) {
            disk.breakAt(file, Long.MAX_VALUE);
            failAt(opening, disk, file, Files.size(file) * part / 100);
            assertThat(broken.index().unreadable()).isOne();
            assertThat(broken.problems).extracting(Problem::text).containsExactly("input/output error");
            assertThat(real.search("s:plum")).hasSizeLessThan(messages).doesNotHaveDuplicates();
        }
        assertThat(real.index(true, false).messages()).isEqualTo(messages);
        assertThat(real.problems).isEmpty();
        assertThat(real.search("s:plum")).hasSize(messages);
        assertThat(IndexCheck.run(real.index, Duration.ZERO).findings()).isEmpty();
        assertThat(real.index()).isEqualTo(new IndexReport(0, 0, 0, messages, 0));
    }

    private static void failAt(int opening, FaultyDisk disk, Path file, long position) {
        disk.before(file, () -> {
            if (opening == 1) {
                disk.breakAt(file, position);
            } else {
                failAt(opening - 1, disk, file, position);
            }
        });
    }

    /// About 180 KB when compressed.
    private static String mails(int messages) {
        StringBuilder mails = new StringBuilder();
        Random random = new Random(7);
        for (int i = 0; i < messages; i++) {
            StringBuilder mail = new StringBuilder(Archive.mail("plum", i + "@x"));
            for (int line = 0; line < 20_000 / messages; line++) {
                mail.append(random.nextLong()).append('\n');
            }
            mails.append(messages == 1 ? mail : Archive.inMbox(mail.toString()));
        }
        return mails.toString();
    }

    private static Path gzip(Path file, String text) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        return file;
    }
}
