package majix.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import majix.formats.MessageBytes;
import majix.formats.MessageFiles;
import majix.formats.MessageRef;
import majix.formats.NamedOutput;

/// The bytes of a message where it lies, read anew each time. What fails, fails in the name of the file.
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
        try {
            return new Named(MessageFiles.open(ref), ref.path());
        } catch (IOException e) {
            throw NamedOutput.named(e, ref.path());
        }
    }

    private static final class Named extends FilterInputStream {
        private final Path file;

        Named(InputStream in, Path file) {
            super(in);
            this.file = file;
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (IOException e) {
                throw NamedOutput.named(e, file);
            }
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                return super.read(bytes, offset, length);
            } catch (IOException e) {
                throw NamedOutput.named(e, file);
            }
        }
    }
}
