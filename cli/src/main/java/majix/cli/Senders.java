package majix.cli;

import java.util.List;
import java.util.Locale;

/// What From headers tell people.
final class Senders {
    private Senders() {}

    /// The address of the first mailbox in a From header, lower case; empty if there is none.
    static String address(String from) {
        List<Mailbox> mailboxes = Mailbox.of(from);
        return mailboxes.isEmpty() ? bare(from) : mailboxes.getFirst().address();
    }

    /// The address in the text of one mailbox, lower case; empty if there is none. The last one in brackets: a name that
    /// was an encoded word may hold others.
    static String bare(String from) {
        int close = from.lastIndexOf('>');
        int open = from.lastIndexOf('<', Math.max(0, close));
        if (open >= 0 && open < close) {
            return from.substring(open + 1, close).strip().toLowerCase(Locale.ROOT);
        }
        int at = from.indexOf('@');
        if (at < 0) {
            return "";
        }
        int start = at;
        while (start > 0 && isPart(from.charAt(start - 1))) {
            start--;
        }
        int end = at;
        while (end < from.length() && isPart(from.charAt(end))) {
            end++;
        }
        return from.substring(start, end).toLowerCase(Locale.ROOT);
    }

    /// What stands behind the `@` of an address; empty if there is none.
    static String domain(String address) {
        return address.substring(address.lastIndexOf('@') < 0 ? address.length() : address.lastIndexOf('@') + 1);
    }

    /// The sender's name, or the address where there is no name.
    static String name(String from) {
        int open = from.indexOf('<');
        if (from.startsWith("\"") || (open < 0 && from.indexOf('(') > 0)) {
            List<Mailbox> mailboxes = Mailbox.of(from);
            return mailboxes.isEmpty() || mailboxes.getFirst().name().isEmpty()
                    ? from.strip()
                    : mailboxes.getFirst().name();
        }
        String before = open < 0 ? from : from.substring(0, open);
        String name = before.strip();
        if (name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")) {
            name = name.substring(1, name.length() - 1).replace("\\\"", "\"").strip();
        }
        return name.isEmpty() ? address(from) : name;
    }

    private static boolean isPart(char c) {
        return c > ' ' && c != ',' && c != ';' && c != '<' && c != '>' && c != '(' && c != ')';
    }
}
