package majix.formats;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// The mailing list that a message came by: what List-Id (RFC 2919) has in brackets, or else the address of List-Post or
/// X-Mailing-List; lower case.
public final class ListId {
    private ListId() {}

    /// The list that a message's first bytes tell; empty if there is none.
    ///
    /// @param start the message's header, or as much of it as is at hand; more does not matter
    public static String of(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        String post = "";
        String other = "";
        for (int at = 0; at < text.length();) {
            int end = fieldEnd(text, at);
            if (text.charAt(at) == '\n' || text.charAt(at) == '\r') {
                break;
            }
            String value = value(text, at, end, "list-id:");
            if (!value.isEmpty()) {
                return bracketed(value);
            }
            post = post.isEmpty() ? value(text, at, end, "list-post:") : post;
            other = other.isEmpty() ? value(text, at, end, "x-mailing-list:") : other;
            at = end;
        }
        String address = bracketed(post);
        return address.startsWith("mailto:") ? address.substring("mailto:".length()) : bracketed(other);
    }

    /// Behind the line end of a field and its folded lines.
    private static int fieldEnd(String text, int from) {
        int end = from;
        do {
            int line = text.indexOf('\n', end);
            if (line < 0) {
                return text.length();
            }
            end = line + 1;
        } while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t'));
        return end;
    }

    private static String value(String text, int from, int to, String name) {
        return text.regionMatches(true, from, name, 0, name.length()) && from + name.length() <= to
                ? text.substring(from + name.length(), to).strip()
                : "";
    }

    private static String bracketed(String value) {
        int close = value.lastIndexOf('>');
        int open = value.lastIndexOf('<', close);
        String id = open >= 0 && open < close ? value.substring(open + 1, close) : value;
        return id.strip().toLowerCase(Locale.ROOT);
    }
}
