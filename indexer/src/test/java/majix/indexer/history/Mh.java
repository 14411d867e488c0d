package majix.indexer.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import majix.formats.Flag;

/// What is special about MH folders.
final class Mh {
    private Mh() {}

    static boolean isMessage(String name) {
        return name.matches("[0-9]+\\.?");
    }

    /// The messages of a folder.
    static List<Integer> numbers(Tree tree, String folder) {
        List<Integer> numbers = new ArrayList<>();
        for (String name : tree.names(folder)) {
            if (name.matches("[0-9]{1,6}") && tree.files().containsKey(folder + "/" + name)) {
                numbers.add(Integer.parseInt(name));
            }
        }
        Collections.sort(numbers);
        return numbers;
    }

    static String text(Step.Sequences sequences) {
        return line("cur", List.of(1)) + line("unseen", sequences.unseen()) + line("replied", sequences.replied())
                + line("flagged", sequences.flagged());
    }

    private static String line(String name, List<Integer> numbers) {
        String all = numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
        return numbers.isEmpty() ? "" : name + ": " + all + "\n";
    }

    /// The flags that the text of a `.mh_sequences` gives a message; there are no ranges in it.
    static int flags(String text, String number) {
        int bits = text.contains("unseen: ") ? Flag.SEEN.bit() : 0;
        for (String line : text.split("\n", -1)) {
            if (List.of(line.split(" ", -1)).contains(number)) {
                bits = line.startsWith("unseen") ? bits & ~Flag.SEEN.bit() : bits;
                bits |= line.startsWith("replied") ? Flag.REPLIED.bit() : 0;
                bits |= line.startsWith("flagged") ? Flag.FLAGGED.bit() : 0;
            }
        }
        return bits;
    }
}
