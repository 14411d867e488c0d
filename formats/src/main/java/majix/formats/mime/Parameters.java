package majix.formats.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The value and the parameters of a Content-Type or Content-Disposition field (RFC 2045 5.1, RFC 2183), with
/// continuations and charsets (RFC 2231). Missing semicolons, quotes and ends are put up with.
final class Parameters {
    private static final int MOST = 1_000;

    /// One `name=value` as it stands; bytes are characters.
    private record Parameter(String name, String value) {}

    /// One piece of a continued value: `name*2*=…`.
    private record Piece(int index, boolean extended, String value) {}

    private final String field;
    private final List<Parameter> parameters = new ArrayList<>();
    private final String value;
    private int at;

    /// @param field the unfolded field body, each byte a character
    Parameters(String field) {
        this.field = field;
        StringBuilder start = new StringBuilder();
        int lastClose = field.lastIndexOf(')');
        while (at < field.length() && field.charAt(at) != ';' && !startsParameter(at)) {
            int close = field.charAt(at) == '(' && at < lastClose ? field.indexOf(')', at) : -1;
            if (close < 0) {
                start.append(field.charAt(at));
            }
            at = close < 0 ? at + 1 : close + 1;
        }
        value = start.toString().strip().toLowerCase(Locale.ROOT);
        while (at < field.length() && parameters.size() < MOST) {
            parameter();
        }
    }

    /// What stands before the parameters, lower case.
    String value() {
        return value;
    }

    /// The bytes of a parameter as characters, continuations joined; null if it is missing or empty.
    @Nullable
    String raw(String name) {
        List<Piece> pieces = pieces(name);
        if (pieces.isEmpty()) {
            return plain(name);
        }
        // in UTF-16, too, the characters of a boundary or charset are ASCII: without its NULs
        String joined = new String(bytes(pieces), StandardCharsets.ISO_8859_1).replace("\0", "").strip();
        return joined.isEmpty() ? null : joined;
    }

    /// The texts that a parameter has: as RFC 2231 writes it, and as a plain value decoded by RFC 2047. Where both are
    /// there and differ, mail readers do not agree which one they show.
    List<String> texts(String name, MailCharsets charsets, EncodedWords words) {
        List<String> texts = new ArrayList<>(2);
        List<Piece> pieces = pieces(name);
        if (!pieces.isEmpty()) {
            byte[] bytes = bytes(pieces);
            String charset = charset(pieces.getFirst());
            String text = charsets.decode(bytes, 0, bytes.length, charset);
            texts.add(charset == null ? words.decode(text) : text);
        }
        String plain = plain(name);
        if (plain != null) {
            byte[] bytes = plain.getBytes(StandardCharsets.ISO_8859_1);
            texts.add(words.decode(charsets.decode(bytes, 0, bytes.length, null)));
        }
        return texts;
    }

    private @Nullable String plain(String name) {
        for (Parameter parameter : parameters) {
            if (parameter.name.equals(name) && !parameter.value.isBlank()) {
                return parameter.value.strip();
            }
        }
        return null;
    }

    private List<Piece> pieces(String name) {
        List<Piece> pieces = new ArrayList<>();
        for (Parameter parameter : parameters) {
            String full = parameter.name;
            if (full.length() > name.length() && full.startsWith(name) && full.charAt(name.length()) == '*') {
                String rest = full.substring(name.length() + 1);
                boolean extended = rest.isEmpty() || rest.endsWith("*");
                int index = number(extended && !rest.isEmpty() ? rest.substring(0, rest.length() - 1) : rest);
                if (index >= 0 && isNew(index, pieces)) {
                    pieces.add(new Piece(index, extended, parameter.value));
                }
            }
        }
        pieces.sort(Comparator.comparingInt(Piece::index));
        return pieces;
    }

    private static boolean isNew(int index, List<Piece> pieces) {
        for (Piece piece : pieces) {
            if (piece.index == index) {
                return false;
            }
        }
        return true;
    }

