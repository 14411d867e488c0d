package majix.formats.mime;

/// The words in dates: months in English, German, French, Spanish, Italian, Dutch, Portuguese and the Scandinavian
/// languages, and zones (RFC 5322 4.3 and the names that mailers write besides).
final class DateWords {
    /// Stands for a word that is no zone.
    static final int UNKNOWN = Integer.MIN_VALUE;

    private static final String ACCENTED = "àáâãäåçèéêëìíîïñòóôõöùúûü";
    private static final String PLAIN = "aaaaaaceeeeiiiinooooouuuu";

    private DateWords() {}

    /// The characters from `from` to `to`, lower case, without accents.
    static String folded(String text, int from, int to) {
        char[] word = new char[to - from];
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            int accented = c > 127 ? ACCENTED.indexOf(Character.toLowerCase(c)) : -1;
            word[i - from] = accented < 0 ? (char) Ascii.lower(c) : PLAIN.charAt(accented);
        }
        return new String(word);
    }

    /// The month 1 to 12 that a folded word names, whole or abbreviated to at least three letters; else 0.
    static int month(String word) {
        if (word.length() < 3) {
            return 0;
        }
        return switch (word.substring(0, 3)) {
            case "jan", "ene", "gen" -> 1;
            case "feb", "fev" -> 2;
            case "mar", "mrz", "maa", "mrt" -> 3;
            case "apr", "avr", "abr" -> 4;
            case "may", "mai", "mag", "mei", "maj" -> 5;
            case "jun", "giu" -> 6;
            case "jul", "lug" -> 7;
            case "jui" -> word.startsWith("juin") ? 6 : 7;
            case "aug", "aou", "ago" -> 8;
            case "sep", "set" -> 9;
            case "oct", "okt", "ott", "out" -> 10;
            case "nov" -> 11;
            case "dec", "dez", "dic", "des" -> 12;
            default -> 0;
        };
    }

    /// The minutes east of Greenwich of a folded zone name, or [#UNKNOWN]. Single letters, which mailers used with
    /// either sign, are UTC (RFC 5322 4.3).
    static int zoneMinutes(String word) {
        return switch (word) {
            case "ut", "utc", "gmt", "wet", "zulu" -> 0;
            case "bst", "west", "cet", "met", "mez", "wat" -> 60;
            case "cest", "mest", "mesz", "eet", "sast", "cat" -> 120;
            case "eest", "msk", "eat", "trt" -> 180;
            case "msd", "gst" -> 240;
            case "pkt" -> 300;
            case "ist" -> 330;
            case "ict", "wib" -> 420;
            case "hkt", "sgt", "awst", "myt", "pht" -> 480;
            case "jst", "kst" -> 540;
            case "acst" -> 570;
            case "aest" -> 600;
            case "acdt" -> 630;
            case "aedt" -> 660;
            case "nzst" -> 720;
            case "nzdt" -> 780;
            case "ndt" -> -150;
            case "nst" -> -210;
            case "adt", "brt", "art" -> -180;
            case "ast", "edt", "clt" -> -240;
            case "est", "cdt" -> -300;
            case "cst", "mdt" -> -360;
            case "mst", "pdt" -> -420;
            case "pst", "akdt" -> -480;
            case "akst", "hdt" -> -540;
            case "hst" -> -600;
            default -> UNKNOWN;
        };
    }
}
