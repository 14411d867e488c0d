package majix.formats.mbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import majix.formats.Checkpoint;
import majix.formats.MessageBytes;
import majix.formats.MessageStream;
import majix.formats.Problem;
import majix.formats.RawMessage;
import majix.formats.faults.Fault;
import majix.formats.faults.FaultyDisk;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZInputStream;
import org.tukaani.xz.XZOutputStream;

/// Files in each compressed form: read like plain ones, cut, damaged, and on a disk that fails.
public class CompressionTest {
    private static final String FROM = "From ann@example.org Mon Mar  2 10:00:00 2020\n";

    @TempDir
    private Path dir;

    /// Some text in a compressed form.
    public static byte[] compressed(Compression form, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        OutputStream out = switch (form) {
            case NONE -> bytes;
            case GZIP -> new GZIPOutputStream(bytes);
            case BZIP2 -> new BZip2CompressorOutputStream(bytes, 1);
            case XZ -> new XZOutputStream(bytes, new LZMA2Options(1));
            case ZSTD -> new ZstdOutputStream(bytes);
        };
        try (out) {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @EnumSource
    void compressedFilesReadLikePlainOnes(Compression form) throws IOException {
        String two = FROM + "Subject: a\n\nx\n\n" + FROM + "Subject: b\n\ny\n";
        byte[] bytes = compressed(form, two);
        assertThat(Compression.of(bytes, bytes.length)).isEqualTo(form);
        Given given = Given.of(Files.write(dir.resolve("box"), bytes));
        assertThat(given.ranges()).containsExactly("[46,61)", "[107,121)");
        assertThat(given.subjects()).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x50, 0x5f})
    void framesThatZstandardPassesOverMayComeFirst(int magic) throws IOException {
        byte[] frame = {(byte) magic, 0x2a, 0x4d, 0x18, 4, 0, 0, 0, 'a', 'b', 'c', 'd'};
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(frame);
        bytes.write(compressed(Compression.ZSTD, FROM + "Subject: a\n\nx\n"));
        bytes.write(frame);
        bytes.write(compressed(Compression.ZSTD, FROM + "Subject: b\n\ny\n"));
        assertThat(Given.of(Files.write(dir.resolve("box"), bytes.toByteArray())).subjects()).containsExactly("a", "b");
    }

    @ParameterizedTest
    @EnumSource
    void filesJoinedAfterCompressionAreReadToTheEnd(Compression form) throws IOException {
        Path file = Files.write(dir.resolve("box"), compressed(form, FROM + "Subject: a\n\nx\n"));
        Checkpoint known = Given.of(file).checkpoint();
        Files.write(file, compressed(form, FROM + "Subject: b\n\ny\n"), StandardOpenOption.APPEND);
        assertThat(Given.of(file).subjects()).containsExactly("a", "b");
        assertThat(Given.of(file, known).subjects()).containsExactly("b");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void whatWasReadBeforeDamageStaysGood(Compression form) throws IOException {
        StringBuilder text = new StringBuilder();
        Random random = new Random(1);
        for (int i = 0; i < 400; i++) {
            text.append(FROM + "Subject: a" + i + "\n\n");
            for (int k = 0; k < 100; k++) {
                text.append(random.nextLong()).append('\n');
            }
        }
        byte[] whole = compressed(form, text.toString());
        Path cut = Files.write(dir.resolve("cut"), Arrays.copyOf(whole, whole.length / 2));
        Given given = Given.of(cut);
        assertThat(given.messages()).hasSizeBetween(50, 300);
        assertThat(given.problems()).hasSize(1).first()
                .matches(p -> p.kind() == Problem.Kind.UNREADABLE && p.path().equals(cut) && p.offset() > 0);
        whole[whole.length / 2] ^= 0x55;
        whole[whole.length / 2 + 1] ^= 0x55;
        assertThat(Given.of(Files.write(dir.resolve("bad"), whole)).subjects()).startsWith("a0", "a1");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void whateverStandsBehindTheDataTakesNoMail(Compression form) throws IOException {
        String mails = FROM + "Subject: a\n\nx\n\n" + FROM + "Subject: b\n\ny\n";
        for (String behind : List.of("\0".repeat(512), "no data\n", FROM + "Subject: c\n\nz\n")) {
            Path file = Files.write(dir.resolve("box"), compressed(form, mails));
            Files.writeString(file, behind, StandardOpenOption.APPEND);
            Given given = Given.of(file);
            assertThat(given.subjects()).as(behind).containsExactly("a", "b");
            if (!behind.startsWith("\0")) {
                assertThat(given.problems()).as(behind).extracting(Problem::offset)
                        .containsExactly((long) mails.length());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BZIP2", "XZ"})
    void allThatIsGivenBeforeDamageIsRead(Compression form) throws IOException {
        byte[] whole = compressed(form, FROM + "Subject: a\n\n" + words(100_000));
        byte[] cut = Arrays.copyOf(whole, whole.length / 2);
        long given = 0;
        try (InputStream raw = new ByteArrayInputStream(cut);
                InputStream in = form == Compression.XZ
                        ? new XZInputStream(raw)
                        : new BZip2CompressorInputStream(raw)) {
            while (in.read() >= 0) {
                given++;
            }
        } catch (IOException e) {
            // here the decompressor ends
        }
        Problem told = Given.of(Files.write(dir.resolve("cut"), cut)).problems().getFirst();
        assertThat(told.offset()).isBetween(given - 1024, given);
    }

    @ParameterizedTest
    @EnumSource
    void aStreamWithoutDataIsEmpty(Compression form) throws IOException {
        Path file = Files.write(dir.resolve("box"), compressed(form, ""));
        assertThat(Given.of(file).content()).isEqualTo(MessageStream.Content.MBOX);
        Files.write(file, compressed(form, FROM + "Subject: a\n\nx\n"), StandardOpenOption.APPEND);
        assertThat(Given.of(file).subjects()).containsExactly("a");
    }

    /// At the end of a stream decompressors take it for the end of the file.
    @ParameterizedTest
    @EnumSource
    void aDiskThatFailsIsNoDamage(Compression form) throws IOException {
        byte[] first = compressed(form, FROM + "Subject: a\n\n" + words(20_000));
        Path file = Files.write(dir.resolve("box"), first);
        Files.write(file, compressed(form, FROM + "Subject: b\n\ny\n"), StandardOpenOption.APPEND);
        FaultyDisk disk = FaultyDisk.sound(Fault.ERROR);
        for (int readable : new int[]{first.length / 2, first.length, first.length + 3}) {
            disk.breakAt(file, readable);
            assertThat(catchThrowable(() -> Given.of(disk.path(file)))).hasMessageContaining("Input/output error");
        }
    }

    private static String words(int count) {
        StringBuilder text = new StringBuilder();
        Random random = new Random(1);
        for (int i = 0; i < count; i++) {
            text.append(random.nextLong()).append('\n');
        }
        return text.toString();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aFileThatGivesNothingIsAnError(Compression form) throws IOException {
        byte[] whole = compressed(form, "x".repeat(100));
        Path file = Files.write(dir.resolve("box"), Arrays.copyOf(whole, 10));
        assertThat(catchThrowable(() -> Given.of(file))).hasRootCauseInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @EnumSource
    void hugeMessagesAreReadAgain(Compression form) throws IOException {
        String huge = "Subject: huge\n\n" + "line of text\n".repeat(MessageBytes.IN_MEMORY / 10);
        Path file = Files.write(dir.resolve("box"),
                compressed(form, FROM + "Subject: a\n\nx\n" + FROM + huge + FROM + "x\n"));
        try (MessageStream stream = MboxStream.open(file, Checkpoint.START, p -> {})) {
            stream.next();
            RawMessage message = stream.next();
            assertThat(message).isNotNull();
            assertThat(message.bytes().heldBytes()).isZero();
            assertThat(message.bytes().open().readAllBytes()).isEqualTo(huge.getBytes(StandardCharsets.US_ASCII));
        }
    }

    @ParameterizedTest
    @EnumSource
    void contentLengthHoldsInCompressedFilesToo(Compression form) throws IOException {
        String body = "see:\n" + FROM + "Subject: inside\n\n" + "x\n".repeat(500_000);
        String mail = FROM + "Subject: a\nContent-Length: " + body.length() + "\n\n" + body + "\n";
        assertThat(Given.of(Files.write(dir.resolve("box"), compressed(form, mail + mail))).subjects())
                .containsExactly("a", "a");
    }
}
