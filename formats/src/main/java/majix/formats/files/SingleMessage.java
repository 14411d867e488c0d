package majix.formats.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import majix.formats.Checkpoint;
import majix.formats.Entry;
import majix.formats.MessageBytes;
import majix.formats.MessageRef;
import majix.formats.MessageStream;
import majix.formats.Problem;
import majix.formats.Problems;
import majix.formats.RawMessage;
import majix.formats.mbox.Compression;
import majix.formats.mbox.SliceBytes;
import majix.formats.mbox.Source;
import org.jspecify.annotations.Nullable;

/// A file that is one message, compressed or not, or no message at all. Nothing stays open.
public final class SingleMessage implements MessageStream {
    private static final int FIRST_BUFFER = 1 << 16;

    private final Content content;
    private @Nullable RawMessage message;

    private SingleMessage(Content content, @Nullable RawMessage message) {
        this.content = content;
        this.message = message;
    }

    /// Opens an entry of a Maildir or an MH folder.
    ///
    /// @throws IOException if it cannot be read
    public static MessageStream open(Path file, Entry entry, Problems problems) throws IOException {
        if (isNoFile(file, entry)) {
            return none();
        }
        MessageBytes plain = plain(file);
        return of(file, plain == null ? any(file, problems) : plain);
    }

    /// Whether an entry is a directory, or a pipe that would keep us waiting: a listing without stamps did not see it.
    static boolean isNoFile(Path file, Entry entry) {
        return entry.mtime() == Entry.UNKNOWN && !Files.isRegularFile(file) && Files.exists(file);
    }

    static SingleMessage of(Path file, MessageBytes bytes) {
        return new SingleMessage(Content.MESSAGE, new RawMessage(new MessageRef.WholeFile(file), bytes, null));
    }

    static SingleMessage none() {
        return new SingleMessage(Content.NOT_MAIL, null);
    }

    /// The bytes of a file in memory, or null if it is compressed or too large.
    static @Nullable MessageBytes plain(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size > MessageBytes.IN_MEMORY) {
                return null;
            }
            ByteBuffer bytes = ByteBuffer.allocate((int) size);
            int n = 0;
            while (bytes.hasRemaining() && n >= 0) {
                n = channel.read(bytes);
            }
            int length = bytes.position();
            boolean plain = Compression.of(bytes.array(), length) == Compression.NONE;
            return plain
                    ? MessageBytes.of(length == size ? bytes.array() : Arrays.copyOf(bytes.array(), length))
                    : null;
        }
    }

    /// The bytes of any file. Where compressed data breaks off the message ends, and the problem is told.
    ///
    /// @throws IOException if the file cannot be read, or its compressed data gives nothing
    static MessageBytes any(Path file, Problems problems) throws IOException {
        try (Source source = Source.open(file)) {
            if (!source.compressed() && source.storedBytes() > MessageBytes.IN_MEMORY) {
                return new SliceBytes(file, 0, source.storedBytes());
            }
            byte[] bytes = new byte[FIRST_BUFFER];
            int length = 0;
            int n = read(source, bytes, 0, file, problems);
            while (n > 0) {
                length = (int) Math.min(source.position(), bytes.length);
                if (length == bytes.length && bytes.length <= MessageBytes.IN_MEMORY) {
                    bytes = Arrays.copyOf(bytes, 2 * bytes.length);
                }
                // Of what is too large for memory only the size is wanted: it is written over.
                n = read(source, bytes, length < bytes.length ? length : 0, file, problems);
            }
            return source.position() <= MessageBytes.IN_MEMORY
                    ? MessageBytes.of(Arrays.copyOf(bytes, length))
                    : new SliceBytes(file, 0, source.position());
        }
    }

    private static int read(Source source, byte[] into, int from, Path file, Problems problems) throws IOException {
        try {
            return source.read(into, from, into.length - from);
        } catch (IOException e) {
            if (!source.damaged() || source.position() == 0) {
                throw e;
            }
            problems.report(new Problem(Problem.Kind.UNREADABLE, file, source.position(),
                    "compressed data breaks off: " + Directory.reason(e)));
            return -1;
        }
    }

    @Override
    public Content content() {
        return content;
    }

    @Override
    public long startsAt() {
        return 0;
    }

    @Override
    public @Nullable RawMessage next() {
        RawMessage next = message;
        message = null;
        return next;
    }

    @Override
    public Checkpoint checkpoint() {
        return Checkpoint.START;
    }

    @Override
    public void close() {
        message = null;
    }
}
