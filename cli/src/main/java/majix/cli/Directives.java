package majix.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The directives of an rc file by name, for the warning about one that is not known; loaded only then.
final class Directives {
    static final List<String> KNOWN = List.of("base", "database", "maildir", "mh", "mbox", "files", "omit",
            "mfolder", "mformat", "nochecks", "follow_mbox_symlinks", "resident", "warn_stale", "me");

    private Directives() {}

    /// What to say of a line whose directive is not known.
    ///
    /// @param name the directive, lower case, as text for people
    static String unknown(String name) {
        String nearest = nearest(name);
        return "unknown directive \"" + name + "\""
                + (nearest == null ? "; known are " + String.join(", ", KNOWN) : "; did you mean " + nearest + "?");
    }

    /// What to say of a line without `=`.
    static String withoutValue(String name) {
        return KNOWN.contains(name) ? name + " needs a value, as in " + name + "=..." : unknown(name);
    }

    /// The known name that a third of the letters at most tells apart from this one, or null.
    static @Nullable String nearest(String name) {
        String best = null;
        int least = Math.max(1, name.length() / 3) + 1;
        for (String known : KNOWN) {
            int distance = Math.abs(known.length() - name.length()) < least ? distance(known, name) : least;
            if (distance < least) {
                least = distance;
                best = known;
            }
        }
        return best;
    }

    /// Levenshtein distance, in characters.
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
