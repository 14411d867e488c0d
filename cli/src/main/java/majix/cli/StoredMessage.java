package majix.cli;

import java.io.IOException;
import java.io.InputStream;
import majix.formats.MessageBytes;
import majix.formats.MessageFiles;
import majix.formats.MessageRef;

/// The bytes of a message where it lies, read anew each time.
record StoredMessage(MessageRef ref) implements MessageBytes {
    @Override
    public long size() {
        return switch (ref) {
            case MessageRef.WholeFile _ -> 0;
            case MessageRef.Slice slice -> slice.end() - slice.start();
        };
    }

    @Override
    public int heldBytes() {
        return 0;
    }

    @Override
    public InputStream open() throws IOException {
        return MessageFiles.open(ref);
    }
}
