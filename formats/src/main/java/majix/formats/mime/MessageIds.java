package majix.formats.mime;

import java.util.List;

/// Message-IDs in header fields (RFC 5322 3.6.4), in the shapes that are met.
final class MessageIds {
    private MessageIds() {}

    /// Adds every `<id>` of the text, without the brackets and with blanks taken out of it, up to [Limits#IDS].
    ///
    /// @return how many there were
    static int bracketed(String text, List<String> ids) {
        int found = 0;
        int open = text.indexOf('<');
        while (open >= 0 && ids.size() < Limits.IDS) {
            int close = text.indexOf('>', open);
            if (close < 0) {
                break;
            }
            // an id that lost its end must not take the next one with it
            int last = text.lastIndexOf('<', close);
            String id = withoutBlanks(text.substring(last + 1, close));
            if (!id.isEmpty()) {
                ids.add(id);
                found++;
            }
            open = text.indexOf('<', close);
        }
        return found;
    }

    /// Adds the ids of a Message-ID field: in brackets, or else its first word that holds an @.
    static void own(String text, List<String> ids) {
        if (bracketed(text, ids) > 0 || ids.size() >= Limits.IDS) {
            return;
        }
        int at = text.indexOf('@');
        if (at < 0) {
            return;
        }
        int from = at;
        while (from > 0 && isPart(text.charAt(from - 1))) {
            from--;
        }
        int to = at;
        while (to < text.length() && isPart(text.charAt(to))) {
            to++;
        }
        ids.add(text.substring(from, to));
    }

    private static boolean isPart(char c) {
        return c > ' ' && c != '<' && c != '>';
    }

    private static String withoutBlanks(String id) {
        for (int i = 0; i < id.length(); i++) {
            if (id.charAt(i) <= ' ') {
                StringBuilder rest = new StringBuilder(id.length());
                for (int k = 0; k < id.length(); k++) {
                    if (id.charAt(k) > ' ') {
                        rest.append(id.charAt(k));
                    }
                }
                return rest.toString();
            }
        }
        return id;
    }
}
