package majix.formats;

import java.nio.file.Path;

/// Where one message's bytes lie. Sealed by shape: a new file format adds no variant.
/// Paths are absolute and normalised; symbolic links in them are kept as the user named them.
public sealed interface MessageRef {

    /// The file that holds the message.
    Path path();

    /// The whole file is the message. The file may be compressed (gzip, bzip2, xz, Zstandard by magic number).
    record WholeFile(Path path) implements MessageRef {}

    /// Bytes `start` (inclusive) to `end` (exclusive) of a file that holds many messages, counted in its
    /// decompressed form. The separator line before the message is not part of it; the blank line after it is.
    record Slice(Path path, long start, long end) implements MessageRef {
        public Slice {
            if (start < 0 || end < start) {
                throw new IllegalArgumentException("slice [" + start + "," + end + ") of " + path);
            }
        }
    }
}
