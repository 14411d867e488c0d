package majix.query;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The spelling of one date: digits, letters, digits, of which any may be missing. Two digits are a day of the month if
/// they can be one (10 to 31) and a year otherwise, as in mairix(1); between a day and such a number the number is a
/// year if that leaves one reading only (`5dec24`, but not `24dec31`).
final class DateText {
    private static final String[] MONTHS = {"january", "february", "march", "april", "may", "june", "july", "august",
            "september", "october", "november", "december"};
    private static final int MOST_DIGITS = 5;
    private static final int LEAP_CYCLE = 8;

    private final String text;
    private final LocalDate reference;
    private final LocalDate today;

    DateText(String text, LocalDate reference, LocalDate today) {
        this.text = text;
        this.reference = reference;
        this.today = today;
    }

    /// The days it names, null if it names none.
    @Nullable
    Period period() {
        if (Period.isIso(text)) {
            return iso();
        }
        int digits = run(text, 0, false);
        int letters = run(text, digits, true);
        if (text.isEmpty() || run(text, letters, false) < text.length()) {
            return null;
        }
        String head = text.substring(0, digits);
        String name = text.substring(digits, letters);
        String tail = text.substring(letters);
        if (name.isEmpty()) {
            return number(head);
        }
        if (name.length() == 1) {
            return head.isEmpty() || !tail.isEmpty() ? null : relative(head, name.charAt(0));
        }
        return named(head, name, tail);
    }

    private @Nullable Period iso() {
        int year = Integer.parseInt(text, 0, 4, 10);
        int month = Integer.parseInt(text, 5, 7, 10);
        if (text.length() > 7) {
            return Period.day(year, month, Integer.parseInt(text, 8, 10, 10));
        }
        return year < 1 ? null : Period.month(year, month);
    }

    private @Nullable Period number(String digits) {
        if (digits.length() == 6 || digits.length() == 8) {
            int split = digits.length() - 4;
            int year = split == 2 ? century(value(digits.substring(0, 2))) : year(digits.substring(0, 4));
            return Period.day(year, Integer.parseInt(digits, split, split + 2, 10),
                    Integer.parseInt(digits, split + 2, split + 4, 10));
        }
        int day = day(digits);
        if (day > 0) {
            return latestDay(day);
        }
        int year = year(digits);
        return year > 0 ? Period.year(year) : null;
    }

    private @Nullable Period relative(String digits, char unit) {
        int days = switch (unit) {
            case 'd' -> 1;
            case 'w' -> 7;
            case 'm' -> 30;
            case 'y' -> 365;
            default -> 0;
        };
        if (days == 0 || digits.length() > MOST_DIGITS) {
            return null;
        }
        LocalDate day = today.minusDays((long) value(digits) * days);
        return day.getYear() < 1 ? null : new Period(day, day, true);
    }

    private @Nullable Period named(String head, String name, String tail) {
        if (head.isEmpty() && tail.isEmpty() && name.equalsIgnoreCase("today")) {
            return Period.day(today);
        }
        if (head.isEmpty() && tail.isEmpty() && name.equalsIgnoreCase("yesterday")) {
            return Period.day(today.minusDays(1));
        }
        int month = month(name);
        if (month == 0) {
            return null;
        }
        if (!head.isEmpty() && !tail.isEmpty()) {
            return fullDate(head, month, tail);
        }
        String digits = head.isEmpty() ? tail : head;
        if (digits.isEmpty()) {
            return Period.month(reference.getYear() - (month > reference.getMonthValue() ? 1 : 0), month);
        }
        int day = day(digits);
        if (day > 0) {
            return latestDay(month, day);
        }
        int year = year(digits);
        return year > 0 ? Period.month(year, month) : null;
    }

    private static @Nullable Period fullDate(String head, int month, String tail) {
        int first = day(head);
        int second = day(tail);
        if (first > 0 && year(tail) > 0) {
            return Period.day(year(tail), month, first);
        }
        if (second > 0 && year(head) > 0) {
            return Period.day(year(head), month, second);
        }
        if (first == 0 || second == 0 || isAmbiguous(head, tail)) {
            return null;
        }
        if (tail.length() == 2) {
            return Period.day(century(second), month, first);
        }
        return head.length() == 2 ? Period.day(century(first), month, second) : null;
    }

    /// Whether both numbers around a month can be the day and the year, with different meanings.
    static boolean isAmbiguous(String text) {
        int digits = run(text, 0, false);
        int letters = run(text, digits, true);
        return run(text, letters, false) == text.length() && month(text.substring(digits, letters)) > 0
                && isAmbiguous(text.substring(0, digits), text.substring(letters));
    }

    private static boolean isAmbiguous(String head, String tail) {
        return head.length() == 2 && tail.length() == 2 && day(head) > 0 && day(tail) > 0 && !head.equals(tail);
    }

    /// The latest such day of a month at or before the reference.
    private Period latestDay(int day) {
        LocalDate month = reference.withDayOfMonth(1);
        if (day > reference.getDayOfMonth()) {
            do {
                month = month.minusMonths(1);
            } while (day > month.lengthOfMonth());
        }
        return Period.day(month.withDayOfMonth(day));
    }

    /// The latest such day of a year at or before the reference; 29 February may be some years back.
    private @Nullable Period latestDay(int month, int day) {
        for (int year = reference.getYear(); year >= reference.getYear() - LEAP_CYCLE; year--) {
            Period period = Period.day(year, month, day);
            if (period != null && !period.first().isAfter(reference)) {
                return period;
            }
        }
        return null;
    }

    /// The end of a run of ASCII digits or letters.
    private static int run(String text, int start, boolean letters) {
        int end = start;
        while (end < text.length()) {
            int c = letters ? text.charAt(end) | 0x20 : text.charAt(end);
            if (c < (letters ? 'a' : '0') || c > (letters ? 'z' : '9')) {
                break;
            }
            end++;
        }
        return end;
    }

    private static int month(String name) {
        for (int i = 0; i < MONTHS.length; i++) {
            if (MONTHS[i].equalsIgnoreCase(name)
                    || (name.length() == 3 && MONTHS[i].regionMatches(true, 0, name, 0, 3))) {
                return i + 1;
            }
        }
        return 0;
    }

    /// The day of the month that digits are, 0 if they are none.
    private static int day(String digits) {
        boolean possible = digits.length() == 1 || (digits.length() == 2 && digits.charAt(0) != '0');
        return possible && value(digits) <= 31 ? value(digits) : 0;
    }

    /// The year that digits are, 0 if they are none or a day.
    private static int year(String digits) {
        return switch (digits.length()) {
            case 2 -> day(digits) > 0 ? 0 : century(value(digits));
            case 4 -> digits.charAt(0) == '0' ? 0 : value(digits);
            default -> 0;
        };
    }

    private static int century(int year) {
        return year < 70 ? 2000 + year : 1900 + year;
    }

    private static int value(String digits) {
        return Integer.parseInt(digits);
    }
}
