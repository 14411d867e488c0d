package majix.indexer.codec;

import java.io.IOException;
import org.apache.lucene.store.IndexInput;

/// A file that Lucene has opened.
final class InputBytes extends Bytes {
    private final IndexInput input;

    InputBytes(IndexInput input) {
        this.input = input;
    }

    @Override
    long length() {
        return input.length();
    }

    @Override
    void read(long at, byte[] into, int offset, int count) throws IOException {
        synchronized (input) {
            input.seek(at);
            input.readBytes(into, offset, count);
        }
    }

    IndexInput input() {
        return input;
    }

    @Override
    void close() throws IOException {
        input.close();
    }

    @Override
    public String toString() {
        return input.toString();
    }
}
