package majix.formats.mbox;

import majix.formats.files.MailHead;
import org.jspecify.annotations.Nullable;

/// Where and how the first message of a file of many messages begins.
///
/// @param offset where its separator line begins; the length of the file if that holds nothing but blank space
/// @param mmdf whether messages stand between lines of four Control-A, else behind From_ lines
/// @param lineEnd the last byte of each line: `\n`, or `\r` in files of old Macintosh programs
record Start(long offset, boolean mmdf, byte lineEnd) {
    /// How much of a file has to be seen.
    static final int SEEN = 1 << 16;

    /// The line that stands before and behind each message of an MMDF file.
    static final byte[] MMDF = {1, 1, 1, 1};

    /// Looks for the first separator. Before it may stand a byte order mark and blank space; text that is no mail is
    /// tolerated if the separator is followed by header lines.
    ///
    /// @param head the first bytes of a file, at least [#SEEN] of them if there are so many
    /// @param length how many they are
    /// @return null if the file is no mbox
    static @Nullable Start of(byte[] head, int length) {
        int first = MailHead.skipBlank(head, 0, length);
        if (first == length) {
            return length < SEEN ? new Start(length, false, (byte) '\n') : null;
        }
        byte lineEnd = lineEnd(head, first, length);
        int end = end(head, first, length, lineEnd);
        if (isMmdf(head, first, end)) {
            return new Start(first, true, lineEnd);
        }
        if (FromLines.begins(head, first, end)
                && (isSeparator(head, first, end) || MailHead.looksLikeMail(head, end + 1, length))) {
            return new Start(first, false, lineEnd);
        }
        return MailHead.looksLikeMail(head, 0, length) ? null : behindText(head, first, length, lineEnd);
    }

    static boolean isMmdf(byte[] bytes, int from, int to) {
        int length = to - from - (to > from && bytes[to - 1] == '\r' ? 1 : 0);
        if (length != MMDF.length) {
            return false;
        }
        for (int i = 0; i < MMDF.length; i++) {
            if (bytes[from + i] != MMDF[i]) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Start behindText(byte[] head, int first, int length, byte lineEnd) {
        for (int line = first; line < length; line = end(head, line, length, lineEnd) + 1) {
            int end = end(head, line, length, lineEnd);
            if (FromLines.begins(head, line, end) && isSeparator(head, line, end)
                    && MailHead.looksLikeMail(head, end + 1, length)) {
                return new Start(line, false, lineEnd);
            }
        }
        return null;
    }

    private static boolean isSeparator(byte[] head, int from, int to) {
        return FromLines.separates(FromLines.read(head, from, to));
    }

    private static int end(byte[] head, int from, int length, byte lineEnd) {
        int i = from;
        while (i < length && head[i] != lineEnd) {
            i++;
        }
        return i;
    }

    private static byte lineEnd(byte[] head, int first, int length) {
        for (int i = first; i < length; i++) {
            if (head[i] == '\n' || (head[i] == '\r' && i + 1 < length && head[i + 1] == '\n')) {
                return '\n';
            } else if (head[i] == '\r') {
                return '\r';
            }
        }
        return '\n';
    }
}
