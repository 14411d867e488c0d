package majix.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Words of a manual page joined to text as mdoc(7) joins them: no blank before closing punctuation, nor where `Ns`
/// stands.
final class MdocLine {
    private static final Set<String> MACROS = Set.of("Fl", "Ar", "Cm", "Ic", "Pa", "Ev", "Va", "Li", "Sy", "Em", "Xr",
            "Ql", "Pq", "Oo", "Oc", "Op", "Nm", "Ns", "No", "Sx");
    private static final String CLOSING = ",.;:)]?!";

    private final StringBuilder text;
    private boolean glued;

    MdocLine(String start) {
        text = new StringBuilder(start);
    }

    /// Adds a line of plain text.
    void text(String line) {
        for (String word : line.split(" ", -1)) {
            if (!word.isEmpty()) {
                add(unescape(word));
            }
        }
    }

    /// Adds a line that a macro begins.
    ///
    /// @param name the name of the page, for `Nm`
    void macro(String macro, String rest, String name) {
        String current = macro;
        List<String> words = words(rest);
        int end = words.size();
        while (end > 0 && isClosing(words.get(end - 1))) {
            end--;
        }
        StringBuilder closers = new StringBuilder();
        boolean said = opens(current, closers);
        for (int i = 0; i < end; i++) {
            String word = words.get(i);
            if (MACROS.contains(word)) {
                bare(current, said, name);
                current = word;
                said = opens(current, closers);
            } else if (isClosing(word)) {
                bare(current, said, name);
                said = true;
                append(word);
            } else if (current.equals("Xr") && i + 1 < end && !said) {
                add(unescape(word) + "(" + words.get(++i) + ")");
                said = true;
            } else {
                add(styled(current, unescape(word), said));
                said = true;
                if (current.equals("Ql") && (i + 1 == end || isClosing(words.get(i + 1)))) {
                    append("\u2019");
                }
            }
        }
        bare(current, said, name);
        append(closers.toString());
        append(String.join("", words.subList(end, words.size())));
        glued = current.equals("Ns");
    }

    /// Whether the macro says all it has to say by itself.
    private boolean opens(String macro, StringBuilder closers) {
        switch (macro) {
            case "Pq" -> {
                add("(");
                closers.insert(0, ")");
            }
            case "Op" -> {
                add("[");
                closers.insert(0, "]");
            }
            case "Oo" -> add("[");
            case "Oc" -> append("]");
            case "Ns" -> {
                glued = true;
                return true;
            }
            default -> {
                return false;
            }
        }
        glued = !macro.equals("Oc");
        return true;
    }

    /// A macro without words.
    private void bare(String macro, boolean said, String name) {
        if (!said) {
            switch (macro) {
                case "Nm" -> add(name);
                case "Ar" -> add("file ...");
                case "Fl" -> add("-");
                default -> {
                }
            }
        }
    }

    private static String styled(String macro, String word, boolean said) {
        return switch (macro) {
            case "Fl" -> "-" + word;
            case "Ql" -> said ? word : "\u2018" + word;
            default -> word;
        };
    }

    private void add(String word) {
        if (!text.isEmpty() && !glued) {
            text.append(' ');
        }
        glued = false;
        text.append(word);
    }

    private void append(String word) {
        text.append(word);
    }

    private static boolean isClosing(String word) {
        return word.length() == 1 && CLOSING.contains(word);
    }

    /// Words between blanks; one in double quotes may hold blanks.
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < line.length()) {
            if (line.charAt(at) == ' ') {
                at++;
                continue;
            }
            boolean quoted = line.charAt(at) == '"';
            int end = line.indexOf(quoted ? '"' : ' ', at + 1);
            end = end < 0 ? line.length() : end;
            words.add(line.substring(quoted ? at + 1 : at, end));
            at = end + 1;
        }
        return words;
    }

    /// Text without roff's escapes.
    static String unescape(String text) {
        return text.replace("\\&", "").replace("\\-", "-").replace("\\(aq", "'").replace("\\(dq", "\"")
                .replace("\\['e]", "\u00e9").replace("\\e", "\\");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
