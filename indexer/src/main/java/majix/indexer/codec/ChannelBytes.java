package majix.indexer.codec;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file whose name only a [Path] can hold, because it is not text in the locale's charset.
final class ChannelBytes extends Bytes {
    private final FileChannel file;
    private final long length;
    private final String name;

    ChannelBytes(Path path) throws IOException {
        name = path.toString();
        file = FileChannel.open(path, StandardOpenOption.READ);
        length = file.size();
    }

    @Override
    long length() {
        return length;
    }

    @Override
    void read(long at, byte[] into, int offset, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(into, offset, count);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, at + count - buffer.remaining()) < 0) {
                throw new EOFException(name + " ends early");
            }
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
