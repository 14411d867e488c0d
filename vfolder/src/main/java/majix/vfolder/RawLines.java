package majix.vfolder;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import majix.formats.FileNames;
import majix.formats.MessageRef;

/// Hits as lines for programs: the path of the file, or `mbox:PATH [START,END)` for a part of one, bytes of the
/// decompressed file. Paths come out as the bytes they are on the disk.
public final class RawLines {
    private static final int FULL = 1 << 15;

    private RawLines() {}

    /// Writes one line for each message, in the order given, with few writes. The stream is not flushed.
    ///
    /// @throws IOException if the stream cannot be written
    public static void write(OutputStream out, List<MessageRef> refs) throws IOException {
        Line line = new Line();
        for (MessageRef ref : refs) {
            line.add(ref);
            if (line.length > FULL) {
                line.drain(out);
            }
        }
        line.drain(out);
    }

    /// Writes the line of one message; the caller buffers.
    ///
    /// @throws IOException if the stream cannot be written
    public static void write(OutputStream out, MessageRef ref) throws IOException {
        Line line = new Line();
        line.add(ref);
        line.drain(out);
    }

    /// Bytes of lines. A class of its own rather than streams and strings: a search prints its answer from a JVM that
    /// has just started.
    private static final class Line {
        private static final byte[] MBOX = {'m', 'b', 'o', 'x', ':'};
        private byte[] bytes = new byte[FULL + 1024];
        private int length;

        void add(MessageRef ref) {
            byte[] path = FileNames.bytes(ref.path());
            if (ref instanceof MessageRef.Slice slice) {
                add(MBOX);
                add(path);
                add((byte) ' ', (byte) '[');
                decimal(slice.start());
                add((byte) ',');
                decimal(slice.end());
                add((byte) ')', (byte) '\n');
            } else {
                add(path);
                add((byte) '\n');
            }
        }

        private void add(byte... more) {
            if (length + more.length > bytes.length) {
                byte[] larger = new byte[(length + more.length) * 2];
                System.arraycopy(bytes, 0, larger, 0, length);
                bytes = larger;
            }
            System.arraycopy(more, 0, bytes, length, more.length);
            length += more.length;
        }

        private void decimal(long number) {
            if (number >= 10) {
                decimal(number / 10);
            }
            add((byte) ('0' + number % 10));
        }

        void drain(OutputStream out) throws IOException {
            out.write(bytes, 0, length);
            length = 0;
        }
    }
}
