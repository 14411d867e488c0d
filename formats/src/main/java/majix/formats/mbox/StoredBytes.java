package majix.formats.mbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/// The bytes of a file as they lie there, for a decompressor. That reading them failed is remembered: decompressors take
/// it for damaged data, or for the end. Closing does nothing to the file.
final class StoredBytes extends InputStream {
    private final FileChannel channel;
    private @Nullable IOException failure;

    StoredBytes(FileChannel channel) {
        this.channel = channel;
    }

    /// Whether reading failed.
    boolean failed() {
        return failure != null;
    }

    /// Says that reading failed, if it did.
    void check() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        check();
        try {
            return channel.read(ByteBuffer.wrap(bytes, offset, length));
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }
}
