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
        return "after step " + step + ", " + what + ", asked " + question + "\n  expected:" + lines(expected, found)
                + "\n  found:" + lines(found, expected);
    }

    /// What only one of them has, or all where they differ in order.
    private static String lines(List<String> lines, List<String> others) {
        boolean order = lines.size() == others.size() && lines.containsAll(others);
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            if (order || !others.contains(line)) {
                text.append("\n    ").append(line);
            }
        }
        return text.toString();
    }
}
