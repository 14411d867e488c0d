package majix.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// An address with the name before it, as one header field has several (RFC 5322 3.4, and what is met instead).
///
/// @param name the display name without its quotes, or nothing, also if it is too long to be one
/// @param address the address, lower case
record Mailbox(String name, String address) {
    private static final int LONGEST_NAME = 500;

    /// The mailboxes in a header's text, whose encoded words are decoded already. What has no address is left out.
    static List<Mailbox> of(String header) {
        List<Mailbox> mailboxes = new ArrayList<>();
        int start = 0;
        for (int end = end(header, 0); start < header.length(); end = end(header, end + 1)) {
            String piece = header.substring(start, end);
            // a name that was an encoded word may have a comma: "Doe, Jane <jane@x>"
            if (piece.indexOf('@') >= 0 || end == header.length()) {
                add(piece, mailboxes);
                start = end + 1;
            } else if (header.charAt(end) == ';' || piece.isBlank() || piece.length() > LONGEST_NAME) {
                start = end + 1;
            }
        }
        return mailboxes;
    }

    /// The next comma or semicolon that is not in quotes, brackets or a comment; else the end.
    private static int end(String text, int from) {
        boolean quoted = false;
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                i += c == '\\' ? 1 : 0;
                quoted = c != '"';
            } else {
                switch (c) {
                    case '"' -> quoted = text.indexOf('"', i + 1) > 0;
                    case '(', '<' -> depth++;
                    case ')', '>' -> depth = Math.max(0, depth - 1);
                    case ',', ';' -> {
                        if (depth == 0) {
                            return i;
                        }
                    }
                    default -> {
                    }
                }
            }
        }
        return text.length();
    }

    private static void add(String piece, List<Mailbox> mailboxes) {
        String text = withoutGroup(piece);
        int open = text.lastIndexOf('<');
        String address = Senders.bare(text);
        if (address.indexOf('@') <= 0 || address.indexOf(' ') >= 0 || address.endsWith("@")) {
            return;
        }
        String name = open >= 0 ? text.substring(0, open) : comment(text);
        mailboxes.add(new Mailbox(bare(name, address), address));
    }

    /// `friends: ann@x` without the group's name.
    private static String withoutGroup(String piece) {
        int colon = piece.indexOf(':');
        int other = piece.length();
        for (int i = 0; i < other; i++) {
            if ("\"<@(".indexOf(piece.charAt(i)) >= 0) {
                other = i;
            }
        }
        return colon >= 0 && colon < other ? piece.substring(colon + 1) : piece;
    }

    /// `ann@x (Ann)`, the way of old.
    private static String comment(String text) {
        int open = text.indexOf('(');
        int close = text.lastIndexOf(')');
        return open >= 0 && open < close ? text.substring(open + 1, close) : "";
    }

    /// A name without quotes around it; nothing if it only says the address again.
    private static String bare(String name, String address) {
        String bare = name.length() > LONGEST_NAME ? "" : name.strip();
        while (bare.length() > 1 && (isPair(bare, '"') || isPair(bare, '\''))) {
            bare = bare.substring(1, bare.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\").strip();
        }
        return bare.toLowerCase(Locale.ROOT).contains(address) || bare.isEmpty() ? "" : bare;
    }

    private static boolean isPair(String text, char quote) {
        return text.charAt(0) == quote && text.charAt(text.length() - 1) == quote;
    }
}
