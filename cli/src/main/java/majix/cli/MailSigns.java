package majix.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import majix.formats.MessageFiles;

/// What a directory or a file looks like. The stores decide for good when they read; this only has to tell mail from
/// the rest of a home directory.
final class MailSigns {
    /// Files that mail programs leave in MH folders (mairixrc(5)).
    private static final List<String> MARKERS = List.of(".mh_sequences", ".xmhcache", ".sylpheed_cache",
            ".sylpheed_mark", ".claws_cache", ".claws_mark", ".marks", ".overview", "cmeta", "summary", ".mew-summary",
            "index");
    private static final int HEAD_BYTES = 1024;

    private MailSigns() {}

    /// What the first bytes of a file say.
    enum Content {
        /// An mbox separator line, or that of MMDF.
        MBOX,
        /// A header line.
        MESSAGE,
        /// Nothing, as in a spool that was read to its end.
        EMPTY,
        /// No mail.
        OTHER
    }

    /// Whether a directory has the three directories of a Maildir.
    static boolean maildir(Path directory) {
        return Files.isDirectory(directory.resolve("cur")) && Files.isDirectory(directory.resolve("new"))
                && Files.isDirectory(directory.resolve("tmp"));
    }

    /// Whether a mail program left its mark in an MH folder.
    static boolean marked(Path directory) {
        for (String marker : MARKERS) {
            if (Files.isRegularFile(directory.resolve(marker))) {
                return true;
            }
        }
        return false;
    }

    /// Whether a name is that of a message in an MH folder: digits, perhaps with a dot after them.
    static boolean number(String name) {
        int digits = name.endsWith(".") ? name.length() - 1 : name.length();
        for (int i = 0; i < digits; i++) {
            if (name.charAt(i) < '0' || name.charAt(i) > '9') {
                return false;
            }
        }
        return digits > 0;
    }

    /// What a regular file, compressed or not, begins with.
    ///
    /// @throws IOException if it cannot be read
    static Content content(Path file) throws IOException {
        if (Files.size(file) == 0) {
            return Content.EMPTY;
        }
        byte[] head;
        try (InputStream in = MessageFiles.open(file)) {
            head = in.readNBytes(HEAD_BYTES);
        }
        if (head.length > 4 && head[0] == 1 && head[1] == 1 && head[2] == 1 && head[3] == 1) {
            return Content.MBOX;
        }
        int end = 0;
        while (end < head.length && head[end] != '\n') {
            end++;
        }
        if (separator(head, end) || (bare(head, end) && header(head, end + 1, head.length))) {
            return Content.MBOX;
        }
        return header(head, 0, end) ? Content.MESSAGE : Content.OTHER;
    }

    /// `From ` alone, as Thunderbird writes it.
    private static boolean bare(byte[] line, int end) {
        String text = end < 5 || end > 10 ? "" : new String(line, 0, end, StandardCharsets.ISO_8859_1).stripTrailing();
        return text.equals("From -") || (text.equals("From") && line[4] == ' ');
    }

    /// `From ` and a time of day somewhere behind it: a letter in prose may begin with that word too.
    private static boolean separator(byte[] line, int end) {
        if (end < 10 || line[0] != 'F' || line[1] != 'r' || line[2] != 'o' || line[3] != 'm' || line[4] != ' ') {
            return false;
        }
        for (int i = 7; i + 1 < end; i++) {
            if (line[i] == ':' && digit(line[i - 1]) && digit(line[i + 1])) {
                return true;
            }
        }
        return false;
    }

    private static boolean digit(byte b) {
        return b >= '0' && b <= '9';
    }

    /// A name of visible ASCII characters and a colon (RFC 5322, 2.2).
    private static boolean header(byte[] line, int from, int end) {
        for (int i = from; i < end; i++) {
            if (line[i] == ':') {
                return i > from;
            }
            if (line[i] <= ' ' || line[i] == 127) {
                return false;
            }
        }
        return false;
    }
}
