package majix.indexer.codec;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// A file read the plain old way. For a cold search this beats a channel and a mapping alike: it needs no classes that
/// the JVM has not loaded anyway, and a few small reads cost less than setting up a mapping.
final class FileBytes extends Bytes {
    private final RandomAccessFile file;
    private final long length;
    private final String name;

    private FileBytes(String name) throws IOException {
        this.name = name;
        file = new RandomAccessFile(name, "r");
        length = file.length();
    }

    /// Opens a file for reading.
    ///
    /// @throws NoSuchFileException if it is not there
    static Bytes open(Path path) throws IOException {
        String name = path.toString();
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 0x80) {
                return new ChannelBytes(path);
            }
        }
        try {
            return new FileBytes(name);
        } catch (FileNotFoundException e) {
            if (Files.exists(path)) {
                throw e;
            }
            throw new NoSuchFileException(name);
        }
    }

    @Override
    long length() {
        return length;
    }

    @Override
    void read(long at, byte[] into, int offset, int count) throws IOException {
        if (at < 0) {
            throw new EOFException(name + " has no byte " + at);
        }
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
