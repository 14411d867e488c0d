package majix.formats.mime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;

/// A part's bytes with their transfer encoding undone while they are read, by the rules of [TransferEncoding]. uuencoded
/// parts are held in memory, and given as they are if they are too long for that; others are not.
final class DecodedStream extends InputStream {
    private static final int CHUNK = 1 << 16;
    private static final int MOST_HELD = 64 << 20;

    private final InputStream in;
    private TransferEncoding encoding;
    private byte[] bytes = new byte[CHUNK];
    private int position;
    private int decoded;
    /// Bytes behind [#decoded] that wait for the rest of their line or group of four.
    private int waiting;
    private int waitingFrom;
    private boolean started;
    private boolean ended;

    private DecodedStream(InputStream in, TransferEncoding encoding) {
        this.in = in;
        this.encoding = encoding;
    }

    /// The decoded bytes of a stream, which is not closed.
    static InputStream of(InputStream in, TransferEncoding encoding) throws IOException {
        return switch (encoding) {
            case IDENTITY, UNKNOWN -> in;
            case BASE64, QUOTED_PRINTABLE -> new DecodedStream(in, encoding);
            case UUENCODE -> {
                byte[] all = in.readNBytes(MOST_HELD);
                if (all.length == MOST_HELD) {
                    yield new SequenceInputStream(new ByteArrayInputStream(all), in);
                }
                yield new ByteArrayInputStream(all, 0, encoding.decode(all, all.length));
            }
        };
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (position == decoded) {
            if (ended) {
                return -1;
            }
            fill();
        }
        int count = Math.min(length, decoded - position);
        System.arraycopy(bytes, position, target, offset, count);
        position += count;
        return count;
    }

    private void fill() throws IOException {
        System.arraycopy(bytes, waitingFrom, bytes, 0, waiting);
        if (waiting == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        int total = waiting + in.readNBytes(bytes, waiting, bytes.length - waiting);
        ended = total < bytes.length;
        if (!started) {
            started = true;
            encoding = encoding == TransferEncoding.BASE64 && TransferEncoding.isProse(bytes, total)
                    ? TransferEncoding.IDENTITY
                    : encoding;
        }
        int whole = ended ? total : whole(total);
        waitingFrom = whole;
        waiting = total - whole;
        position = 0;
        decoded = encoding == TransferEncoding.BASE64
                ? TransferEncoding.base64(bytes, 0, whole)
                : encoding.decode(bytes, whole);
    }

    /// How much of the bytes can be decoded by itself.
    private int whole(int total) {
        int end = total;
        if (encoding == TransferEncoding.QUOTED_PRINTABLE) {
            while (end > 0 && bytes[end - 1] != '\n') {
                end--;
            }
            return end;
        }
        if (encoding != TransferEncoding.BASE64) {
            return total;
        }
        int count = 0;
        for (int i = 0; i < total; i++) {
            if (TransferEncoding.base64Value(bytes[i]) >= 0) {
                count = count == 3 ? 0 : count + 1;
                end = count == 0 ? i + 1 : end;
            } else if (bytes[i] == '=') {
                count = 0;
                end = i + 1;
            }
        }
        return count == 0 ? total : end == total ? 0 : end;
    }
}
