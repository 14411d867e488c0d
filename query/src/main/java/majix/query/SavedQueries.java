package majix.query;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The queries that `q:NAME` stands for. Asked only by a query that has such a term.
public interface SavedQueries {
    /// The arguments of the query of a name, or null if there is none.
    @Nullable
    List<String> arguments(String name);

    /// All names, in the order in which people are to see them.
    Collection<String> names();

    /// Whether a text can be a name: letters, digits, `-`, `_` and `.`, with no `-` in front.
    static boolean isName(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isNameChar(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty() && text.charAt(0) != '-';
    }

    /// Whether a char can be in a name.
    static boolean isNameChar(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.';
    }
}
