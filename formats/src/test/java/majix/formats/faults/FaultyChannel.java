package majix.formats.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/// An open file. Closing it is no change: the system does it for a process that was killed.
final class FaultyChannel extends FileChannel {
    private final FaultyDisk disk;
    private final FileChannel real;
    private final Path path;
    private final Object key;
    private final boolean directory;
    private final boolean forcing;

    /// @param forcing whether each write is forced to the disk
    FaultyChannel(FaultyDisk disk, FileChannel real, Path path, Object key, boolean directory, boolean forcing) {
        this.disk = disk;
        this.real = real;
        this.path = path;
        this.key = key;
        this.directory = directory;
        this.forcing = forcing;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        int written = write(bytes, real.position());
        real.position(real.position() + written);
        return written;
    }

    @Override
    public int write(ByteBuffer bytes, long position) throws IOException {
        int wanted = bytes.remaining();
        int count = disk.writable(wanted, path);
        disk.unforced.written(key, real.size());
        ByteBuffer some = bytes.slice(bytes.position(), count);
        long at = position;
        while (some.hasRemaining()) {
            at += real.write(some, at);
        }
        bytes.position(bytes.position() + count);
        if (count < wanted) {
            disk.fail();
        }
        if (forcing) {
            force(false);
        }
        return count;
    }

    @Override
    public long write(ByteBuffer[] all, int offset, int length) throws IOException {
        long written = 0;
        for (int i = offset; i < offset + length; i++) {
            written += write(all[i]);
        }
        return written;
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(count, 1 << 16));
        int read = real.read(bytes, position);
        return read <= 0 ? 0 : target.write(bytes.flip());
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(count, 1 << 16));
        int read = source.read(bytes);
        return read <= 0 ? 0 : write(bytes.flip(), position);
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        disk.next(Change.TRUNCATE, path);
        if (size < real.size()) {
            disk.unforced.truncated(key, size);
        }
        real.truncate(size);
        return this;
    }

    /// Tests need not wait for a disk.
    @Override
    public void force(boolean metaData) throws IOException {
        disk.next(directory ? Change.FORCE_DIRECTORY : Change.FORCE, path);
        disk.unforced.forced(key);
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int read = read(into, real.position());
        real.position(real.position() + Math.max(0, read));
        return read;
    }

    @Override
    public long read(ByteBuffer[] into, int offset, int length) throws IOException {
        disk.readable(path, real.position());
        return real.read(into, offset, length);
    }

    @Override
    public int read(ByteBuffer into, long position) throws IOException {
        int limit = into.limit();
        into.limit(into.position() + (int) Math.min(into.remaining(), disk.readable(path, position)));
        try {
            return real.read(into, position);
        } finally {
            into.limit(limit);
        }
    }

    @Override
    public long position() throws IOException {
        return real.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
        real.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return real.size();
    }

    /// A mapping would be written past this layer.
    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
        if (!mode.equals(MapMode.READ_ONLY)) {
            throw new UnsupportedOperationException();
        }
        return real.map(mode, position, size);
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
        return real.lock(position, size, shared);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return real.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        real.close();
    }
}
