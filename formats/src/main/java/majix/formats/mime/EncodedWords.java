package majix.formats.mime;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Decodes RFC 2047 encoded words, also where they may not stand (in quotes, inside words) and with blanks in them.
/// Adjacent words become one; if they name the same charset their bytes are joined before they are decoded, because
/// senders cut inside a character. One per thread.
final class EncodedWords {
    private static final int LONGEST_CHARSET = 64;
    private static final String UNDECLARED = "us-ascii";
    /// What would end a name, or begin something else, in a list of mailboxes.
    private static final String SPECIALS = ",;:<>()\"";
    /// A mailbox's address is looked for so many chars behind its name.
    private static final int LONGEST_NAME = 500;

    private final MailCharsets charsets;
    private byte[] run = new byte[256];
    private int runLength;
    private String runCharset = "";
    /// Whether the text is a list of mailboxes, whether the part of the result that was looked at ends within quotes, and
    /// where it ends.
    private boolean mailboxes;
    private boolean quoted;
    private int looked;

    private String charset = "";
    private boolean base64;
    private int textStart;
    private int textEnd;
    private int wordEnd;
    /// Where the next `?=` is, as long as that is not passed; -1 if there is no more.
    private int nextEnd;

    EncodedWords(MailCharsets charsets) {
        this.charsets = charsets;
    }

    /// As [#decode], for a list of mailboxes (RFC 5322 3.4): a display name that was an encoded word and has commas or
    /// the like is put into quotes, so that it stays one name.
    String decodeMailboxes(String text) {
        mailboxes = true;
        quoted = false;
        looked = 0;
        try {
            return decode(text);
        } finally {
            mailboxes = false;
        }
    }

    /// The text with all encoded words decoded; line breaks that were encoded in it are blanks.
    String decode(String text) {
        int start = text.indexOf("=?");
        if (start < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int done = 0;
        nextEnd = 0;
        runLength = 0;
        runCharset = "";
        while (start >= 0) {
            if (!word(text, start)) {
                start = text.indexOf("=?", start + 2);
                continue;
            }
            boolean adjacent = !runCharset.isEmpty() && isBlank(text, done, start);
            if (!adjacent || !charset.equalsIgnoreCase(runCharset)) {
                flush(out, text, done);
            }
            if (!adjacent) {
                out.append(text, done, start);
            }
            runCharset = charset;
            append(text);
            done = wordEnd;
            start = text.indexOf("=?", done);
        }
        flush(out, text, done);
        return out.append(text, done, text.length()).toString();
    }

    /// Reads the parts of `=?charset*language?B|Q?text?=`. Without its end a word reaches to the next blank.
    private boolean word(String text, int start) {
        int mark = text.indexOf('?', start + 2);
        if (mark < 0 || mark - start > LONGEST_CHARSET || mark + 2 >= text.length()
                || text.charAt(mark + 2) != '?') {
            return false;
        }
        char encoding = text.charAt(mark + 1);
        base64 = encoding == 'B' || encoding == 'b';
        if (!base64 && encoding != 'Q' && encoding != 'q') {
            return false;
        }
        charset = text.substring(start + 2, mark);
        charset = charset.isBlank() ? UNDECLARED : charset;
        int language = charset.indexOf('*');
        charset = language > 0 ? charset.substring(0, language) : charset;
        textStart = mark + 3;
        nextEnd = nextEnd < 0 || nextEnd >= textStart ? nextEnd : text.indexOf("?=", textStart);
        textEnd = nextEnd;
        int next = text.indexOf("=?", textStart);
        if (textEnd < 0 || (next >= 0 && next + 1 < textEnd)) {
            int most = next < 0 ? text.length() : next;
            int blank = text.indexOf(' ', textStart, most);
            textEnd = blank < 0 ? most : blank;
            wordEnd = textEnd;
        } else {
            wordEnd = textEnd + 2;
        }
        return true;
    }

    private void append(String text) {
        if (runLength + 3 * (textEnd - textStart) > run.length) {
            run = Arrays.copyOf(run, 2 * (runLength + 3 * (textEnd - textStart)));
        }
        int length = bytes(text);
        runLength += base64 ? TransferEncoding.base64(run, runLength, length) : quoted(runLength, length);
    }

    /// Puts the characters of the word as bytes behind the run. Raw 8-bit text has become characters by now, but its
    /// bytes are what the word's charset is about.
    private int bytes(String text) {
        int to = runLength;
        for (int i = textStart; i < textEnd; i++) {
            char c = text.charAt(i);
            int b = LenientUtf8.windows1252Byte(c);
            if (b >= 0) {
                run[to++] = (byte) b;
            } else {
                byte[] utf8 = text.substring(i, Character.isHighSurrogate(c) && i + 1 < textEnd ? ++i + 1 : i + 1)
                        .getBytes(StandardCharsets.UTF_8);
                System.arraycopy(utf8, 0, run, to, utf8.length);
                to += utf8.length;
            }
        }
        return to - runLength;
    }

    private int quoted(int from, int length) {
        int end = from + length;
        int to = from;
        int i = from;
        while (i < end) {
            byte b = run[i];
            int value = b == '=' && i + 2 < end ? TransferEncoding.hex(run[i + 1], run[i + 2]) : -1;
            if (value >= 0) {
                run[to++] = (byte) value;
                i += 3;
            } else {
                run[to++] = b == '_' ? (byte) ' ' : b;
                i++;
            }
        }
        return to - from;
    }

    /// @param done behind the run's last word in the text
    private void flush(StringBuilder out, String text, int done) {
        if (!runCharset.isEmpty()) {
            int from = out.length();
            String decoded = charsets.decode(run, 0, runLength, runCharset);
            boolean special = false;
            for (int i = 0; i < decoded.length(); i++) {
                char c = decoded.charAt(i);
                special |= mailboxes && SPECIALS.indexOf(c) >= 0;
                out.append(c < ' ' ? ' ' : c);
            }
            if (special && isName(text, done)) {
                quote(out, from);
            }
        }
        runLength = 0;
        runCharset = "";
    }

    /// Whether an address in brackets follows before the next mailbox. A whole mailbox may be one encoded word, too.
    private static boolean isName(String text, int end) {
        int most = Math.min(text.length(), end + LONGEST_NAME);
        for (int i = end; i < most; i++) {
            char c = text.charAt(i);
            if (c == '<' || c == ',' || c == ';') {
                return c == '<';
            }
        }
        return false;
    }

    /// Puts the end of the result into quotes, unless it is within some.
    private void quote(StringBuilder out, int from) {
        for (int i = looked; i < from; i++) {
            if (quoted && out.charAt(i) == '\\') {
                i++;
            } else if (out.charAt(i) == '"') {
                quoted = !quoted;
            }
        }
        String name = out.substring(from).replace("\\", "\\\\").replace("\"", "\\\"");
        out.setLength(from);
        out.append(quoted ? name : "\"" + name + "\"");
        looked = out.length();
    }

    private static boolean isBlank(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Ascii.isBlank(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
