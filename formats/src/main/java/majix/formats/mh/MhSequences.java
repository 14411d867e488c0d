package majix.formats.mh;

import java.util.ArrayList;
import java.util.Comparator;
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
        merge(sequences.unseen);
        merge(sequences.replied);
        merge(sequences.flagged);
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

    /// Sorts ranges and makes one of those that touch, so that one is found by halving.
    private static void merge(List<long[]> ranges) {
        ranges.sort(Comparator.comparingLong(range -> range[0]));
        int kept = 0;
        for (long[] range : ranges) {
            if (kept > 0 && range[0] <= ranges.get(kept - 1)[1] + 1) {
                ranges.get(kept - 1)[1] = Math.max(ranges.get(kept - 1)[1], range[1]);
            } else {
                ranges.set(kept++, range);
            }
        }
        ranges.subList(kept, ranges.size()).clear();
    }

    private static boolean holds(List<long[]> ranges, long number) {
        int low = 0;
        int high = ranges.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ranges.get(middle)[1] < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < ranges.size() && ranges.get(low)[0] <= number;
    }
}