    private static int number(String digits) {
        int number = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(i), 10);
            if (digit < 0 || number > MOST) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    private static @Nullable String charset(Piece first) {
        int quote = first.extended ? first.value.indexOf('\'') : -1;
        return quote <= 0 || first.value.indexOf('\'', quote + 1) < 0 ? null : first.value.substring(0, quote);
    }

    private static byte[] bytes(List<Piece> pieces) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            int start = 0;
            if (i == 0 && piece.extended) {
                int quote = piece.value.indexOf('\'');
                start = quote < 0 ? 0 : piece.value.indexOf('\'', quote + 1) + 1;
            }
            byte[] raw = piece.value.substring(start).getBytes(StandardCharsets.ISO_8859_1);
            bytes.write(raw, 0, piece.extended ? unescaped(raw) : raw.length);
        }
        return bytes.toByteArray();
    }

    /// Decodes `%XX` in place.
    ///
    /// @return the number of bytes that came out
    static int unescaped(byte[] raw) {
        int to = 0;
        for (int i = 0; i < raw.length; i++) {
            int value = raw[i] == '%' && i + 2 < raw.length ? TransferEncoding.hex(raw[i + 1], raw[i + 2]) : -1;
            raw[to++] = value < 0 ? raw[i] : (byte) value;
            i += value < 0 ? 0 : 2;
        }
        return to;
    }

    private void parameter() {
        while (at < field.length() && (Ascii.isBlank(field.charAt(at)) || field.charAt(at) == ';')) {
            at++;
        }
        if (at < field.length() && field.charAt(at) == '(') {
            int close = field.indexOf(')', at);
            at = close < 0 ? field.length() : close + 1;
            return;
        }
        int start = at;
        while (at < field.length() && field.charAt(at) != '=' && field.charAt(at) != ';') {
            at++;
        }
        if (at == field.length() || field.charAt(at) == ';') {
            return;
        }
        String name = field.substring(start, at++).strip().toLowerCase(Locale.ROOT);
        while (at < field.length() && Ascii.isBlank(field.charAt(at))) {
            at++;
        }
        boolean quotes = at < field.length() && field.charAt(at) == '"';
        // "name".txt: what follows the quotes belongs to the name
        parameters.add(new Parameter(name, quotes ? quoted() + unquoted() : unquoted()));
    }

    /// A quoted string. A backslash counts only before a quote or another one: `"C:\docs\a.txt"` is a file name.
    private String quoted() {
        StringBuilder text = new StringBuilder();
        at++;
        while (at < field.length()) {
            char c = field.charAt(at++);
            if (c == '"') {
                break;
            }
            if (c == '\\' && at < field.length() && (field.charAt(at) == '"' || field.charAt(at) == '\\')) {
                c = field.charAt(at++);
            }
            text.append(c);
        }
        return text.toString();
    }

    /// Reaches to the next semicolon (names with blanks in them are met), or to where another parameter starts.
    private String unquoted() {
        int start = at;
        while (at < field.length() && field.charAt(at) != ';' && !startsParameter(at)
                && !(field.charAt(at) == '(' && at > start && Ascii.isBlank(field.charAt(at - 1)))) {
            at++;
        }
        return field.substring(start, at).strip();
    }

    /// Whether a blank stands here and `word=` after it: a lost semicolon.
    private boolean startsParameter(int from) {
        if (!Ascii.isBlank(field.charAt(from)) || from + 1 >= field.length() || !isWord(field.charAt(from + 1))) {
            return false;
        }
        int i = from + 1;
        while (i < field.length() && isWord(field.charAt(i))) {
            i++;
        }
        return i < field.length() && field.charAt(i) == '=';
    }

    private static boolean isWord(char c) {
        return Ascii.isLetterOrDigit(c) || c == '*';
    }
}
