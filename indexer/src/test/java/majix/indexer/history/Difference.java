package majix.indexer.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Two answers that should be the same and are not.
///
/// @param step which step of the history showed it, from 0
/// @param what whose answers they are
/// @param question what was asked; null if something else went wrong
record Difference(int step, String what, @Nullable Question question, List<String> expected, List<String> found) {
    @Override
    public String toString() {
        return "after step " + step + ", " + what + ", asked " + question + "\n  expected:\n    "
                + String.join("\n    ", expected) + "\n  found:\n    " + String.join("\n    ", found);
    }
}
