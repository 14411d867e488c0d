package majix.vfolder;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/// The text of an mbox as majix writes it, in the manner of mairix: a separator line that is always the same, a line
/// with the source, the message. Unlike mairix, majix quotes lines that could be taken for a separator, as mboxrd does
/// (a `>` before `>*From `), and so the file splits where it should. What comes out of an mbox was quoted when it was put
/// there, and is to be read here as it is there: only what still looks like a separator is quoted. So is a `>From ` among
/// header fields, which mail readers pass over, as they do not with another `>`.
final class MboxText {
    private static final byte[] SEPARATOR = "From mairix@mairix Mon Jan  1 12:34:56 1970\n"
            .getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] FROM = "From ".getBytes(StandardCharsets.ISO_8859_1);

    private final byte[] buffer = new byte[1 << 16];
    private final OutputStream out;

    /// State between two buffers, while the start of a line is looked at: how many `>` it began with, and how much of
    /// `From ` followed; matched is -1 within a line.
    private long quotes;
    private int matched;
    /// Whether the line is among header fields, but not the first.
    private boolean isHeader;
    private boolean isFirst;
    private int last;
    private int beforeLast;

    MboxText(OutputStream out) {
        this.out = out;
    }

    /// Appends one message, with an empty line behind it.
    ///
    /// @param isQuoted whether it comes out of an mbox
    /// @return what tells it from the others in the file
    String append(Path source, InputStream message, boolean isQuoted) throws IOException {
        Fingerprint print = new Fingerprint();
        out.write(SEPARATOR);
        Copies.header(out, source);
        Copies.header(print, source);
        quotes = 0;
        matched = 0;
        isHeader = false;
        isFirst = true;
        last = '\n';
        beforeLast = 0;
        int first = message.readNBytes(buffer, 0, buffer.length);
        int from = isQuoted ? 0 : behindSeparators(first);
        for (int read = first; read > 0; read = message.read(buffer)) {
            print.write(buffer, from, read - from);
            quoted(from, read, isQuoted);
            from = 0;
        }
        endLineStart();
        if (last != '\n') {
            out.write('\n');
            out.write('\n');
        } else if (beforeLast != '\n') {
            out.write('\n');
        }
        return print.text();
    }

    /// Behind the separator lines that a message brought along, as some delivery programs leave them: the one before it
    /// stands for all. A quoted one is such a line if a header follows.
    private int behindSeparators(int length) {
        int behind = 0;
        int at = 0;
        for (int next = behindSeparator(0, length); next > at; next = behindSeparator(at, length)) {
            if (buffer[at] != '>' || isField(next, length)) {
                behind = next;
            }
            at = next;
        }
        return behind;
    }

    private boolean isField(int start, int length) {
        int at = start;
        while (at < length && buffer[at] > ' ' && buffer[at] != ':') {
            at++;
        }
        return at > start && at < length && buffer[at] == ':';
    }

    private int behindSeparator(int start, int length) {
        int at = (start < length && buffer[start] == '>' ? start + 1 : start) + FROM.length;
        if (length <= at || !Arrays.equals(FROM, 0, FROM.length, buffer, at - FROM.length, at)) {
            return start;
        }
        while (at < length && buffer[at] > ' ') {
            at++;
        }
        if (buffer[at - 1] == ':') {
            return start;
        }
        while (at < length && buffer[at] != '\n') {
            at++;
        }
        return at < length ? at + 1 : start;
    }

    private void quoted(int from, int length, boolean isQuoted) throws IOException {
        int at = from;
        while (at < length) {
            if (matched < 0) {
                int end = lineEnd(at, length);
                out.write(buffer, at, end - at);
                at = end;
            } else if (buffer[at] == '>' && matched == 0) {
                quotes++;
                at++;
            } else if (buffer[at] != FROM[matched]) {
                if (isLineEnd(buffer[at])) {
                    isHeader = false;
                    isFirst = false;
                }
                endLineStart();
            } else {
                at++;
                matched++;
                if (matched == FROM.length) {
                    if (quotes == 0 || !isQuoted && !(isHeader && quotes == 1)) {
                        out.write('>');
                    }
                    endLineStart();
                }
            }
        }
    }

    private boolean isLineEnd(int b) {
        return quotes == 0 && matched == 0 && (b == '\n' || b == '\r');
    }

    /// Goes behind the next line feed.
    private int lineEnd(int from, int length) {
        for (int at = from; at < length; at++) {
            beforeLast = last;
            last = buffer[at];
            if (last == '\n') {
                isHeader |= isFirst;
                isFirst = false;
                matched = 0;
                quotes = 0;
                return at + 1;
            }
        }
        return length;
    }

    /// Writes what was held back of a line's start.
    private void endLineStart() throws IOException {
        if (matched < 0) {
            return;
        }
        for (; quotes > 0; quotes--) {
            out.write('>');
            note('>');
        }
        for (int i = 0; i < matched; i++) {
            out.write(FROM[i]);
            note(FROM[i]);
        }
        matched = -1;
    }

    private void note(int b) {
        beforeLast = last;
        last = b;
    }
}
