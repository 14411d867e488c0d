package majix.formats.mime;

import java.util.ArrayList;
import java.util.List;

/// What was odd about one message: each line once, no more than [Limits#ODDITIES], and besides the limits that it hit.
final class Oddities {
    private static final int LONGEST = 60;
    private final List<String> lines = new ArrayList<>();
    private boolean limited;

    void note(String line) {
        if (lines.size() < Limits.ODDITIES && !lines.contains(line)) {
            lines.add(line);
        }
    }

    /// Notes that a limit left something out. There are so few of them that none is dropped.
    void limit(String line) {
        limited = true;
        if (!lines.contains(line)) {
            lines.add(line);
        }
    }

    /// Whether a limit was hit.
    boolean limited() {
        return limited;
    }

    /// Notes words of the message after our own; unprintable characters and excess length of theirs are taken away.
    void note(String line, String theirs) {
        if (lines.size() < Limits.ODDITIES) {
            StringBuilder shown = new StringBuilder(line).append(' ');
            for (int i = 0; i < Math.min(theirs.length(), LONGEST); i++) {
                char c = theirs.charAt(i);
                shown.append(c < ' ' || c > '~' ? '?' : c);
            }
            note(shown.toString());
        }
    }

    void clear() {
        lines.clear();
        limited = false;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
