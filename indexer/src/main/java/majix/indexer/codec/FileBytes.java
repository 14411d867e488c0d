package majix.indexer.codec;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/// A file read the plain old way. For a cold search this beats a channel and a mapping alike: it needs no classes that
/// the JVM has not loaded anyway, and a few small reads cost less than setting up a mapping.
final class FileBytes extends Bytes {
    private final RandomAccessFile file;
    private final long length;
    private final String name;

    FileBytes(Path path) throws IOException {
        name = path.toString();
        file = new RandomAccessFile(name, "r");
        length = file.length();
    }

    @Override
    long length() {
        return length;
    }

    @Override
    void read(long at, byte[] into, int offset, int count) throws IOException {
        synchronized (file) {
            file.seek(at);
            file.readFully(into, offset, count);
        }
    }

    @Override
    void close() throws IOException {
        file.close();
    }

    @Override
    public String toString() {
        return name;
    }
}
