package majix.vfolder;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The text of an mbox as majix writes it, in the manner of mairix: a separator line that is always the same, a line
/// with the source, the message. Unlike mairix, majix quotes lines that could be taken for a separator, as mboxrd does
/// (a `>` before `>*From `), and so the file splits where it should.
final class MboxText {
    private static final byte[] SEPARATOR = "From mairix@mairix Mon Jan  1 12:34:56 1970\n"
            .getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] FROM = "From ".getBytes(StandardCharsets.ISO_8859_1);
    private static final int HEAD = 100;

    private final byte[] buffer = new byte[1 << 16];
    private final OutputStream out;

    /// State between two buffers, while the start of a line is looked at: how many `>` it began with, and how much of
    /// `From ` followed; matched is -1 within a line.
    private long quotes;
    private int matched;
    private int last;
    private int beforeLast;

    MboxText(OutputStream out) {
        this.out = out;
    }

    /// Appends one message, with an empty line behind it.
    void append(Path source, InputStream message) throws IOException {
        out.write(SEPARATOR);
        Copies.header(out, source);
        quotes = 0;
        matched = 0;
        last = '\n';
        beforeLast = 0;
        for (int read = message.read(buffer); read >= 0; read = message.read(buffer)) {
            quoted(read);
        }
        endLineStart();
        if (last != '\n') {
            out.write('\n');
            out.write('\n');
        } else if (beforeLast != '\n') {
            out.write('\n');
        }
    }

    private void quoted(int length) throws IOException {
        int at = 0;
        while (at < length) {
            if (matched < 0) {
                int end = lineEnd(at, length);
                out.write(buffer, at, end - at);
                at = end;
            } else if (buffer[at] == '>' && matched == 0) {
                quotes++;
                at++;
            } else if (buffer[at] != FROM[matched]) {
                endLineStart();
            } else {
                at++;
                matched++;
                if (matched == FROM.length) {
                    out.write('>');
                    endLineStart();
                }
            }
        }
    }

    /// Goes behind the next line feed.
    private int lineEnd(int from, int length) {
        for (int at = from; at < length; at++) {
            beforeLast = last;
            last = buffer[at];
            if (last == '\n') {
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

    /// Whether a file holds nothing but messages that mairix or majix put there: each begins with their separator and
    /// the line with its source.
    ///
    /// @param quoted whether majix wrote it, so that lines in messages cannot look like separators: then any such line
    ///     is one, whatever a mail program wrote into it or before it
    static boolean isResult(Path file, boolean quoted) throws IOException {
        Heads heads = new Heads(quoted);
        byte[] bytes = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(bytes); read >= 0 && !heads.isForeign; read = in.read(bytes)) {
                for (int i = 0; i < read; i++) {
                    heads.add(bytes[i]);
                }
            }
        }
        return !heads.isForeign && (!heads.wantsSource || heads.isCut());
    }

    /// Looks at the beginnings of lines.
    private static final class Heads {
        private final byte[] head = new byte[HEAD];
        private final boolean quoted;
        private int length;
        private boolean isEmptyBefore = true;
        private boolean isFirst = true;
        private boolean wantsSource;
        private boolean isForeign;

        Heads(boolean quoted) {
            this.quoted = quoted;
        }

        void add(byte b) {
            if (b != '\n') {
                if (length < HEAD) {
                    head[length] = b;
                }
                length++;
                return;
            }
            String line = new String(head, 0, Math.min(length, HEAD), StandardCharsets.ISO_8859_1);
            if (wantsSource) {
                isForeign |= !line.startsWith(Copies.HEADER);
                wantsSource = false;
            } else if (isFirst || line.startsWith("From ") && (quoted || isEmptyBefore && hasTime(line))) {
                wantsSource = true;
                isForeign |= !line.startsWith("From mairix@mairix ");
            }
            isFirst = false;
            isEmptyBefore = length == 0 || line.equals("\r");
            length = 0;
        }

        /// Whether the file ends within the line with a source: a failure of the power took the rest.
        boolean isCut() {
            return Copies.HEADER.startsWith(new String(head, 0, Math.min(length, HEAD), StandardCharsets.ISO_8859_1));
        }

        /// Mail programs write a time of day into each separator; a sentence hardly has one.
        private static boolean hasTime(String line) {
            for (int colon = line.indexOf(':'); colon > 0; colon = line.indexOf(':', colon + 1)) {
                if (colon + 1 < line.length() && isDigit(line.charAt(colon - 1)) && isDigit(line.charAt(colon + 1))) {
                    return true;
                }
            }
            return false;
        }

        private static boolean isDigit(char c) {
            return c >= '0' && c <= '9';
        }
    }
}
