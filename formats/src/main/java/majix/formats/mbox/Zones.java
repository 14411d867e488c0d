package majix.formats.mbox;

/// The zone names met in separator lines, with their offsets from UTC.
final class Zones {
    private static final String[] NAMES = {"EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT", "MET", "CET", "MEST",
            "MESZ", "CEST", "BST", "WEST", "EET", "EEST", "MSK", "JST", "KST", "AEST", "AEDT", "NZST", "NZDT", "HST",
            "DST"};
    private static final int[] HOURS = {-5, -4, -6, -5, -7, -6, -8, -7, 1, 1, 2, 2, 2, 1, 1, 2, 3, 3, 9, 9, 10, 11, 12,
            13, -10, 1};

    private Zones() {}

    /// The offset of a zone that is named by the rest of a word; 0 for GMT, UTC and names not known.
    /// `DST` counts an hour, to be added to the zone before it (`MET DST`).
    static int seconds(Words words, int word, int from) {
        for (int i = 0; i < NAMES.length; i++) {
            if (words.length(word) - from == NAMES[i].length() && matches(words, word, from, NAMES[i])) {
                return HOURS[i] * 3600;
            }
        }
        return 0;
    }

    private static boolean matches(Words words, int word, int from, String name) {
        for (int i = 0; i < name.length(); i++) {
            if (Words.lower(words.at(word, from + i)) != Words.lower(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
