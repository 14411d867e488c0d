package majix.cli;

import java.util.ArrayList;
import java.util.List;

/// The text of values in an rc file: variables, `~`, and lists between colons (mairixrc(5)).
final class RcText {
    private RcText() {}

    /// A value with `$NAME` and `${NAME}` replaced by the variable, or by nothing if that is unset; a brace that is not
    /// closed ends with the value. `\$` is a literal dollar, and so is one that no name follows.
    static String expand(String value, Environment env) {
        if (value.indexOf('$') < 0) {
            return value;
        }
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < value.length()) {
            char c = value.charAt(at);
            if (c == '\\' && at + 1 < value.length() && value.charAt(at + 1) == '$') {
                out.append('$');
                at += 2;
            } else if (c == '$') {
                at = variable(value, at + 1, env, out);
            } else {
                out.append(c);
                at++;
            }
        }
        return out.toString();
    }

    /// Appends the variable whose name, or brace, begins at `at`, just after the dollar; returns where the rest begins.
    private static int variable(String value, int at, Environment env, StringBuilder out) {
        boolean brace = at < value.length() && value.charAt(at) == '{';
        int start = brace ? at + 1 : at;
        int end = start;
        while (end < value.length() && (brace ? value.charAt(end) != '}' : nameCharacter(value.charAt(end)))) {
            end++;
        }
        if (!brace && end == start) {
            out.append('$');
            return at;
        }
        String text = end == start ? null : env.variable(value.substring(start, end));
        if (text != null) {
            out.append(text);
        }
        return brace && end < value.length() ? end + 1 : end;
    }

    private static boolean nameCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }

    /// A single path with a leading `~/`, or a bare `~`, replaced by the home directory.
    static String home(String value, Environment env) {
        if (value.equals("~")) {
            return env.home().toString();
        }
        return value.startsWith("~/") ? env.home().toString().concat(value.substring(1)) : value;
    }

    /// Appends the elements of a list: parted by colons, `\:` is a literal colon, each may begin with `~/`. An empty
    /// text is one empty element.
    static void list(String text, Environment env, List<String> elements) {
        StringBuilder element = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < text.length() && text.charAt(at + 1) == ':') {
                element.append(':');
                at++;
            } else if (c == ':') {
                elements.add(home(element.toString(), env));
                element.setLength(0);
            } else {
                element.append(c);
            }
        }
        elements.add(home(element.toString(), env));
    }

    /// The lines of a file, without their ends.
    static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            int stop = end < 0 ? text.length() : end;
            lines.add(text.substring(start, stop));
            start = stop + 1;
        }
        return lines;
    }
}
