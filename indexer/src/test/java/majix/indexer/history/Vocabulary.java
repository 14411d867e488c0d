package majix.indexer.history;

import java.util.List;
import java.util.Random;

/// Words of letters and queries; few, and alike, so that queries hit.
final class Vocabulary {
    static final List<String> WORDS = List.of("apple", "apples", "applet", "maple", "banana", "bandana", "cherry",
            "chéri", "budget", "budgets", "quarterly", "meeting", "meetings", "Sitzung", "Übung", "übung", "ubung",
            "café", "cafe", "straße", "strasse", "x_1", "x1", "2025", "7", "東京", "東京都", "京都", "Ελλάδα", "ελλαδα",
            "ﬁsh", "fish", "From", "To", "a", "ab", "abc", "resumé", "don", "t", "naïve");
    static final List<String> PEOPLE = List.of("Ann <ann@writers.example>", "Bob Miller <bob.miller@readers.example>",
            "Jörg Müller <joerg+list@writers.example>", "ron@readers.example",
            "\"Dee, Sandra\" <sandra.dee@a.b-c.example>",
            "undisclosed", "José <jose@café.example>", "東京 <tokyo@x.example>", "x_1@x_1.example");
    static final List<String> FILES = List.of("report.pdf", "Report 2025.pdf", "budget.xls", "Übung.txt", "a",
            "x-1.tar.gz",
            "東京.png", "apple");
    private static final List<String> BETWEEN = List.of(" ", " ", " ", ", ", ". ", "-", "@", "\n", "\nFrom ", "+");

    private Vocabulary() {}

    static <T> T pick(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    static String word(Random random) {
        return pick(random, WORDS);
    }

    /// Words and what stands between them.
    ///
    /// @param lines whether it may have several
    static String text(Random random, int words, boolean lines) {
        StringBuilder text = new StringBuilder(word(random));
        for (int i = 1; i < words; i++) {
            String between = pick(random, BETWEEN);
            text.append(lines ? between : between.replace("\n", " ").replace("  ", " ")).append(word(random));
        }
        return text.toString();
    }

    /// A line of addresses.
    static String people(Random random) {
        String first = pick(random, PEOPLE);
        return random.nextInt(4) == 0 ? first + ", " + pick(random, PEOPLE) : first;
    }
}
