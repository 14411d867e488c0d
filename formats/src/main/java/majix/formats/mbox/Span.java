package majix.formats.mbox;

import java.util.List;

/// One message of a file, found and not yet read. Offsets are those of the decompressed file.
///
/// @param separator where its separator line begins
/// @param start where it begins itself
/// @param end behind its last byte
/// @param date date of the separator line as [FromLines#read] gives it
/// @param seen end of the bytes that were looked at to find its end: while these stay as they are, so does the message
/// @param beyond of these, the end of those behind the line that separates it from the next message, or less
/// @param provisional whether more bytes at the end of the file could join what follows to it
/// @param oddLines offsets of lines that look like separators and were not taken as such
record Span(long separator, long start, long end, long date, long seen, long beyond, boolean provisional,
        List<Long> oddLines) {

    /// A chunk that is a message.
    static Span of(Chunk chunk, long beyond, boolean provisional) {
        return new Span(chunk.separator, chunk.start, chunk.end, chunk.date, Math.max(beyond, chunk.seen), beyond,
                provisional, chunk.oddLines());
    }
}
