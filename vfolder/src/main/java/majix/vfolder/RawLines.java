package majix.vfolder;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import majix.formats.FileNames;
import majix.formats.MessageRef;

/// Hits as lines for programs: the path of the file, or `mbox:PATH [START,END)` for a part of one, bytes of the
/// decompressed file. Paths come out as the bytes they are on the disk, unless they are to be read by people.
public final class RawLines {
    private static final int FULL = 1 << 15;
    private static final byte[] NO_NAME = {};
    /// The numbers below a hundred in two digits each.
    private static final byte[] PAIRS = pairs();
    private static final long MILLIARD = 1_000_000_000L;
    private static final byte[] MBOX = {'m', 'b', 'o', 'x', ':'};

    private final OutputStream out;
    private final boolean visible;
    private byte[] bytes = new byte[512];
    private int length;

    /// Lines for programs.
    ///
    /// @param out where the lines go; not closed
    public RawLines(OutputStream out) {
        this(out, false);
    }

    /// Bytes of lines rather than streams and strings: a search prints its answer from a JVM that has just started.
    ///
    /// @param out where the lines go; not closed
    /// @param visible whether they are for people's eyes: see [VisibleText]
    public RawLines(OutputStream out, boolean visible) {
        this.out = out;
        this.visible = visible;
    }

    /// Writes one line for each message, in the order given, with few writes. The stream is not flushed.
    ///
    /// @throws IOException if the stream cannot be written
    public static void write(OutputStream out, List<MessageRef> refs) throws IOException {
        RawLines lines = new RawLines(out);
        for (MessageRef ref : refs) {
            lines.add(ref);
        }
        lines.flush();
    }

    /// Writes the line of one message for people.
    static void writeVisible(OutputStream out, MessageRef ref) throws IOException {
        RawLines lines = new RawLines(out, true);
        lines.add(ref);
        lines.flush();
    }

    private void add(MessageRef ref) throws IOException {
        switch (ref) {
            case MessageRef.WholeFile file -> add(FileNames.bytes(file.path()), -1, -1);
            case MessageRef.Slice slice -> add(FileNames.bytes(slice.path()), slice.start(), slice.end());
        }
    }

    /// Adds the line of one message.
    ///
    /// @param path bytes of the file's path
    /// @param start first byte of the message in the decompressed file, -1 if it is the whole file
    /// @param end byte behind the message; not used for a whole file
    /// @throws IOException if the stream cannot be written
    public void add(byte[] path, long start, long end) throws IOException {
        add(path, NO_NAME, start, end);
    }

    /// Adds the line of one message.
    ///
    /// @param folder bytes of the path of the file's folder, or of the file itself
    /// @param name bytes of the path of the file below the folder; empty if the folder is the file
    /// @param start first byte of the message in the decompressed file, -1 if it is the whole file
    /// @param end byte behind the message; not used for a whole file
    /// @throws IOException if the stream cannot be written
    public void add(byte[] folder, byte[] name, long start, long end) throws IOException {
        if (visible) {
            addBytes(VisibleText.of(folder), VisibleText.of(name), start, end);
        } else {
            addBytes(folder, name, start, end);
        }
    }

    private void addBytes(byte[] folder, byte[] name, long start, long end) throws IOException {
        int most = folder.length + name.length + 64;
        if (length > FULL) {
            flush();
        }
        if (length + most > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * (length + most));
        }
        if (start >= 0) {
            put(MBOX);
        }
        put(folder);
        if (name.length > 0) {
            put((byte) '/');
            put(name);
        }
        if (start >= 0) {
            put((byte) ' ');
            put((byte) '[');
            decimal(start);
            put((byte) ',');
            decimal(end);
            put((byte) ')');
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
        if (number >= MILLIARD) {
            decimal(number / MILLIARD);
            digits((int) (number % MILLIARD), 9);
            return;
        }
        int digits = 1;
        for (int bound = 10; digits < 9 && number >= bound; bound *= 10) {
            digits++;
        }
        digits((int) number, digits);
    }

    /// The last digits of a number, two at a time. The multiplication divides by a hundred for numbers below a milliard,
    /// and the JVM's first compiler makes a true division of a division.
    private void digits(int number, int count) {
        int rest = number;
        int i = length + count - 1;
        for (; i > length; i -= 2) {
            int hundredth = (int) (rest * 0x51EB851FL >>> 37);
            int two = 2 * (rest - 100 * hundredth);
            bytes[i] = PAIRS[two + 1];
            bytes[i - 1] = PAIRS[two];
            rest = hundredth;
        }
        if (i == length) {
            bytes[i] = (byte) ('0' + rest);
        }
        length += count;
    }

    private static byte[] pairs() {
        byte[] pairs = new byte[200];
        for (int i = 0; i < 100; i++) {
            pairs[2 * i] = (byte) ('0' + i / 10);
            pairs[2 * i + 1] = (byte) ('0' + i % 10);
        }
        return pairs;
    }

    /// Hands over what was added.
    ///
    /// @throws IOException if the stream cannot be written
    public void flush() throws IOException {
        out.write(bytes, 0, length);
        length = 0;
    }
}
