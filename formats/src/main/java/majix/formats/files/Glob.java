package majix.formats.files;

/// Wildcards of folder names: `*`, `?`, `[a-z]`, `[!a-z]`, and across slashes `**`.
final class Glob {
    private Glob() {}

    /// Whether a name holds a wildcard.
    static boolean isPattern(String name) {
        return name.indexOf('*') >= 0 || name.indexOf('?') >= 0 || name.indexOf('[') >= 0;
    }

    /// Whether a whole path matches. `*`, `?` and `[...]` do not match a slash, `**` does. A bracket that is not closed
    /// stands for itself. Time is bounded by the product of both lengths.
    static boolean matches(String pattern, String path) {
        boolean[] reached = new boolean[path.length() + 1];
        reached[0] = true;
        int at = 0;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            int close = c == '[' ? close(pattern, at) : -1;
            if (c == '*') {
                boolean across = at + 1 < pattern.length() && pattern.charAt(at + 1) == '*';
                for (int i = 0; i < path.length(); i++) {
                    reached[i + 1] |= reached[i] && (across || path.charAt(i) != '/');
                }
                at += across ? 2 : 1;
                continue;
            }
            for (int i = path.length(); i > 0; i--) {
                char seen = path.charAt(i - 1);
                reached[i] = reached[i - 1] && (c == '?'
                        ? seen != '/'
                        : close > 0 ? seen != '/' && inBracket(pattern, at + 1, close, seen) : seen == c);
            }
            reached[0] = false;
            at = close > 0 ? close + 1 : at + 1;
        }
        return reached[path.length()];
    }

    private static int close(String pattern, int open) {
        int first = open + 1 < pattern.length() && negated(pattern.charAt(open + 1)) ? open + 2 : open + 1;
        return pattern.indexOf(']', first + 1);
    }

    private static boolean inBracket(String pattern, int from, int close, char seen) {
        boolean negated = negated(pattern.charAt(from));
        boolean found = false;
        for (int i = negated ? from + 1 : from; i < close; i++) {
            char low = pattern.charAt(i);
            char high = low;
            if (i + 2 < close && pattern.charAt(i + 1) == '-') {
                high = pattern.charAt(i + 2);
                i += 2;
            }
            found |= low <= seen && seen <= high;
        }
        return found != negated;
    }

    private static boolean negated(char c) {
        return c == '!' || c == '^';
    }
}
