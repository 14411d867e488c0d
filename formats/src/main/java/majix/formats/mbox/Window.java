package majix.formats.mbox;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import majix.formats.Problem;
import majix.formats.Problems;
import majix.formats.files.Directory;

/// The part of a file that is in memory: from the first byte somebody still needs to the last byte read.
/// Offsets are those of the decompressed file; [#bytes] holds offset [#base] at index 0.
final class Window implements Closeable {
    /// Bytes read at once.
    static final int BLOCK = 1 << 18;

    private final Path file;
    private final Problems problems;
    private final Source source;
    private final Checksums sums = new Checksums();
    private byte[] bytes = new byte[2 * BLOCK];
    private long base;
    private int length;
    private int released;
    private boolean atEnd;

    private Window(Path file, Source source, Problems problems) {
        this.file = file;
        this.source = source;
        this.problems = problems;
    }

    static Window open(Path file, Problems problems) throws IOException {
        return new Window(file, Source.open(file), problems);
    }

    /// The bytes; another array after each [#more].
    byte[] bytes() {
        return bytes;
    }

    /// Offset of the first byte in [#bytes].
    long base() {
        return base;
    }

    /// Number of bytes in [#bytes].
    int length() {
        return length;
    }

    /// Offset behind the last byte read.
    long end() {
        return base + length;
    }

    /// Whether the last byte of the file was read.
    boolean atEnd() {
        return atEnd;
    }

    /// Checksums of all bytes released.
    Checksums sums() {
        return sums;
    }

    boolean compressed() {
        return source.compressed();
    }

    /// Bytes held now.
    int held() {
        return length - released;
    }

    /// Says that the bytes before an offset are done with: they count into the checksums and may be dropped.
    void release(long offset) {
        int to = (int) (offset - base);
        if (to > released) {
            sums.update(bytes, released, to - released);
            released = to;
        }
    }

    /// Reads another block.
    ///
    /// @return false at the end of the file, or where its compressed form is damaged, which is reported
    /// @throws IOException if reading the file fails, or a compressed one gives no byte at all
    boolean more() throws IOException {
        if (atEnd) {
            return false;
        }
        room();
        try {
            int n = source.read(bytes, length, Math.min(BLOCK, bytes.length - length));
            atEnd = n < 0;
            length += Math.max(n, 0);
        } catch (IOException e) {
            if (!source.damaged() || end() == 0) {
                throw e;
            }
            atEnd = true;
            problems.report(new Problem(Problem.Kind.UNREADABLE, file, end(),
                    "compressed data breaks off: " + Directory.reason(e)));
        }
        return !atEnd;
    }

    /// Reads until an offset is held or the file ends.
    void reach(long offset) throws IOException {
        boolean some = true;
        while (some && end() < offset) {
            some = more();
        }
    }

    /// The bytes from an offset on, wherever they are in a plain file, and within the window of a compressed one.
    ///
    /// @return how many bytes are there
    int peek(long offset, byte[] into) throws IOException {
        if ((offset >= base && offset + into.length <= end()) || compressed() || atEnd) {
            int from = Math.clamp(offset - base, 0, length);
            int n = offset < base ? 0 : Math.min(into.length, length - from);
            System.arraycopy(bytes, from, into, 0, n);
            return n;
        }
        return source.peek(offset, into);
    }

    /// A copy of some bytes that are held.
    byte[] copy(long from, long to) {
        return Arrays.copyOfRange(bytes, (int) (from - base), (int) (to - base));
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    /// Moving what is held costs as much as was released since the last time, so the whole stays linear.
    private void room() {
        if (bytes.length - length >= BLOCK) {
            return;
        }
        byte[] target = held() > bytes.length / 2 ? new byte[bytes.length * 2] : bytes;
        System.arraycopy(bytes, released, target, 0, held());
        bytes = target;
        base += released;
        length -= released;
        released = 0;
    }
}
