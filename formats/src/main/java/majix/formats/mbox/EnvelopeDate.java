package majix.formats.mbox;

/// The date that ends a separator line. Its forms, with `[...]` for what may be missing and zones of one or two words:
///
///     [Www] Mmm D HH:MM[:SS] [zone] YYYY [zone]        asctime(3) and what was made of it
///     [Www] Mmm D YYYY HH:MM[:SS] [zone]
///     [Www,] D Mmm YYYY HH:MM[:SS] [zone]              RFC 5322
///     YYYY-MM-DD HH:MM[:SS] [zone], YYYY-MM-DDTHH:MM[:SS][zone]    ISO 8601
///
/// As in mairix any three letters do for a day of the week and, behind one, for a month; the time is then unknown.
final class EnvelopeDate {
    private static final String WEEKDAYS = "sunmontuewedthufrisat";
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final int MONTH_UNKNOWN = 0;

    private final Words words;
    private boolean weekday;
    private int year = -1;
    private int month = MONTH_UNKNOWN;
    private int day;
    private int secondOfDay;
    private int zoneSeconds;
    private boolean inRange = true;

    EnvelopeDate(Words words) {
        this.words = words;
    }

    /// Reads a date that begins with a word and ends with the last one.
    boolean read(int first) {
        weekday = isWeekday(first);
        if (weekday && date(first + 1)) {
            return true;
        }
        weekday = false;
        return date(first);
    }

    private boolean date(int first) {
        zoneSeconds = 0;
        inRange = true;
        int all = words.count();
        return monthFirst(first) == all || dayFirst(first) == all || iso(first) == all;
    }

    boolean namesWeekday() {
        return weekday;
    }

    /// The time that was read, or [FromLines#UNDATED].
    long epochSecond() {
        if (month == MONTH_UNKNOWN || day < 1 || day > 31 || year < 1900 || !inRange) {
            return FromLines.UNDATED;
        }
        return daysSinceEpoch() * 86_400 + secondOfDay - zoneSeconds;
    }

    private int monthFirst(int first) {
        if (!isMonth(first) || !isDay(first + 1)) {
            return -1;
        }
        int at = first + 2;
        if (isYear(at, 4) && isTime(at + 1)) {
            return zones(at + 2);
        }
        if (!isTime(at)) {
            return -1;
        }
        at = zones(at + 1);
        return isYear(at, 4) ? zones(at + 1) : -1;
    }

    private int dayFirst(int first) {
        return isDay(first) && isMonth(first + 1) && (isYear(first + 2, 4) || isYear(first + 2, 2)) && isTime(first + 3)
                ? zones(first + 4)
                : -1;
    }

    private int iso(int at) {
        if (at >= words.count() || !words.digits(at, 0, 4) || words.at(at, 4) != '-' || !words.digits(at, 5, 7)
                || words.at(at, 7) != '-' || !words.digits(at, 8, 10)) {
            return -1;
        }
        year = words.number(at, 0, 4);
        month = words.number(at, 5, 7);
        day = words.number(at, 8, 10);
        inRange &= month <= 12;
        if (words.length(at) == 10) {
            return isTime(at + 1) ? zones(at + 2) : -1;
        }
        return words.at(at, 10) == 'T' && time(at, 11) ? zones(at + 1) : -1;
    }

    private boolean isWeekday(int at) {
        if (at >= words.count()) {
            return false;
        }
        int length = words.length(at);
        length -= words.at(at, length - 1) == ',' ? 1 : 0;
        return letters(at, length) && (length == 3
                || (length > 5 && index(WEEKDAYS, at) >= 0 && words.at(at, length - 1) == 'y'));
    }

    private boolean isMonth(int at) {
        if (at >= words.count() || !letters(at, 3)) {
            return false;
        }
        int known = index(MONTHS, at);
        month = known + 1;
        return (known >= 0 && letters(at, words.length(at)))
                || (weekday && words.length(at) == 3 && words.at(at, 0) <= 'Z');
    }

