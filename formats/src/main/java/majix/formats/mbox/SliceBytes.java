package majix.formats.mbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import majix.formats.MessageBytes;

/// A message too large for memory, left in its file.
///
/// @param file the file, compressed or not
/// @param start offset of the first byte, decompressed
/// @param size number of bytes
public record SliceBytes(Path file, long start, long size) implements MessageBytes {

    @Override
    public int heldBytes() {
        return 0;
    }

    @Override
    public InputStream open() throws IOException {
        Source source = Source.open(file);
        try {
            source.skipTo(start);
        } catch (IOException e) {
            source.close();
            throw e;
        }
        return new SliceStream(source, start + size, true);
    }
}
