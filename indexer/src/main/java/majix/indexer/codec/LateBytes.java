package majix.indexer.codec;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A file of a segment that is opened and looked at when it is first read.
final class LateBytes extends Bytes {
    private final Path path;
    private final byte[] mark;
    private @Nullable Bytes file;

    /// @param mark see [SegmentFile#mark]
    LateBytes(Path path, byte[] mark) {
        this.path = path;
        this.mark = mark;
    }

    private synchronized Bytes file() throws IOException {
        if (file == null) {
            Bytes opened = FileBytes.open(path);
            try {
                SegmentFile.contents(opened, mark);
            } catch (IOException | RuntimeException e) {
                opened.close();
                throw e;
            }
            file = opened;
        }
        return file;
    }

    @Override
    long length() throws IOException {
        return file().length();
    }

    @Override
    void read(long at, byte[] into, int offset, int count) throws IOException {
        file().read(at, into, offset, count);
    }

    @Override
    synchronized void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
