package majix.formats.mime;

import java.io.IOException;
import java.io.InputStream;

/// The bytes of a message made fit for mime4j: a byte order mark at the start is dropped, every line ends in LF (CRLF,
/// CRCRLF and a lone CR become LF), and no line is longer than [Limits#LINE_BYTES]. A read ends at a line end where it
/// can, because mime4j takes a boundary at the very end of its buffer for a whole one.
/// Reusable: [#start] begins another message. Closing is left to whoever opened the source.
final class MailInput extends InputStream {
    private static final int CHUNK = 16 * 1024;

    private final byte[] buffer = new byte[CHUNK];
    private InputStream source = InputStream.nullInputStream();
    private int position;
    private int end;
    private int heldFrom;
    private int held;
    private boolean started;
    private boolean exhausted;
    private int lineBytes;
    private int breaking;

    MailInput start(InputStream bytes) {
        source = bytes;
        position = 0;
        end = 0;
        held = 0;
        started = false;
        exhausted = false;
        lineBytes = 0;
        breaking = 0;
        return this;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (lineBytes >= Limits.LINE_BYTES) {
            lineBytes = 0;
            breaking = 2;
        }
        if (breaking > 0) {
            target[offset] = (byte) (breaking-- == 2 ? '\n' : ' ');
            return 1;
        }
        while (position == end) {
            if (exhausted) {
                return -1;
            }
            fill();
        }
        int count = wholeLines(Math.min(length, end - position));
        System.arraycopy(buffer, position, target, offset, count);
        position += count;
        return count;
    }

    private int wholeLines(int atMost) {
        for (int i = position + atMost - 1; i >= position; i--) {
            if (buffer[i] == '\n') {
                lineBytes = 0;
                return i + 1 - position;
            }
        }
        lineBytes += atMost;
        return atMost;
    }

    private void fill() throws IOException {
        System.arraycopy(buffer, heldFrom, buffer, 0, held);
        int more = source.readNBytes(buffer, held, CHUNK - held);
        exhausted = more == 0;
        position = 0;
        normalize(held + more);
        if (!started) {
            started = true;
            boolean mark = end >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF;
            position = mark ? 3 : 0;
        }
    }

    /// Turns line ends into LF in place. CRs at the end stay for the next time, when it is known what follows them.
    private void normalize(int total) {
        int from = 0;
        while (from < total && buffer[from] != '\r') {
            from++;
        }
        int to = from;
        while (from < total) {
            byte b = buffer[from];
            if (b == '\r') {
                if (!exhausted && from + 2 >= total && onlyReturns(from, total)) {
                    break;
                }
                if (endsLine(from, total)) {
                    from++;
                    continue;
                }
                b = '\n';
            }
            buffer[to++] = b;
            from++;
        }
        end = to;
        heldFrom = from;
        held = total - from;
    }

    private boolean onlyReturns(int from, int total) {
        return from + 1 >= total || buffer[from + 1] == '\r';
    }

    /// Whether the LF of the line end that this CR belongs to is still to come.
    private boolean endsLine(int at, int total) {
        if (at + 1 >= total || buffer[at + 1] == '\n') {
            return at + 1 < total;
        }
        return buffer[at + 1] == '\r' && at + 2 < total && buffer[at + 2] == '\n';
    }
}
