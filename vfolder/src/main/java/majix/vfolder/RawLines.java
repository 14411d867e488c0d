package majix.vfolder;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import majix.formats.FileNames;
import majix.formats.MessageRef;

/// Hits as lines for programs: the path of the file, or `mbox:PATH [START,END)` for a part of one, bytes of the
/// decompressed file. Paths come out as the bytes they are on the disk.
public final class RawLines {
    private static final int FULL = 1 << 15;
    private static final byte[] MBOX = {'m', 'b', 'o', 'x', ':'};

    private final OutputStream out;
    private byte[] bytes = new byte[512];
    private int length;

    /// Bytes of lines rather than streams and strings: a search prints its answer from a JVM that has just started.
    ///
    /// @param out where the lines go; not closed
    public RawLines(OutputStream out) {
        this.out = out;
    }

    /// Writes one line for each message, in the order given, with few writes. The stream is not flushed.
    ///
    /// @throws IOException if the stream cannot be written
    public static void write(OutputStream out, List<MessageRef> refs) throws IOException {
        RawLines lines = new RawLines(out);
        for (MessageRef ref : refs) {
            switch (ref) {
                case MessageRef.WholeFile file -> lines.add(FileNames.bytes(file.path()), -1, -1);
                case MessageRef.Slice slice -> lines.add(FileNames.bytes(slice.path()), slice.start(), slice.end());
            }
        }
        lines.flush();
    }

    /// Adds the line of one message.
    ///
    /// @param path bytes of the file's path
    /// @param start first byte of the message in the decompressed file, -1 if it is the whole file
    /// @param end byte behind the message; not used for a whole file
    /// @throws IOException if the stream cannot be written
    public void add(byte[] path, long start, long end) throws IOException {
        int most = path.length + 64;
        if (length > FULL) {
            flush();
        }
        if (length + most > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * (length + most));
        }
        if (start >= 0) {
            put(MBOX);
            put(path);
            put((byte) ' ');
            put((byte) '[');
            decimal(start);
            put((byte) ',');
            decimal(end);
            put((byte) ')');
        } else {
            put(path);
        }
        put((byte) '\n');
    }

    private void put(byte one) {
        bytes[length++] = one;
    }

    private void put(byte[] more) {
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
    }

    private void decimal(long number) {
        int digits = 1;
        for (long rest = number; rest >= 10; rest /= 10) {
            digits++;
        }
        long rest = number;
        for (int i = length + digits - 1; i >= length; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
    }

    /// Hands over what was added.
    ///
    /// @throws IOException if the stream cannot be written
    public void flush() throws IOException {
        out.write(bytes, 0, length);
        length = 0;
    }
}
