package majix.query;

import java.util.List;
import java.util.Set;
import majix.query.Expr.Match;

/// The printed forms of expressions: each is one argument, which may also stand as a word inside a group.
final class Printed {
    private static final String FLAGS = "srfdtpl";

    private Printed() {}

    static String group(List<Expr> terms, String between) {
        StringBuilder printed = new StringBuilder("(");
        for (Expr term : terms) {
            printed.append(printed.length() > 1 ? between : "").append(term);
        }
        return printed.append(')').toString();
    }

    static String not(Expr term) {
        String inner = term.toString();
        return inner.startsWith("(") ? "~" + inner : "~(" + inner + ")";
    }

    static String text(Set<Field> fields, List<String> pieces, Match match) {
        StringBuilder printed = new StringBuilder();
        if (!fields.equals(Keys.NONE)) {
            for (Field field : fields) {
                printed.append(field.letter());
            }
            printed.append(':');
        }
        printed.append(match.anchored() ? "^" : "");
        String plus = "";
        for (String piece : pieces) {
            printed.append(plus).append(quoted(piece, "@.-_"));
            plus = "+";
        }
        if (match.errors() > 0) {
            printed.append('=').append(match.errors());
        } else if (!match.whole() && !match.anchored()) {
            printed.append('=');
        }
        return printed.toString();
    }

    static String path(Expr.PathPart path) {
        String anchor = path.anchored() ? "^" : "";
        String errors = path.errors() > 0 ? "=" + path.errors() : "";
        return "p:" + anchor + quoted(path.text(), "@.-_/") + errors;
    }

    static String id(String id) {
        boolean plain = !id.startsWith("<") && !id.endsWith(">") && !(id.endsWith("=") && id.contains("=,"));
        for (int i = 0; i < id.length() && plain; i++) {
            char c = id.charAt(i);
            plain = !Character.isWhitespace(c) && c != '(' && c != ')' && c != '"';
        }
        return "m:" + (plain ? id : quoted(id, ""));
    }

    static String flags(Set<Character> with, Set<Character> without) {
        StringBuilder printed = new StringBuilder("F:");
        for (int i = 0; i < FLAGS.length(); i++) {
            char letter = FLAGS.charAt(i);
            printed.append(with.contains(letter) ? "" + letter : "")
                    .append(without.contains(letter) ? "-" + letter : "");
        }
        return printed.toString();
    }

    /// The text in double quotes, those inside doubled; as it is if it consists of letters, digits and the plain
    /// characters only and is not a word of the language.
    private static String quoted(String text, String plain) {
        boolean safe = !Keys.isConnective(text);
        for (int i = 0; i < text.length() && safe; i++) {
            char c = text.charAt(i);
            safe = Character.isLetterOrDigit(c) || plain.indexOf(c) >= 0;
        }
        return safe ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
