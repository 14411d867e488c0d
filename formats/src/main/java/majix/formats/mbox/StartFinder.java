package majix.formats.mbox;

import majix.formats.files.MailHead;
import org.jspecify.annotations.Nullable;

/// Finds the first separator of a file, and keeps account of how far it had to look. Before the separator may stand a
/// byte order mark and blank space; text that is no mail is tolerated if the separator is followed by header lines.
final class StartFinder {
    private final byte[] head;
    private final int length;
    /// Index behind the last byte that mattered.
    private int seen;

    StartFinder(byte[] head, int length) {
        this.head = head;
        this.length = length;
    }

    @Nullable
    Start find() {
        int first = MailHead.skipBlank(head, 0, length);
        if (first == length) {
            return length < Start.SEEN ? new Start(length, false, (byte) '\n', length + 1L) : null;
        }
        byte lineEnd = lineEnd(first);
        int end = end(first, lineEnd);
        if (Start.isMmdf(head, first, end)) {
            return new Start(first, true, lineEnd, seen);
        }
        if (FromLines.begins(head, first, end) && (isSeparator(first, end) || looksLikeMail(end + 1))) {
            return new Start(first, false, lineEnd, seen);
        }
        return looksLikeMail(0) ? null : behindText(first, lineEnd);
    }

    private @Nullable Start behindText(int first, byte lineEnd) {
        int end;
        for (int line = first; line < length; line = end + 1) {
            end = end(line, lineEnd);
            if (FromLines.begins(head, line, end) && isSeparator(line, end) && looksLikeMail(end + 1)) {
                return new Start(line, false, lineEnd, seen);
            }
        }
        return null;
    }

    private boolean isSeparator(int from, int to) {
        return FromLines.separates(FromLines.read(head, from, to));
    }

    private boolean looksLikeMail(int from) {
        int to = MailHead.seen(head, from, length);
        seen = Math.max(seen, to < 0 ? ~to : to);
        return to >= 0;
    }

    private int end(int from, byte lineEnd) {
        int i = from;
        while (i < length && head[i] != lineEnd) {
            i++;
        }
        seen = Math.max(seen, i + 1);
        return i;
    }

    private byte lineEnd(int first) {
        int i = first;
        while (i < length && head[i] != '\n' && head[i] != '\r') {
            i++;
        }
        // a copy made as text, twice over, ends its lines with two of them and a line feed
        boolean old = i < length && head[i] == '\r';
        while (i < length && head[i] == '\r') {
            i++;
        }
        seen = Math.max(seen, i + 1);
        return old && (i == length || head[i] != '\n') ? (byte) '\r' : (byte) '\n';
    }
}
