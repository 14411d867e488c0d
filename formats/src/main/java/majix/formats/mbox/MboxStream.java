package majix.formats.mbox;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import majix.formats.Checkpoint;
import majix.formats.MessageBytes;
import majix.formats.MessageRef;
import majix.formats.MessageStream;
import majix.formats.Problem;
import majix.formats.Problems;
import majix.formats.RawMessage;
import org.jspecify.annotations.Nullable;

/// The messages of a file of many messages. Memory is bounded, however large the file or a message in it is.
///
/// With a checkpoint the known part is held against its checksums first, at the speed of reading. If it is intact and a
/// separator follows, reading goes on there. Else the file is split from its beginning, and messages are passed over as
/// long as the start of the file and their ends were told by bytes before the first changed block: what is not passed
/// over is exactly what a first reading would give from there on.
public final class MboxStream implements MessageStream {
    /// How much of a file has to be seen to tell what it is.
    public static final int HEAD = Start.SEEN;

    private static final long INTACT = -1;

    private final Path file;
    private final Problems problems;
    private final PackedFile packed;
    private Window window;
    private @Nullable Joiner joiner;
    private @Nullable Span pending;
    private @Nullable Checkpoint frozen;
    private long startsAt;
    /// Behind the bytes that were looked at to find the ends of the messages so far, but for the lines that separate them.
    private long beyond;

    private MboxStream(Path file, Problems problems) throws IOException {
        this.file = file;
        this.problems = problems;
        this.packed = new PackedFile(file);
        this.window = Window.open(file, problems);
    }

    /// Opens a file; if it holds no separator at its start, [#content] says so. The caller closes the stream.
    ///
    /// @param from where to begin, see [majix.formats.MailStore#open]
    /// @throws IOException if the file cannot be read
    public static MboxStream open(Path file, Checkpoint from, Problems problems) throws IOException {
        MboxStream stream = new MboxStream(file, problems);
        try {
            stream.begin(from);
        } catch (IOException e) {
            stream.close();
            throw e;
        }
        return stream;
    }

    /// Whether a file that begins with these bytes, [#HEAD] of them or all it has, is one of many messages.
    public static boolean begins(byte[] head) {
        return Start.of(head, head.length) != null;
    }

    @Override
    public Content content() {
        return joiner == null ? Content.NOT_MAIL : Content.MBOX;
    }

    @Override
    public long startsAt() {
        return startsAt;
    }

    /// Ends before the last message if bytes added to the file could join later ones to it.
    @Override
    public Checkpoint checkpoint() {
        return frozen == null ? window.sums().checkpoint() : frozen;
    }

    @Override
    public @Nullable RawMessage next() throws IOException {
        Span span = pending;
        pending = null;
        if (span == null) {
            span = joiner == null ? null : joiner.next();
        }
        if (span == null) {
            return null;
        }
        reached(span);
        if (span.provisional() && frozen == null) {
            frozen = window.sums().kept();
        }
        for (long offset : span.oddLines()) {
            problems.report(new Problem(Problem.Kind.ODD_SEPARATOR, file, offset, "not taken as a separator line"));
        }
        long size = span.end() - span.start();
        MessageBytes bytes = size <= MessageBytes.IN_MEMORY
                ? MessageBytes.of(window.copy(span.start(), span.end()))
                : window.compressed()
                        ? packed.slice(span.start(), size)
                        : new SliceBytes(file, span.start(), size);
        release(span);
        return new RawMessage(new MessageRef.Slice(file, span.start(), span.end()), bytes, date(span));
    }

    /// A checkpoint stands where no message before it was ended by bytes behind it: nobody looks at these again for its
    /// sake. The separator line that stands there is looked at.
    private void reached(Span span) {
        if (beyond <= span.separator()) {
            window.sums().keep();
        }
        beyond = Math.max(beyond, span.beyond());
    }

    private void release(Span span) {
        window.release(span.end());
        window.sums().mark();
    }

    @Override
    public void close() throws IOException {
        window.close();
        packed.close();
    }

    private void begin(Checkpoint from) throws IOException {
        Start start = start();
        if (start == null || from.position() == 0) {
            joiner = start == null ? null : new Joiner(window, start, start.offset());
            return;
        }
        long changed = firstChange(from, start);
        if (changed == INTACT && start.seen() <= from.position()) {
            startsAt = from.position();
            window.sums().mark();
            joiner = new Joiner(window, start, from.position());
            return;
        }
        window.close();
        window = Window.open(file, problems);
        start = start();
        if (start != null) {
            joiner = new Joiner(window, start, start.offset());
            // else what is known may have begun elsewhere
            if (start.seen() <= (changed == INTACT ? from.position() : changed)) {
                passOver(joiner, changed);
            }
        }
    }

    private @Nullable Start start() throws IOException {
        window.reach(Start.SEEN);
        return Start.of(window.bytes(), Math.min(window.length(), HEAD));
    }

    /// Where the known part of the file begins to differ, or [#INTACT].
    private long firstChange(Checkpoint known, Start start) throws IOException {
        long position = known.position();
        for (int block = 0; block < known.sums().size(); block++) {
            long from = (long) block * Checkpoint.BLOCK;
            long to = Math.min(from + Checkpoint.BLOCK, position);
            window.reach(to);
            if (window.end() < to) {
                return from;
            }
            if (to == position) {
                window.reach(to + Window.BLOCK / 2);
            }
            boolean separated = to < position || window.end() == to || separatorAt(to, start);
            window.release(to);
            if (known.sums().get(block) != window.sums().last()) {
                return from;
            } else if (!separated) {
                return to;
            }
        }
        return INTACT;
    }

    private boolean separatorAt(long position, Start start) {
        byte[] bytes = window.bytes();
        int at = (int) (position - window.base());
        int end = Lines.find(bytes, at, window.length(), start.lineEnd());
        if (bytes[at - 1] != start.lineEnd()) {
            return false;
        } else if (start.mmdf()) {
            return Start.isMmdf(bytes, at, end);
        }
        return FromLines.begins(bytes, at, end) && FromLines.separates(FromLines.read(bytes, at, end, window.length()));
    }

    /// Passes over the messages that are sure to be known.
    private void passOver(Joiner messages, long changed) throws IOException {
        Span span = messages.next();
        while (span != null && span.seen() <= changed) {
            reached(span);
            release(span);
            startsAt = span.end();
            span = messages.next();
        }
        pending = span;
    }

    private static @Nullable Instant date(Span span) {
        return span.date() == FromLines.UNDATED ? null : Instant.ofEpochSecond(span.date());
    }
}
