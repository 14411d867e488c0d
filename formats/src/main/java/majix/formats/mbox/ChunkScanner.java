package majix.formats.mbox;

import java.io.IOException;
import majix.formats.MessageBytes;
import org.jspecify.annotations.Nullable;

/// Cuts a file into chunks at its separator lines, in one pass. It may pause in the middle of a chunk and go on later.
final class ChunkScanner {
    /// Of a longer line nothing is wanted.
    private static final int LONGEST_LINE = 1 << 16;

    private final Window window;
    private final Start start;
    private final byte lineEnd;
    private final HeaderScan header = new HeaderScan();
    private final PartScan parts = new PartScan();

    private @Nullable Chunk chunk;
    private boolean inHeader;
    /// Whether it is to be known which boundaries are declared.
    private boolean lookingAhead;
    private boolean ended;
    /// Offset of the line that comes next.
    private long line;
    /// Between [#line] and here is no line end.
    private long searched;
    /// The bytes at [#line] are the middle of a long line.
    private boolean inLongLine;

    ChunkScanner(Window window, Start start, long separator) {
        this.window = window;
        this.start = start;
        this.lineEnd = start.lineEnd();
        jump(separator);
    }

    /// Goes on at a separator line, or at the end of the file.
    void jump(long separator) {
        if (chunk != null && chunk.separator == separator) {
            return;
        }
        chunk = null;
        ended = false;
        inLongLine = false;
        parts.reset();
        line = separator;
        searched = separator;
    }

    /// Whether the end of the file was met.
    boolean ended() {
        return ended;
    }

    /// The next chunk.
    ///
    /// @param keep offset from which on bytes are to be held while the chunk's part in a message is uncertain, or -1 if
    ///     it begins a message: then only what a message in memory needs is held
    /// @param most how many bytes may be held from `keep` on
    /// @return null at the end of the file, or when more would have to be held
    @Nullable
    Chunk next(long keep, long most) throws IOException {
        lookingAhead = keep >= 0;
        while (!ended) {
            Chunk done = scan();
            if (done != null) {
                return done;
            }
            if (keep >= 0 && window.end() - keep > most) {
                return null;
            }
            if (keep < 0) {
                release();
            }
            if (!window.more()) {
                done = scan();
                return done == null ? last() : done;
            }
        }
        return null;
    }

    /// Lets go of what a message too large for memory, or an endless row of separator lines, does not need.
    private void release() {
        if (chunk == null || line - chunk.start > MessageBytes.IN_MEMORY) {
            window.release(line);
        } else if (chunk.start - chunk.separator > MessageBytes.IN_MEMORY) {
            window.release(chunk.start);
        }
    }

    /// Looks at the lines that are held; gives a chunk if it ends among them. A line that may be a separator waits until
    /// enough of what follows it is held.
    private @Nullable Chunk scan() {
        byte[] bytes = window.bytes();
        int limit = window.length();
        int at = (int) (line - window.base());
        int from = (int) (searched - window.base());
        Chunk done = null;
        boolean waits = false;
        while (done == null) {
            int end = Lines.find(bytes, from, limit, lineEnd);
            if (end == limit) {
                break;
            }
            byte first = bytes[at];
            if (first == 'F' && limit - end <= FromLines.FIELD && !window.atEnd()) {
                waits = true;
                break;
            }
            if (inLongLine) {
                inLongLine = false;
            } else {
                parts.begin(isEmpty(bytes, at, end));
                if (inHeader || parts.follows() || first == 'F' || first == '-' || first == 1 || chunk == null
                        || (lookingAhead && mayDeclare(first))) {
                    done = look(bytes, at, end);
                }
            }
            at = end + 1;
            from = at;
        }
        if (done == null && !waits && limit - at > LONGEST_LINE) {
            inLongLine = true;
            parts.begin(false);
            at = limit;
        }
        line = window.base() + at;
        searched = done == null && !waits ? window.base() + limit : line;
        return done;
    }

