package majix.formats.mbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The part of a file from one separator line to the next, and what must be known of it to tell whether it is a
/// message. All offsets are those of the decompressed file.
final class Chunk {
    /// No Content-Length was read.
    static final long UNKNOWN = -1;

    private static final int MOST_ENDS = 1000;
    private static final int MOST_DECLARED = 100;
    private static final int MOST_ODD_LINES = 1000;

    /// Where the separator line begins.
    final long separator;
    /// The date of the separator line as [FromLines#read] gives it.
    long date;
    /// Where the message begins, behind the separator line.
    long start;
    /// Where the header ends and the body begins; the end of the chunk if there is no body.
    long body;
    /// Where the next separator line begins, or the end of the file.
    long end;
    /// Where the bytes end that tell where the chunk ends; all if only the end of the file does.
    long seen;
    /// Value of the Content-Length header, or [#UNKNOWN].
    long contentLength = UNKNOWN;
    /// Hash of the boundary of the message's multipart, 0 if it is none.
    long boundary;

    /// Whether the separator line behind it looks like text: a part of its multipart has just begun there, or no empty
    /// line stands before it, as programs that write an mbox put one.
    boolean open;
    /// Hash of the boundary that its last line ends, empty ones not counted, else 0.
    long lastEnd;

    private boolean finished;
    private long[] ends = new long[4];
    private int endCount;
    private final List<Long> declared = new ArrayList<>(0);
    private final List<Long> odd = new ArrayList<>(0);

    Chunk(long separator, long date) {
        this.separator = separator;
        this.date = date;
    }

    /// Takes note of a line that ends some multipart.
    void ends(long hash) {
        finished |= hash == boundary;
        if (endCount == MOST_ENDS) {
            return;
        }
        if (endCount == ends.length) {
            ends = Arrays.copyOf(ends, 2 * endCount);
        }
        ends[endCount++] = hash;
    }

    /// Whether it is a multipart whose last boundary was not seen.
    boolean unfinished() {
        return boundary != 0 && !finished;
    }

    /// Whether the multipart of an earlier chunk ends here.
    boolean completes(Chunk head) {
        return head.open ? holdsEnd(head.boundary) : lastEnd == head.boundary;
    }

    private boolean holdsEnd(long hash) {
        for (int i = 0; i < endCount; i++) {
            if (ends[i] == hash) {
                return true;
            }
        }
        return false;
    }

    /// Takes note of a boundary that is declared somewhere inside, in the header of a part or of an enclosed message.
    void declares(long hash) {
        if (hash != 0 && declared.size() < MOST_DECLARED) {
            declared.add(hash);
        }
    }

    /// Whether it holds the beginning of a multipart with that boundary.
    boolean begins(long hash) {
        return boundary == hash || declared.contains(hash);
    }

    /// Takes note of a line that looks like a separator.
    void odd(long offset) {
        if (odd.size() < MOST_ODD_LINES) {
            odd.add(offset);
        }
    }

    /// Offsets of the lines that look like separators.
    List<Long> oddLines() {
        return odd;
    }
}