    private boolean isDay(int at) {
        if (at >= words.count()) {
            return false;
        }
        int length = words.length(at);
        length -= words.at(at, length - 1) == ',' ? 1 : 0;
        if (length > 2 || !words.digits(at, 0, length)) {
            return false;
        }
        day = words.number(at, 0, length);
        return true;
    }

    private boolean isYear(int at, int length) {
        if (at >= words.count() || words.length(at) != length || !words.digits(at, 0, length)) {
            return false;
        }
        int number = words.number(at, 0, length);
        year = length == 4 ? number : number + (number < 70 ? 2000 : 1900);
        return true;
    }

    private boolean isTime(int at) {
        return at < words.count() && time(at, 0);
    }

    /// `H:MM`, `HH:MM:SS`, a fraction, and in the same word perhaps a zone.
    private boolean time(int word, int from) {
        int hours = words.at(word, from + 1) == ':' ? 1 : 2;
        int i = from + hours;
        if (!words.digits(word, from, i) || words.at(word, i) != ':' || !words.digits(word, i + 1, i + 3)) {
            return false;
        }
        int hour = words.number(word, from, i);
        int minute = words.number(word, i + 1, i + 3);
        int second = 0;
        i += 3;
        if (words.at(word, i) == ':' && words.digits(word, i + 1, i + 3)) {
            second = words.number(word, i + 1, i + 3);
            i += 3;
        }
        if (words.at(word, i) == '.' || words.at(word, i) == ',') {
            i++;
            while (words.digits(word, i, i + 1)) {
                i++;
            }
        }
        secondOfDay = hour * 3600 + minute * 60 + second;
        inRange &= hour < 24 && minute < 60 && second < 61;
        return i == words.length(word) || zone(word, i);
    }

    private int zones(int first) {
        int at = first;
        while (at < words.count() && at < first + 2 && zone(at, 0)) {
            at++;
        }
        if (at < words.count() && words.at(at, 0) == '('
                && words.at(words.count() - 1, words.length(words.count() - 1) - 1) == ')') {
            return words.count();
        }
        return at;
    }

    private boolean zone(int word, int from) {
        int length = words.length(word);
        int sign = from;
        while (sign < length && letter(words.at(word, sign))) {
            sign++;
        }
        if (sign == length) {
            zoneSeconds += sign - from <= 5 ? Zones.seconds(words, word, from) : 0;
            return sign > from && sign - from <= 5;
        }
        char mark = words.at(word, sign);
        if (sign - from > 3 || (mark != '+' && mark != '-') || !words.digits(word, sign + 1, sign + 3)) {
            return false;
        }
        int minutes = words.at(word, sign + 3) == ':' ? sign + 4 : sign + 3;
        boolean whole = minutes + 2 == length && words.digits(word, minutes, length);
        if (!whole && sign + 3 != length) {
            return false;
        }
        int seconds = words.number(word, sign + 1, sign + 3) * 3600
                + (whole ? words.number(word, minutes, length) * 60 : 0);
        zoneSeconds = mark == '-' ? -seconds : seconds;
        return true;
    }

    private boolean letters(int word, int length) {
        for (int i = 0; i < length; i++) {
            if (!letter(words.at(word, i))) {
                return false;
            }
        }
        return length > 0;
    }

    private int index(String names, int word) {
        for (int i = 0; i < names.length(); i += 3) {
            if (words.begins(word, names.substring(i, i + 3))) {
                return i / 3;
            }
        }
        return -1;
    }

    /// Days from 1970-01-01, proleptic Gregorian; years begin in March, so that the leap day is the last one.
    private long daysSinceEpoch() {
        long y = month <= 2 ? year - 1 : year;
        long era = Math.floorDiv(y, 400);
        long yearOfEra = y - era * 400;
        long dayOfYear = (153L * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468;
    }

    private static boolean letter(char c) {
        return Words.lower(c) >= 'a' && Words.lower(c) <= 'z';
    }
}
