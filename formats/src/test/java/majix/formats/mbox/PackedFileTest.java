package majix.formats.mbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import majix.formats.Checkpoint;
import majix.formats.MessageBytes;
import majix.formats.Problem;
import majix.formats.RawMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Compressed files that hold much more than their size.
class PackedFileTest {
    private static final String FROM = "From ann@example.org Mon Mar  2 10:00:00 2020\n";

    @TempDir
    private Path dir;

    private final List<Problem> problems = new ArrayList<>();

    /// In CPU time, which another program on the machine does not change.
    @Test
    void largeMessagesAreReadInTheTimeOfOnePass() throws IOException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Path file = gzip(80);
        List<RawMessage> messages = messages(file);
        assertThat(messages).hasSize(80);
        long start = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < 80; i++) {
            assertThat(head(messages.get(i).bytes())).isEqualTo("Subject: m" + i + "\n");
        }
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - start)).isLessThan(Duration.ofSeconds(6));
        assertThat(openDescriptors(file)).isZero();
    }

    @Test
    void aMessageIsReadAgainAndOutOfOrder() throws IOException {
        Path file = gzip(4);
        List<RawMessage> messages = messages(file);
        for (int i : new int[]{3, 0, 0, 2, 1, 3}) {
            assertThat(head(messages.get(i).bytes())).isEqualTo("Subject: m" + i + "\n");
        }
        try (InputStream first = messages.get(0).bytes().open(); InputStream second = messages.get(1).bytes().open()) {
            assertThat(new String(second.readNBytes(11), StandardCharsets.ISO_8859_1)).isEqualTo("Subject: m1");
            assertThat(new String(first.readNBytes(11), StandardCharsets.ISO_8859_1)).isEqualTo("Subject: m0");
        }
        assertThat(openDescriptors(file)).isZero();
    }

    /// Half a gigabyte of one letter in some kilobytes.
    @Test
    void aBombIsReadUpToALimitThatIsTold() throws IOException {
        Path file = dir.resolve("bomb.zst");
        byte[] block = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        try (OutputStream out = new ZstdOutputStream(Files.newOutputStream(file), 3)) {
            out.write((FROM + "Subject: before\n\nbody\n\n" + FROM + "Subject: bomb\n\n")
                    .getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 512; i++) {
                out.write(block);
            }
            out.write(("\n\n" + FROM + "Subject: behind\n\nbody\n").getBytes(StandardCharsets.US_ASCII));
        }
        List<RawMessage> messages = messages(file);
        assertThat(messages).hasSize(2);
        assertThat(messages.get(1).bytes().size()).isBetween((1L << 28) - (1 << 20), 1L << 28);
        assertThat(problems).singleElement().extracting(Problem::kind, Problem::text).containsExactly(
                Problem.Kind.UNREADABLE, "compressed data breaks off: decompresses to more than 500 times its size");
        assertThat(head(messages.get(1).bytes())).isEqualTo("Subject: bomb\n");
    }

    @Test
    void aWindowOfGigabytesIsRefused() throws IOException {
        // frame header: no content size, window of 2^41 bytes; one raw block that is the last
        byte[] hostile = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0x00, (byte) 0xf8, 0x09, 0x00, 0x00, 'x'};
        Path file = Files.write(dir.resolve("window.zst"), hostile);
        try (Source source = Source.open(file)) {
            assertThatThrownBy(() -> source.read(new byte[10], 0, 10)).isInstanceOf(IOException.class);
        }
    }

    private List<RawMessage> messages(Path file) throws IOException {
        List<RawMessage> messages = new ArrayList<>();
        try (MboxStream stream = MboxStream.open(file, Checkpoint.START, problems::add)) {
            for (RawMessage raw = stream.next(); raw != null; raw = stream.next()) {
                messages.add(raw);
            }
        }
        return messages;
    }

    private static String head(MessageBytes bytes) throws IOException {
        try (InputStream in = bytes.open()) {
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c >= 0; c = in.read()) {
                line.append((char) c);
                if (c == '\n') {
                    break;
                }
            }
            return line.toString();
        }
    }

    /// Messages of 5 MiB, too large for memory.
    private Path gzip(int count) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] line = "0123456789abcdef\n".repeat(60_000).getBytes(StandardCharsets.US_ASCII);
        try (OutputStream out = new GZIPOutputStream(bytes) {
            {
                def.setLevel(Deflater.BEST_SPEED);
            }
        }) {
            for (int i = 0; i < count; i++) {
                out.write((FROM + "Subject: m" + i + "\n\n").getBytes(StandardCharsets.US_ASCII));
                for (int block = 0; block < 5; block++) {
                    out.write(line);
                }
                out.write('\n');
            }
        }
        return Files.write(dir.resolve("large.gz"), bytes.toByteArray());
    }

    private static long openDescriptors(Path file) throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        if (!Files.isDirectory(descriptors)) {
            return 0;
        }
        try (Stream<Path> all = Files.list(descriptors)) {
            return all.filter(fd -> leadsTo(fd, file)).count();
        }
    }

    private static boolean leadsTo(Path descriptor, Path file) {
        try {
            return Files.readSymbolicLink(descriptor).equals(file);
        } catch (IOException e) {
            return false;
        }
    }
}
