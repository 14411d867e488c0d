package majix.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One JSON object in the making, on one line. What a terminal could take for a command is written as `\u001b`, which
/// means the same to whoever reads JSON.
final class Json {
    private final StringBuilder text = new StringBuilder(1024).append('{');

    /// Adds a string.
    Json put(String name, String value) {
        quoted(name(name), value);
        return this;
    }

    /// Adds a number, or null.
    Json put(String name, @Nullable Long value) {
        name(name).append(value);
        return this;
    }

    /// Adds true or false.
    Json put(String name, boolean value) {
        name(name).append(value);
        return this;
    }

    /// Adds an array of strings.
    Json put(String name, List<String> values) {
        name(name).append('[');
        for (int i = 0; i < values.size(); i++) {
            quoted(i > 0 ? text.append(',') : text, values.get(i));
        }
        text.append(']');
        return this;
    }

    /// Adds an array of objects.
    Json putObjects(String name, List<Json> values) {
        name(name).append('[');
        for (int i = 0; i < values.size(); i++) {
            text.append(i > 0 ? "," : "").append(values.get(i));
        }
        text.append(']');
        return this;
    }

    private StringBuilder name(String name) {
        if (text.length() > 1) {
            text.append(',');
        }
        return quoted(text, name).append(':');
    }

    private static StringBuilder quoted(StringBuilder out, String value) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case '\r' -> out.append("\\r");
                default -> {
                    if (isPlain(value, i)) {
                        out.append(c);
                    } else {
                        escaped(out, c);
                    }
                }
            }
        }
        return out.append('"');
    }

    private static boolean isPlain(String value, int at) {
        char c = value.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 < value.length() && Character.isLowSurrogate(value.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at > 0 && Character.isHighSurrogate(value.charAt(at - 1));
        }
        int type = Character.getType(c);
        return type != Character.CONTROL && type != Character.FORMAT && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }

    private static void escaped(StringBuilder out, char c) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(Character.forDigit(c >> shift & 15, 16));
        }
    }

    /// The object.
    @Override
    public String toString() {
        return text + "}";
    }
}
