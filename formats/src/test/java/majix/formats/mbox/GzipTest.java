package majix.formats.mbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The end of gzip files.
class GzipTest {
    /// Wherever the trailer lies in what is read at once.
    @ParameterizedTest
    @ValueSource(strings = {"", "\0", "\0\0\0\0\0\0\0\0\0\0\0\0", "\0\0x", "x", "\u001f\u008b\b",
            "\u001f\u008b\b\0\0\0\0\0\0\0\0\0"})
    void whatStandsBehindGzipIsSeenUnlessItIsZeros(String behind) throws IOException {
        byte[] random = new byte[(1 << 16) + 20];
        new Random(1).nextBytes(random);
        for (int length = random.length - 80; length < random.length; length++) {
            String data = new String(random, 0, length, StandardCharsets.ISO_8859_1);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            file.write(CompressionTest.compressed(Compression.GZIP, data));
            file.write(behind.getBytes(StandardCharsets.ISO_8859_1));
            try (InputStream in = Compression.GZIP.decompress(new ByteArrayInputStream(file.toByteArray()))) {
                assertThat(in.readNBytes(length)).as("%d bytes", length)
                        .isEqualTo(data.getBytes(StandardCharsets.ISO_8859_1));
                Throwable told = catchThrowable(in::read);
                assertThat(told == null).as("%d bytes", length).isEqualTo(behind.replace("\0", "").isEmpty());
            }
        }
    }

    @Test
    void membersWithoutDataAreNoDepth() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(CompressionTest.compressed(Compression.GZIP, "before "));
        byte[] empty = CompressionTest.compressed(Compression.GZIP, "");
        for (int i = 0; i < 100_000; i++) {
            file.write(empty);
        }
        file.write(CompressionTest.compressed(Compression.GZIP, "after"));
        try (InputStream in = Compression.GZIP.decompress(new ByteArrayInputStream(file.toByteArray()))) {
            assertThat(in.readAllBytes()).asString(StandardCharsets.US_ASCII).isEqualTo("before after");
        }
    }
}
