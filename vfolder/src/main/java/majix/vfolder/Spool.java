package majix.vfolder;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import majix.formats.NamedOutput;

/// A file that is written from its start to its end and knows where it is. Closing it does not close the file.
final class Spool extends OutputStream {
    private final FileChannel file;
    private final Path name;
    private final byte[] buffer = new byte[1 << 16];
    private long written;
    private int filled;

    /// @param name what the file is called
    Spool(FileChannel file, Path name) throws IOException {
        this.file = file;
        this.name = name;
        cut(0);
    }

    private void cut(long position) throws IOException {
        try {
            file.truncate(position);
        } catch (IOException e) {
            throw NamedOutput.named(e, name);
        }
    }

    /// Bytes so far.
    long position() {
        return written + filled;
    }

    @Override
    public void write(int b) throws IOException {
        if (filled == buffer.length) {
            flush();
        }
        buffer[filled++] = (byte) b;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (length > buffer.length - filled) {
            flush();
        }
        if (length > buffer.length) {
            drain(ByteBuffer.wrap(bytes, offset, length));
        } else {
            System.arraycopy(bytes, offset, buffer, filled, length);
            filled += length;
        }
    }

    @Override
    public void flush() throws IOException {
        drain(ByteBuffer.wrap(buffer, 0, filled));
        filled = 0;
    }

    private void drain(ByteBuffer bytes) throws IOException {
        try {
            while (bytes.hasRemaining()) {
                written += file.write(bytes, written);
            }
        } catch (IOException e) {
            throw NamedOutput.named(e, name);
        }
    }

    /// Appends bytes of another file.
    void append(FileChannel from, long start, long end) throws IOException {
        flush();
        file.position(written);
        for (long at = start; at < end;) {
            long moved = moved(from, at, end - at);
            if (moved <= 0) {
                throw new IOException("the file became shorter while it was copied");
            }
            at += moved;
            written += moved;
        }
    }

    /// Appends a whole mbox; an empty line ends it, also where a mail program or an editor left none.
    void appendMbox(Path mbox) throws IOException {
        try (FileChannel from = FileChannel.open(mbox, StandardOpenOption.READ)) {
            long size = from.size();
            append(from, 0, size);
            for (int wanted = missing(from, size); wanted > 0; wanted--) {
                write('\n');
            }
        }
    }

    /// How many line ends are wanted behind an mbox, so that an empty line is its last.
    private static int missing(FileChannel mbox, long size) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(2);
        if (size < 2 || mbox.read(last, size - 2) < 2 || last.get(1) != '\n') {
            return size == 0 ? 0 : 2;
        }
        return last.get(0) == '\n' ? 0 : 1;
    }

    private long moved(FileChannel from, long start, long bytes) throws IOException {
        try {
            return from.transferTo(start, bytes, file);
        } catch (IOException e) {
            throw NamedOutput.named(e, name);
        }
    }

    /// Takes back what was written from a position on.
    void truncate(long position) throws IOException {
        flush();
        cut(position);
        written = position;
    }
}
