package majix.formats.mh;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import majix.formats.Flag;

/// The flags in a `.mh_sequences` file (mh-sequence(5)): lines such as `unseen: 1 3-4`, continued by lines that begin
/// with a blank. If there is an `unseen` sequence, messages that are not in it are seen.
final class MhSequences {
    private final List<long[]> unseen = new ArrayList<>();
    private final List<long[]> replied = new ArrayList<>();
    private final List<long[]> flagged = new ArrayList<>();
    private boolean namesUnseen;

    /// Reads the text of the file; what is no range of numbers is passed over.
    static MhSequences parse(String text) {
        MhSequences sequences = new MhSequences();
        List<long[]> into = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            int colon = line.indexOf(':');
            boolean continued = line.startsWith(" ") || line.startsWith("\t");
            if (!continued) {
                into = colon < 0 ? new ArrayList<>() : sequences.named(line.substring(0, colon).strip());
            }
            addRanges(line.substring(continued ? 0 : colon + 1), into);
        }
        return sequences;
    }

    /// The flags of a message.
    Set<Flag> flags(long number) {
        EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
        if (namesUnseen && !holds(unseen, number)) {
            flags.add(Flag.SEEN);
        }
        if (holds(replied, number)) {
            flags.add(Flag.REPLIED);
        }
        if (holds(flagged, number)) {
            flags.add(Flag.FLAGGED);
        }
        return flags;
    }

    private List<long[]> named(String name) {
        return switch (name) {
            case "unseen" -> {
                namesUnseen = true;
                yield unseen;
            }
            case "replied" -> replied;
            case "flagged" -> flagged;
            default -> new ArrayList<>();
        };
    }

    private static void addRanges(String text, List<long[]> into) {
        int i = 0;
        while (i < text.length()) {
            int end = i;
            while (end < text.length() && text.charAt(end) > ' ') {
                end++;
            }
            int dash = text.indexOf('-', i);
            boolean range = dash > i && dash < end;
            long low = number(text, i, range ? dash : end);
            long high = range ? number(text, dash + 1, end) : low;
            if (low >= 0 && high >= low) {
                into.add(new long[]{low, high});
            }
            i = end + 1;
        }
    }

    /// The number that a part of a text is, or -1; more than 18 digits are none.
    static long number(String text, int from, int to) {
        if (to <= from || to - from > 18) {
            return -1;
        }
        long number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + c - '0';
        }
        return number;
    }

    private static boolean holds(List<long[]> ranges, long number) {
        for (long[] range : ranges) {
            if (range[0] <= number && number <= range[1]) {
                return true;
            }
        }
        return false;
    }
}
