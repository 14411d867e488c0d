package majix.indexer.codec;

import java.io.IOException;

/// The bytes of one file of a segment, at random places. Lucene's writer reads through its own inputs, a cold search
/// through plain files; nothing above this knows which. Safe for use by several threads.
abstract class Bytes {

    /// Bytes of the file.
    abstract long length() throws IOException;

    /// Reads `count` bytes from byte `at` on.
    ///
    /// @throws java.io.EOFException if the file ends before
    abstract void read(long at, byte[] into, int offset, int count) throws IOException;

    /// Closes the file.
    abstract void close() throws IOException;

    /// What the file is called in messages.
    @Override
    public abstract String toString();
}
