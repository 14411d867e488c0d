package majix.formats.mime;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/// The targets of the links of an HTML document, each once: URLs up to their query or fragment, addresses of mailto.
final class HtmlLinks {
    private static final int LONGEST = 2_000;

    private final Set<String> targets = new LinkedHashSet<>();

    /// Takes the value of an href or src; the end is not included.
    void add(char[] in, int from, int end) {
        int start = from;
        while (start < end && in[start] <= ' ') {
            start++;
        }
        int to = start;
        while (to < end && in[to] != '?' && in[to] != '#') {
            to++;
        }
        if (to == start || to - start > LONGEST) {
            return;
        }
        String target = new String(in, start, to - start).strip();
        String scheme = target.substring(0, Math.min(target.length(), 11)).toLowerCase(Locale.ROOT);
        if (scheme.startsWith("mailto:")) {
            targets.add(unescaped(target.substring(7)));
        } else if (!scheme.startsWith("cid:") && !scheme.startsWith("data:") && !scheme.startsWith("javascript:")) {
            targets.add(unescaped(target));
        }
    }

    private static String unescaped(String target) {
        if (target.indexOf('%') < 0) {
            return target;
        }
        byte[] bytes = target.getBytes(StandardCharsets.UTF_8);
        int length = Parameters.unescaped(bytes);
        return LenientUtf8.decode(bytes, 0, length);
    }

    /// Writes the targets, each after a line break.
    void appendTo(StringBuilder out) {
        for (String target : targets) {
            out.append('\n').append(target);
        }
    }
}
