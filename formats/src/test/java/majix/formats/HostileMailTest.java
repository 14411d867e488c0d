package majix.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/// Messages far larger than any memory: time and memory are those of the limits, the header is read. The mail is made while
/// it is read; `.ci/torture hostile` does the same with files of a gigabyte and the whole program.
class HostileMailTest {
    private static final long SIZE = 256L << 20;
    private static final String HEAD = "Subject: here\nFrom: ann@example.org\nMessage-ID: <a@b>\n";

    private final MessageParser parser = new MessageParser();

    @Test
    void aBodyOfOneLine() throws IOException {
        MailMessage message = parsed(HEAD + "\n", "x", "\n");
        assertThat(message.body()).singleElement().asString().hasSizeBetween(16_000_000, 16 << 20);
        assertThat(message.oddities()).containsExactly("text parts longer than 16777216 bytes");
    }

    @Test
    void aHeaderOfOneLine() throws IOException {
        MailMessage message = parsed("To: ", "ann@example.org, ", "\n" + HEAD + "\nbody\n");
        assertThat(message.to()).singleElement().asString().hasSizeBetween(1_000_000, 1 << 20);
        assertThat(message.body()).containsExactly("body\n");
        assertThat(message.oddities()).containsExactly("header field longer than 1048576 bytes");
    }

    @Test
    void aHeaderOfManyFolds() throws IOException {
        MailMessage message = parsed("References:", "\n <some@example.org>", "\n" + HEAD + "\nbody\n");
        assertThat(message.references()).hasSize(10_000);
        assertThat(message.oddities()).containsExactly("header field longer than 1048576 bytes",
                "more than 10000 ids");
    }

    @Test
    void manyIds() throws IOException {
        MailMessage message = parsed("", "Message-ID: a@b\n", HEAD + "\nbody\n");
        assertThat(message.ids()).hasSize(10_000);
        assertThat(message.oddities()).contains("more than 10000 ids");
    }

    @Test
    void anAttachmentThatNobodyReads() throws IOException {
        MailMessage message = parsed(HEAD + "Content-Type: multipart/mixed; boundary=b\n\n--b\n"
                + "Content-Type: image/png; name=a.png\nContent-Transfer-Encoding: base64\n\n", "QUJD",
                "\n--b\nContent-Type: text/plain; name=b.txt\n\nbehind\n--b--\n");
        assertThat(message.attachments()).containsExactly("a.png", "b.txt");
        assertThat(message.body()).containsExactly("behind");
        assertThat(message.oddities()).isEmpty();
    }

    @Test
    void boundariesThatAreNone() throws IOException {
        MailMessage message = parsed(HEAD + "Content-Type: multipart/mixed; boundary=" + "-".repeat(900)
                + "\n\nText\n", "-".repeat(899) + "\n", "");
        assertThat(message.body()).singleElement().asString().startsWith("Text\n---");
        assertThat(message.oddities()).containsExactly("multipart boundary too long",
                "text parts longer than 16777216 bytes");
    }

    @Test
    void anUuencodedFileTooLongForMemoryIsGivenAsItIs() throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        MessageBytes bytes = new Generated(
                HEAD + "Content-Type: application/x\nContent-Transfer-Encoding: x-uuencode\n\n"
                        + "begin 644 a\n",
                "#86)C\n", "`\nend\n");
        long start = threads.getCurrentThreadAllocatedBytes();
        long[] length = {0};
        MessageParts.read(bytes, new MessageParts.Sink() {
            @Override
            public void header(int depth, List<MessageParts.HeaderField> header) {
                assertThat(header).hasSize(5);
            }

            @Override
            public void part(MessagePart part, MessageParts.Content content) throws IOException {
                length[0] = content.bytes().transferTo(OutputStream.nullOutputStream());
            }
        });
        assertThat(length[0]).isGreaterThan(SIZE * 9 / 10);
        assertThat(threads.getCurrentThreadAllocatedBytes() - start).isLessThan(SIZE);
    }

    /// Parses a text with something in its middle again and again. What is allocated must not depend on how often.
    private MailMessage parsed(String before, String again, String after) throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        MessageBytes bytes = new Generated(before, again, after);
        MailMessage message = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            long start = threads.getCurrentThreadAllocatedBytes();
            MailMessage parsed = parser.parse(bytes);
            assertThat(threads.getCurrentThreadAllocatedBytes() - start).isLessThan(SIZE / 2);
            return parsed;
        });
        assertThat(message.subject()).containsExactly("here");
        assertThat(message.from()).containsExactly("ann@example.org");
        assertThat(message.limited()).isEqualTo(!message.oddities().isEmpty());
        assertThat(parser.headers(bytes).subject()).containsExactly("here");
        return message;
    }

    /// Bytes that are made while they are read.
    private record Generated(String before, String again, String after) implements MessageBytes {

        @Override
        public long size() {
            return before.length() + SIZE / again.length() * again.length() + after.length();
        }

        @Override
        public int heldBytes() {
            return 0;
        }

        @Override
        public InputStream open() {
            byte[] middle = again.repeat(100_000 / again.length()).getBytes(StandardCharsets.ISO_8859_1);
            byte[] first = before.getBytes(StandardCharsets.ISO_8859_1);
            byte[] last = after.getBytes(StandardCharsets.ISO_8859_1);
            long end = first.length + SIZE / middle.length * middle.length;
            return new InputStream() {
                private long at;

                @Override
                public int read() throws IOException {
                    byte[] one = new byte[1];
                    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
                }

                @Override
                public int read(byte[] into, int offset, int length) {
                    byte[] piece = at < first.length ? first : at < end ? middle : last;
                    int from = (int) (at < first.length
                            ? at
                            : at < end ? (at - first.length) % middle.length : at - end);
                    int count = Math.min(length, piece.length - from);
                    if (count <= 0) {
                        return -1;
                    }
                    System.arraycopy(piece, from, into, offset, count);
                    at += count;
                    return count;
                }
            };
        }
    }
}
