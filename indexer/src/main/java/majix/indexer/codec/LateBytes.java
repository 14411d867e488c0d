package majix.indexer.codec;

import java.io.IOException;

/// A file of a segment that is looked at when it is first read. It is open from the start: a later commit may delete it
/// under its name.
final class LateBytes extends Bytes {
    private final Bytes file;
    private final byte[] mark;
    private boolean checked;

    /// @param mark see [SegmentFile#mark]
    LateBytes(Bytes file, byte[] mark) {
        this.file = file;
        this.mark = mark;
    }

    private synchronized Bytes file() throws IOException {
        if (!checked) {
            SegmentFile.contents(file, mark);
            checked = true;
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
    void close() throws IOException {
        file.close();
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
