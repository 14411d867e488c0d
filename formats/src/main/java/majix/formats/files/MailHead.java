package majix.formats.files;

import java.util.List;

/// Tells from its first bytes whether a file is one message: header lines of which at least one is usual in mail.
public final class MailHead {
    /// How much of a file is looked at, at most.
    public static final int SEEN = 1 << 16;

    /// Fields that hardly any other format with header lines has, in lower case: not `date` or `path`.
    private static final List<String> USUAL = List.of("from", "to", "cc", "bcc", "subject", "message-id", "received",
            "return-path", "delivered-to", "delivery-date", "envelope-to", "reply-to", "sender", "in-reply-to",
            "references", "mime-version", "content-type", "content-transfer-encoding", "newsgroups", "xref",
            "resent-from", "resent-to", "errors-to", "apparently-to", "x-envelope-from", "x-envelope-to",
            "x-original-to", "x-mailer", "dkim-signature", "authentication-results", "list-id", "x-mozilla-status",
            "x-mozilla-keys", "x-uidl");

    /// Lines among the fields that are none, such as `MAIL FROM:<...>` of a batch for SMTP.
    private static final int MOST_ODD = 4;

    /// Usual fields that settle it, whatever follows.
    private static final int CLEAR = 3;

    private MailHead() {}

    /// Whether a file begins like a message. Before the header may stand a byte order mark, blank lines, `From ` or
    /// `>From ` lines, and what Exim writes at the start of a spool file (`-H`).
    ///
    /// @param bytes the beginning of the file
    /// @param from index of the first byte to look at
    /// @param length index behind the last one
    public static boolean looksLikeMail(byte[] bytes, int from, int length) {
        return seen(bytes, from, length) >= 0;
    }

    /// What [#looksLikeMail] tells, and how far it looked.
    ///
    /// @return index behind the last byte that mattered, more than `length` if bytes added could change the answer;
    ///     as its complement (`~`) if this is not the beginning of a message
    public static int seen(byte[] bytes, int from, int length) {
        int at = skipBlank(bytes, from, length);
        int first = end(bytes, at, length);
        if (first - at > 2 && bytes[first - 1] == 'H' && bytes[first - 2] == '-' && isExim(bytes, at, first)) {
            return first + 1;
        }
        int usual = 0;
        int odd = 0;
        boolean inField = false;
        int end = at;
        while (odd <= MOST_ODD && usual < CLEAR && at < Math.min(length, from + SEEN)) {
            end = end(bytes, at, length);
            if (end == at) {
                break;
            }
            boolean folded = inField && (bytes[at] == ' ' || bytes[at] == '\t');
            boolean fromLine = odd == 0 && usual == 0 && isFromLine(bytes, at, end);
            if (!folded && !fromLine) {
                int colon = fieldName(bytes, at, end);
                inField = colon >= 0;
                odd += inField ? 0 : 1;
                usual += inField && isUsual(bytes, at, colon) ? 1 : 0;
            }
            at = next(bytes, end, length);
        }
        boolean open = at >= length && odd <= MOST_ODD && usual < CLEAR;
        int seen = open ? length + 1 : end + 1;
        return odd <= MOST_ODD && usual > (odd == 0 ? 0 : 1) ? seen : ~seen;
    }

    /// Index of the first byte that is neither of a byte order mark nor blank nor NUL.
    public static int skipBlank(byte[] bytes, int from, int length) {
        int i = from;
        if (length - i >= 3 && (bytes[i] & 0xff) == 0xef && (bytes[i + 1] & 0xff) == 0xbb
                && (bytes[i + 2] & 0xff) == 0xbf) {
            i += 3;
        }
        while (i < length
                && (bytes[i] == ' ' || bytes[i] == '\t' || bytes[i] == '\r' || bytes[i] == '\n' || bytes[i] == 0)) {
            i++;
        }
        return i;
    }

    /// Index of the blank or colon behind a field name (RFC 5322, 2.2), or -1 if the line is no header field.
    private static int fieldName(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && bytes[i] > ' ' && bytes[i] < 127 && bytes[i] != ':') {
            i++;
        }
        int end = i;
        while (i < to && (bytes[i] == ' ' || bytes[i] == '\t')) {
            i++;
        }
        return end > from && i < to && bytes[i] == ':' ? end : -1;
    }

    private static boolean isUsual(byte[] bytes, int from, int to) {
        for (String field : USUAL) {
            if (field.length() == to - from && equalsLower(bytes, from, field)) {
                return true;
            }
        }
        return false;
    }

    private static boolean equalsLower(byte[] bytes, int from, String field) {
        for (int i = 0; i < field.length(); i++) {
            byte c = bytes[from + i];
            if ((c >= 'A' && c <= 'Z' ? c | 0x20 : c) != field.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isFromLine(byte[] bytes, int from, int to) {
        int i = bytes[from] == '>' ? from + 1 : from;
        return to - i > 5 && bytes[i] == 'F' && bytes[i + 1] == 'r' && bytes[i + 2] == 'o' && bytes[i + 3] == 'm'
                && bytes[i + 4] == ' ';
    }

    /// `1abcDE-0002fg-Hi-H`: letters, digits and dashes.
    private static boolean isExim(byte[] bytes, int from, int to) {
        int dashes = 0;
        for (int i = from; i < to; i++) {
            byte c = bytes[i];
            if (c == '-') {
                dashes++;
            } else if ((c < '0' || c > '9') && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z')) {
                return false;
            }
        }
        return dashes == 3 && to - from < 40;
    }

    /// Index of the line end behind an index, of `\r`, `\n` or `\r\n`.
    private static int end(byte[] bytes, int from, int length) {
        int i = from;
        while (i < length && bytes[i] != '\n' && bytes[i] != '\r') {
            i++;
        }
        return i;
    }

    private static int next(byte[] bytes, int end, int length) {
        return end + 1 < length && bytes[end] == '\r' && bytes[end + 1] == '\n' ? end + 2 : end + 1;
    }
}