    /// What stands behind the last line end, and the last chunk.
    private @Nullable Chunk last() {
        ended = true;
        int at = (int) (line - window.base());
        Chunk done = null;
        if (at < window.length() && !inLongLine) {
            parts.begin(isEmpty(window.bytes(), at, window.length()));
            done = look(window.bytes(), at, window.length());
        }
        if (done != null) {
            return done;
        }
        Chunk last = chunk;
        chunk = null;
        if (last == null || nothingBetween(last.start, window.end())) {
            return null;
        }
        parts.end(last);
        return end(last, window.end(), Long.MAX_VALUE);
    }

    /// Looks at one line that may matter.
    private @Nullable Chunk look(byte[] bytes, int from, int to) {
        long date = separator(bytes, from, to);
        if (FromLines.separates(date)) {
            return cut(window.base() + from, Math.min(window.base() + to + 1, window.end()), date);
        }
        Chunk here = chunk;
        if (here == null || start.mmdf()) {
            return null;
        }
        if (lookingAhead && mayDeclare(bytes[from])) {
            here.declares(HeaderScan.declared(bytes, from, to));
        }
        if (date == FromLines.ODD) {
            here.odd(window.base() + from);
        } else if (inHeader) {
            headerLine(bytes, from, to, here);
        } else {
            parts.line(bytes, from, to, here);
        }
        return null;
    }

    /// A separator line stands between two offsets: the chunk before it is done, unless it is empty.
    private @Nullable Chunk cut(long from, long to, long date) {
        Chunk before = chunk;
        if (before != null && nothingBetween(before.start, from)) {
            before.start = to;
            before.date = date == FromLines.UNDATED ? before.date : date;
            return null;
        }
        Chunk after = new Chunk(from, date);
        after.start = to;
        chunk = after;
        // Of a line without a date the field behind it was looked at as well.
        long seen = date == FromLines.UNDATED ? Math.min(to + FromLines.FIELD, window.end()) : to;
        Chunk done = before == null ? null : end(before, from, seen);
        if (done != null) {
            parts.cut(done);
        }
        parts.reset();
        inHeader = true;
        header.reset();
        return done;
    }

    /// Whether there is nothing between two separators; between the messages of MMDF blank lines are nothing.
    private boolean nothingBetween(long from, long to) {
        if (!start.mmdf() || from < window.base()) {
            return from >= to;
        }
        byte[] bytes = window.bytes();
        int i = (int) (from - window.base());
        int end = (int) (to - window.base());
        while (i < end && (bytes[i] == '\n' || bytes[i] == '\r' || bytes[i] == ' ' || bytes[i] == '\t')) {
            i++;
        }
        return i >= end;
    }

    private Chunk end(Chunk done, long end, long seen) {
        done.end = end;
        done.seen = seen;
        if (inHeader) {
            done.body = end;
        }
        return done;
    }

    /// The date of a separator line, or [FromLines#NONE] or [FromLines#ODD].
    private long separator(byte[] bytes, int from, int to) {
        Chunk here = chunk;
        if (here == null) {
            long date = FromLines.begins(bytes, from, to)
                    ? FromLines.read(bytes, from, to, window.length())
                    : FromLines.UNDATED;
            return Math.max(date, FromLines.UNDATED);
        }
        if (start.mmdf()) {
            if (Start.isMmdf(bytes, from, to)) {
                return FromLines.UNDATED;
            } else if (here.start != window.base() + from) {
                return FromLines.NONE;
            }
        }
        return FromLines.begins(bytes, from, to)
                ? FromLines.read(bytes, from, to, window.length())
                : FromLines.NONE;
    }

    /// Whether a line may be one of a Content-Type field.
    private static boolean mayDeclare(byte first) {
        return first == ' ' || first == '\t' || first == 'C' || first == 'c';
    }

    private void headerLine(byte[] bytes, int from, int to, Chunk here) {
        if (isEmpty(bytes, from, to)) {
            inHeader = false;
            here.body = Math.min(window.base() + to + 1, window.end());
            header.end(here);
        } else {
            header.line(bytes, from, to, here);
        }
    }

    private static boolean isEmpty(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && bytes[i] == '\r') {
            i++;
        }
        return i == to;
    }
}
