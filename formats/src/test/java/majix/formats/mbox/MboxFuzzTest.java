package majix.formats.mbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import majix.formats.MessageStream.Content;

/// Any bytes for what reads files of many messages. In a usual run each method sees its seeds only; `.ci/torture fuzz`
/// lets Jazzer find more.
class MboxFuzzTest {
    private static final int MOST_DECOMPRESSED = 1 << 20;

    /// The slices of a file are its bytes, in order, with nothing but separator lines between them, and in MMDF files empty
    /// lines. They are the same
    /// however few bytes a reading gives, and when the file is read as far as it had grown and then on. The last two
    /// bytes of the input say where that was, and how many bytes a reading gives.
    @FuzzTest
    void splitter(byte[] input) throws IOException {
        Path dir = Files.createTempDirectory("fuzz");
        Path file = dir.resolve("mbox");
        Path packed = dir.resolve("packed");
        try {
            int step = input.length < 2 ? 1 : 1 + (input[input.length - 2] & 0xff);
            int cut = input.length == 0 ? 0 : (int) ((long) input.length * (input[input.length - 1] & 0xff) / 256);
            Files.write(file, Arrays.copyOf(input, cut));
            Given before = Given.of(file);
            Files.write(file, input);
            Given whole = Given.of(file);
            tiles(whole, input);
            if (Compression.of(input, input.length) != Compression.NONE) {
                return;
            }
            Given more = Given.of(file, before.checkpoint());
            assertThat(more.content()).isEqualTo(whole.content());
            assertThat(more.startsAt()).isLessThanOrEqualTo(cut);
            assertThat(joined(before, more)).as("in two readings, first %d bytes", cut).isEqualTo(whole.messages());
            Given rest = Given.of(file, whole.checkpoint());
            assertThat(joined(whole, rest)).as("read again").isEqualTo(whole.messages());
            if (input.length > 0) {
                Files.write(packed, members(input, step));
                Given small = Given.of(packed);
                assertThat(small.content()).isEqualTo(whole.content());
                assertThat(small.messages()).as("%d bytes at once", step).isEqualTo(whole.messages());
            }
        } finally {
            Files.deleteIfExists(packed);
            Files.deleteIfExists(file);
            Files.delete(dir);
        }
    }

    private static List<Given.Message> joined(Given before, Given more) {
        List<Given.Message> known = before.messages().stream().filter(m -> m.end() <= more.startsAt()).toList();
        return Stream.concat(known.stream(), more.messages().stream()).toList();
    }

    private static void tiles(Given given, byte[] file) {
        if (Compression.of(file, file.length) != Compression.NONE) {
            return;
        }
        if (given.content() != Content.MBOX) {
            assertThat(given.messages()).isEmpty();
            return;
        }
        Start start = Start.of(file, file.length);
        String lineEnd = Character.toString(start == null ? '\n' : start.lineEnd());
        boolean mmdf = start != null && start.mmdf();
        long end = 0;
        for (Given.Message message : given.messages()) {
            assertThat(message.start()).isGreaterThanOrEqualTo(end);
            assertThat(message.end()).isGreaterThan(message.start()).isLessThanOrEqualTo(file.length);
            String bytes = text(file, message.start(), message.end());
            assertThat(message.text()).isEqualTo(bytes);
            if (end > 0) {
                assertThat(text(file, end, message.start()).split(lineEnd)).as("between messages")
                        .allMatch(line -> line.startsWith("From ") || line.startsWith("\1\1\1\1")
                                || mmdf && line.isBlank());
            }
            end = message.end();
        }
    }

    private static String text(byte[] file, long from, long to) {
        return new String(file, (int) from, (int) (to - from), StandardCharsets.ISO_8859_1);
    }

    /// A gzip file of many members: decompressing gives one of them at a time.
    private static byte[] members(byte[] bytes, int step) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int at = 0; at < bytes.length; at += step) {
            try (OutputStream member = new GZIPOutputStream(out)) {
                member.write(bytes, at, Math.min(step, bytes.length - at));
            }
        }
        return out.toByteArray();
    }

    /// Damaged compressed data is an IOException, and nothing else.
    @FuzzTest
    void compressed(byte[] input) {
        Compression form = Compression.of(input, input.length);
        if (form == Compression.NONE) {
            return;
        }
        byte[] buffer = new byte[8192];
        try (InputStream in = form.decompress(new ByteArrayInputStream(input))) {
            int total = 0;
            int n = in.read(buffer, 0, buffer.length);
            while (n >= 0 && total < MOST_DECOMPRESSED) {
                assertThat(n).isPositive();
                total += n;
                n = in.read(buffer, 0, buffer.length);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageNotContaining("\n");
        }
    }

    /// Separator lines give a time of at most ten thousand years, or none.
    @FuzzTest
    void fromLine(byte[] input) {
        byte[] line = ("From " + new String(input, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
        for (int to : new int[]{line.length, Math.max(5, line.length - 1)}) {
            long date = FromLines.read(line, 0, to, line.length);
            assertThat(date).isNotEqualTo(FromLines.BARE);
            if (date > FromLines.UNDATED) {
                assertThat(Math.abs(date)).isLessThan(10_000L * 366 * 86_400);
            }
        }
    }
}
