package majix.cli;

import java.util.ArrayList;
import java.util.List;

/// A line typed into `majix shell`, cut into the arguments of a query: at blanks, save those in quotes. Quotes around a
/// whole argument go, as a shell would have it; quotes inside one belong to the query.
///
/// @param text the line
/// @param arguments its arguments
/// @param places where in the line each argument begins, without a quote that went
record TypedLine(String text, List<String> arguments, List<Integer> places) {

    /// Cuts a line. A quote that is not closed reaches to the end.
    static TypedLine of(String line) {
        List<String> arguments = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        int at = 0;
        while (true) {
            while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
                at++;
            }
            if (at == line.length()) {
                return new TypedLine(line, List.copyOf(arguments), List.copyOf(places));
            }
            int end = end(line, at);
            char first = line.charAt(at);
            boolean quoted = (first == '"' || first == '\'') && end - at > 2 && line.charAt(end - 1) == first
                    && line.indexOf(first, at + 1) == end - 1;
            arguments.add(quoted ? line.substring(at + 1, end - 1) : line.substring(at, end));
            places.add(quoted ? at + 1 : at);
            at = end;
        }
    }

    /// Where the argument begins in which a place of a line lies, or which would begin there.
    static int start(String line, int place) {
        int at = 0;
        while (true) {
            while (at < place && Character.isWhitespace(line.charAt(at))) {
                at++;
            }
            int end = end(line, at);
            if (end >= place) {
                return at;
            }
            at = end;
        }
    }

    private static int end(String line, int from) {
        char quote = 0;
        int at = from;
        while (at < line.length()) {
            char c = line.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || (c == '\'' && at == from)) {
                quote = c;
            } else if (Character.isWhitespace(c)) {
                return at;
            }
            at++;
        }
        return at;
    }

    boolean isBlank() {
        return arguments.isEmpty();
    }

    /// Whether it is a command to the shell, such as `:quit`.
    boolean isCommand() {
        return !arguments.isEmpty() && text.strip().startsWith(":");
    }

    /// Whether it begins with what is an option on a command line.
    boolean isOption() {
        String start = text.strip();
        return start.length() > 1 && start.charAt(0) == '-' && !Character.isWhitespace(start.charAt(1));
    }

    /// Where in the line a place in one of its arguments is.
    ///
    /// @param argument the argument, as a query's parser quotes it; the last such one is meant
    int column(String argument, int offset) {
        int index = arguments.lastIndexOf(argument);
        return index < 0 ? text.length() : Math.min(text.length(), places.get(index) + offset);
    }
}
