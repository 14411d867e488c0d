package majix.formats.mbox;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import majix.formats.MessageBytes;
import org.jspecify.annotations.Nullable;

/// Makes messages of chunks. Mostly a chunk is a message. Separator lines within one are text
/// - if its Content-Length leads exactly to a later separator or to the end of the file (mboxcl2), [#LOOK_AHEAD] bytes on
///   at most: what leads behind the end of the file makes all up to there uncertain, and anybody can write it; or
/// - if it is a MIME multipart whose end has not come yet, and comes within the next [#CHUNKS] chunks: an mbox attached
///   as text. Unless the first separator line looks like text, see [Chunk#open], the end must be that of the next chunk:
///   else a mail that was cut off and another that quotes its end would hide all between them. A chunk that begins a
///   multipart with the same boundary itself ends the search: it is another copy of the mail, or a bounce or digest that
///   encloses one.
///
/// A chunk is scanned once, however often it is looked at, and no more than [#LOOK_AHEAD] bytes are held meanwhile.
final class Joiner {
    private static final int CHUNKS = 100;
    private static final int LOOK_AHEAD = 8 << 20;
    /// Enough to see a few line ends and a separator line.
    private static final int PEEK = 1100;
    private static final int LINE_ENDS = 4;
    private static final long NOT = -1;

    private final Window window;
    private final Start start;
    private final ChunkScanner scanner;
    private final ArrayDeque<Chunk> ahead = new ArrayDeque<>();
    /// Whether the file ended among the bytes that were looked at last for the end of a Content-Length.
    private boolean pastEnd;

    /// @param separator offset of the first separator line
    Joiner(Window window, Start start, long separator) {
        this.window = window;
        this.start = start;
        this.scanner = new ChunkScanner(window, start, separator);
    }

    /// The next message; null at the end. It is held in the window if it is to be given in memory.
    @Nullable
    Span next() throws IOException {
        Chunk head = ahead.isEmpty() ? scanner.next(-1, 0) : ahead.poll();
        if (head == null) {
            return null;
        }
        long beyond = 0;
        boolean cut = false;
        long target = head.body + head.contentLength;
        if (head.contentLength != Chunk.UNKNOWN && !start.mmdf() && target - head.separator <= LOOK_AHEAD) {
            long end = contentEnd(head, target);
            if (end != NOT) {
                jump(head, end);
                return new Span(head.separator, head.start, end, head.date, Math.max(head.seen, target + PEEK), 0,
                        false,
                        head.oddLines());
            }
            beyond = target + PEEK;
            cut = pastEnd;
        }
        return head.unfinished() ? joined(head, beyond, cut) : Span.of(head, beyond, cut);
    }

    /// @param looked behind the bytes that were looked at for a Content-Length in vain
    /// @param cut whether more bytes at the end of the file could lead its Content-Length somewhere
    private Span joined(Chunk head, long looked, boolean cut) throws IOException {
        long beyond = looked;
        int most = head.open ? CHUNKS : 1;
        int count = 0;
        for (Chunk next : ahead) {
            if (count == most) {
                break;
            }
            count++;
            beyond = Math.max(beyond, next.seen);
            if (next.begins(head.boundary)) {
                return Span.of(head, beyond, cut);
            } else if (next.completes(head)) {
                return taken(head, count, looked, cut);
            }
        }
        while (count < most) {
            Chunk next = scanner.next(head.separator, LOOK_AHEAD);
            if (next == null) {
                beyond = scanner.ended() ? Long.MAX_VALUE : Math.max(beyond, window.end());
                return Span.of(head, beyond, cut || scanner.ended());
            }
            ahead.add(next);
            count++;
            beyond = Math.max(beyond, next.seen);
            if (next.begins(head.boundary)) {
                break;
            } else if (next.completes(head)) {
                return taken(head, count, looked, cut);
            }
        }
        return Span.of(head, beyond, cut);
    }

    /// The message made of a chunk and some of those that follow, whose separator lines are odd lines now.
    private Span taken(Chunk head, int count, long looked, boolean cut) {
        List<Long> odd = new ArrayList<>(head.oddLines());
        long end = head.end;
        long seen = Math.max(head.seen, looked);
        for (int i = 0; i < count; i++) {
            Chunk next = ahead.remove();
            odd.add(next.separator);
            odd.addAll(next.oddLines());
            end = next.end;
            seen = Math.max(seen, next.seen);
        }
        return new Span(head.separator, head.start, end, head.date, seen, looked, cut, odd);
    }

    /// Where a message ends whose Content-Length leads to a separator line or to the end of the file, else [#NOT].
    private long contentEnd(Chunk head, long target) throws IOException {
        pastEnd = false;
        if (target <= head.end - LINE_ENDS) {
            return NOT;
        }
        if (window.compressed()) {
            window.reach(target + PEEK);
        }
        byte[] there = new byte[1 + PEEK];
        int length = window.peek(target - 1, there);
        pastEnd = length < there.length;
        int at = 1;
        while (at < length && at <= LINE_ENDS && (there[at] == '\n' || there[at] == '\r')) {
            at++;
        }
        if (at >= length) {
            return length > 0 && length < there.length ? target - 1 + length : NOT;
        }
        int end = Lines.find(there, at, length, start.lineEnd());
        boolean separates = there[at - 1] == start.lineEnd() && FromLines.begins(there, at, end)
                && FromLines.separates(FromLines.read(there, at, end, length));
        return separates ? target - 1 + at : NOT;
    }

    /// Goes on behind a message; what was scanned of its inside is dropped.
    private void jump(Chunk head, long end) throws IOException {
        if (end == head.end) {
            return;
        }
        while (!ahead.isEmpty() && ahead.peek().separator < end) {
            ahead.remove();
        }
        while (window.end() < end) {
            if (end - head.start > MessageBytes.IN_MEMORY) {
                window.release(window.end());
            }
            if (!window.more()) {
                break;
            }
        }
        if (ahead.isEmpty() || ahead.peek().separator != end) {
            ahead.clear();
            scanner.jump(end);
        }
    }
}
