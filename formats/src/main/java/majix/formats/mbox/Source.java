package majix.formats.mbox;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// The decompressed bytes of a file, read from the first to the last. Not thread safe.
public final class Source implements Closeable {
    private static final int RAW_BUFFER = 1 << 16;
    /// So much may come out of any compressed file, and of a large one [#RATIO] times its size: far more than of mail.
    private static final long PLENTY = 1L << 28;
    private static final int RATIO = 500;

    private final FileChannel channel;
    private final StoredBytes stored;
    private final @Nullable InputStream decompressed;
    private final long most;
    private long position;

    private Source(FileChannel channel, Compression form) throws IOException {
        this.channel = channel;
        this.stored = new StoredBytes(channel);
        this.decompressed = form == Compression.NONE
                ? null
                : form.decompress(new BufferedInputStream(stored, RAW_BUFFER));
        this.most = decompressed == null ? Long.MAX_VALUE : Math.max(PLENTY, RATIO * channel.size());
    }

    /// Opens a file; the caller closes the source.
    ///
    /// @throws IOException if it cannot be opened, or its compressed form is damaged at the start
    public static Source open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            byte[] magic = new byte[Compression.MAGIC];
            int length = readAt(channel, 0, magic, 0, magic.length);
            return new Source(channel, Compression.of(magic, length));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /// Whether the file is stored in a compressed form.
    public boolean compressed() {
        return decompressed != null;
    }

    /// Whether it is the compressed data that [#read] throws an exception for: reading the file did not fail.
    public boolean damaged() {
        return decompressed != null && !stored.failed();
    }

    /// The bytes the file takes as it lies there.
    public long storedBytes() throws IOException {
        return channel.size();
    }

    /// Offset of the next byte that [#read] gives.
    public long position() {
        return position;
    }

    /// Reads at least one byte.
    ///
    /// @return how many bytes were read, or -1 at the end
    /// @throws IOException if reading fails; for a compressed file if its data is damaged, ends too early, or is more than
    ///     a file of its size can hold in earnest
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int n = decompressed == null
                ? channel.read(ByteBuffer.wrap(bytes, offset, length), position)
                : decompressed(decompressed, bytes, offset, length);
        if (n > 0) {
            if (position + n > most) {
                throw new IOException("decompresses to more than " + RATIO + " times its size");
            }
            position += n;
        } else {
            stored.check();
        }
        return n;
    }

    /// What a decompressor makes of a disk that fails is of no interest.
    private int decompressed(InputStream in, byte[] bytes, int offset, int length) throws IOException {
        try {
            return in.read(bytes, offset, length);
        } catch (IOException e) {
            stored.check();
            throw e;
        }
    }

    /// Goes on to an offset: at no cost in a plain file, by reading in a compressed one, and there only forward.
    ///
    /// @throws EOFException if a compressed file ends before it
    public void skipTo(long offset) throws IOException {
        if (decompressed != null) {
            decompressed.skipNBytes(offset - position);
        }
        position = offset;
    }

    /// Reads somewhere in a plain file without moving [#position].
    ///
    /// @return how many bytes are there, at most what the array holds
    public int peek(long offset, byte[] bytes) throws IOException {
        return readAt(channel, offset, bytes, 0, bytes.length);
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            if (decompressed != null) {
                decompressed.close();
            }
        }
    }

    private static int readAt(FileChannel channel, long position, byte[] bytes, int offset, int length)
            throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
        int read = 0;
        while (buffer.hasRemaining()) {
            int n = channel.read(buffer, position + read);
            if (n < 0) {
                break;
            }
            read += n;
        }
        return read;
    }
}
