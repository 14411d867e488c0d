package majix.indexer.codec;

import java.io.EOFException;

/// Bytes that are in memory already.
final class ArrayBytes extends Bytes {
    private final byte[] bytes;

    ArrayBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    long length() {
        return bytes.length;
    }

    @Override
    void read(long at, byte[] into, int offset, int count) throws EOFException {
        if (at < 0 || at + count > bytes.length) {
            throw new EOFException("contents end early");
        }
        System.arraycopy(bytes, (int) at, into, offset, count);
    }

    @Override
    void close() {}

    @Override
    public String toString() {
        return "contents";
    }
}
