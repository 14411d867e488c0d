package majix.indexer.codec;

import java.io.IOException;

/// A file of a segment that is looked at when it is first read. It is open from the start: a later commit may delete it
/// under its name.
final class LateBytes extends Bytes {
    private final Bytes file;
    private final byte[] segmentId;
    private boolean checked;

    LateBytes(Bytes file, byte[] segmentId) {
        this.file = file;
        this.segmentId = segmentId;
    }

    private synchronized Bytes file() throws IOException {
        if (!checked) {
            SegmentFile.contents(file, segmentId);
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
