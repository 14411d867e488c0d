package majix.formats.mbox;

/// Follows the lines of a chunk to tell how its multipart ends: whether a separator line may be text of a part, and which
/// boundary the last line ends.
final class PartScan {
    private static final int LONGEST_BOUNDARY = 1000;

    private Place place = Place.NONE;
    private boolean empty;
    private boolean emptyBefore;
    /// Hash of the boundary that the last line that is not empty ends, else 0; and of the one before it.
    private long lastEnd;
    private long endBefore;

    /// Where in a part the last line was.
    private enum Place {
        NONE,
        /// In its header, or on the boundary line before it.
        HEADER,
        /// Between its header and its first line that is not empty.
        BEGINNING
    }

    /// Begins another chunk.
    void reset() {
        place = Place.NONE;
        lastEnd = 0;
    }

    /// Whether the next line is to be given to [#line] whatever it begins with.
    boolean follows() {
        return place != Place.NONE;
    }

    /// A line begins, or what is held of a long one.
    void begin(boolean isEmpty) {
        emptyBefore = empty;
        empty = isEmpty;
        if (!isEmpty) {
            endBefore = lastEnd;
            lastEnd = 0;
        }
    }

    /// Looks at the line that has begun, one of a body; its line end is not counted.
    void line(byte[] bytes, int from, int to, Chunk chunk) {
        if (empty) {
            place = place == Place.NONE ? Place.NONE : Place.BEGINNING;
            return;
        }
        place = place == Place.HEADER ? Place.HEADER : Place.NONE;
        if (bytes[from] != '-') {
            return;
        }
        int end = to;
        while (end > from && (bytes[end - 1] == ' ' || bytes[end - 1] == '\t' || bytes[end - 1] == '\r')) {
            end--;
        }
        if (end - from < 3 || end - from >= LONGEST_BOUNDARY || bytes[from + 1] != '-') {
            return;
        }
        if (chunk.boundary != 0 && HeaderScan.hash(bytes, from + 2, end) == chunk.boundary) {
            place = Place.HEADER;
        } else if (end - from > 4 && bytes[end - 1] == '-' && bytes[end - 2] == '-') {
            lastEnd = HeaderScan.hash(bytes, from + 2, end - 2);
            chunk.ends(lastEnd);
        }
    }

    /// The line that has begun is a separator, behind the chunk.
    void cut(Chunk done) {
        done.lastEnd = endBefore;
        done.open = place == Place.BEGINNING || !emptyBefore;
    }

    /// The file ends behind the chunk.
    void end(Chunk done) {
        done.lastEnd = lastEnd;
    }
}
