package majix.formats.mbox;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import majix.formats.MessageBytes;
import org.jspecify.annotations.Nullable;

/// The large messages of a compressed file. They are read in about the order they stand in, after they were found: what
/// was decompressed for one is gone on from for the next, so that the file is not decompressed anew for each of them.
final class PackedFile implements Closeable {
    private final Path file;
    /// Where reading may go on.
    private @Nullable Source idle;
    /// Messages that nobody has read yet.
    private int unread;
    private boolean closed;

    PackedFile(Path file) {
        this.file = file;
    }

    /// A message, which may be read after this is closed.
    synchronized MessageBytes slice(long start, long size) {
        unread++;
        return new Slice(start, size);
    }

    /// No more messages are found.
    @Override
    public synchronized void close() throws IOException {
        closed = true;
        closeIfDone();
    }

    private synchronized @Nullable Source take(long start) {
        Source source = idle;
        if (source == null || source.position() > start) {
            return null;
        }
        idle = null;
        return source;
    }

    /// Keeps of two sources the one that is farther.
    private synchronized void giveBack(Source source, boolean firstTime) throws IOException {
        Source other = idle;
        boolean farther = other == null || other.position() < source.position();
        idle = farther ? source : other;
        if (!farther) {
            source.close();
        } else if (other != null) {
            other.close();
        }
        unread -= firstTime ? 1 : 0;
        closeIfDone();
    }

    private synchronized void closeIfDone() throws IOException {
        Source source = idle;
        if (closed && unread <= 0 && source != null) {
            idle = null;
            source.close();
        }
    }

    private final class Slice implements MessageBytes {
        private final long start;
        private final long size;
        private boolean read;

        Slice(long start, long size) {
            this.start = start;
            this.size = size;
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public int heldBytes() {
            return 0;
        }

        @Override
        public InputStream open() throws IOException {
            Source idle = take(start);
            Source source = idle == null ? Source.open(file) : idle;
            boolean firstTime = !read;
            read = true;
            try {
                source.skipTo(start);
            } catch (IOException e) {
                source.close();
                throw e;
            }
            return new FilterInputStream(new SliceStream(source, start + size, false)) {
                private boolean open = true;

                @Override
                public void close() throws IOException {
                    if (open) {
                        open = false;
                        giveBack(source, firstTime);
                    }
                }
            };
        }
    }
}
