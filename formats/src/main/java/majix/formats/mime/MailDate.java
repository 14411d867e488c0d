package majix.formats.mime;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Reads the dates of Date and Received fields as they are met: RFC 5322 and its obsolete forms (4.3), asctime, ISO
/// 8601, with month names of several languages, without a weekday, a time of day or a zone. The words and numbers are
/// taken in any order in which they can mean only one date; weekdays are not looked at.
///
/// Written by hand because a message has to be dated in well under a microsecond and java.time's formatters know one
/// form each.
final class MailDate {
    private static final int LONGEST = 300;
    private static final int DAY_SECONDS = 86_400;
    private static final int NONE = Integer.MIN_VALUE;

    private final String text;
    private final int end;
    private int at;
    private int day = NONE;
    private int month = NONE;
    private int year = NONE;
    /// A second small number before any month: day and month in one of the two orders.
    private int second = NONE;
    private boolean yearFirst;
    private boolean monthBeforeNumbers;
    private boolean bad;
    private int time = NONE;
    private int zone = NONE;
    private boolean zoneIsNumber;

    private MailDate(String text) {
        this.text = text;
        this.end = Math.min(text.length(), LONGEST);
    }

    /// The time that a date says; null if it cannot be read or its year is not in 1900 to 2200. Without a zone it is
    /// UTC, without a time of day midnight.
    static @Nullable Instant parse(String text) {
        return new MailDate(text).read();
    }

    /// The time that a Received field ends with, after a semicolon (RFC 5322 3.6.7); null if there is none.
    static @Nullable Instant received(String text) {
        int semicolon = text.lastIndexOf(';');
        for (int tries = 0; semicolon >= 0 && tries < 3; tries++) {
            Instant time = parse(text.substring(semicolon + 1));
            if (time != null) {
                return time;
            }
            semicolon = text.lastIndexOf(';', semicolon - 1);
        }
        return null;
    }

    private @Nullable Instant read() {
        while (at < end && !bad) {
            char c = text.charAt(at);
            if (isDigit(at)) {
                number();
            } else if (c == '(') {
                comment();
            } else if (Character.isLetter(c)) {
                word();
            } else if ((c == '+' || c == '-') && isDigit(at + 1) && (time != NONE || isComplete())) {
                offset();
            } else {
                at++;
            }
        }
        return bad ? null : instant();
    }

    private boolean isComplete() {
        return day != NONE && month != NONE && year != NONE;
    }

    private void number() {
        int start = at;
        int value = digits();
        int count = at - start;
        char next = at < end ? text.charAt(at) : ' ';
        int colon = mark(':');
        if (colon >= 0) {
            at = colon;
            time(value, ':');
        } else if (next == '.' && isDigit(at + 1)) {
            dotted(value, count);
        } else {
            place(value, count);
        }
    }

    /// Where a mark stands before another number, perhaps between blanks (RFC 5322, 4.3), or -1.
    private int mark(char mark) {
        int place = mark == ':' ? behindBlanks(at) : at;
        boolean found = place < end && text.charAt(place) == mark
                && isDigit(mark == ':' ? behindBlanks(place + 1) : place + 1);
        return found ? place : -1;
    }

    private int behindBlanks(int from) {
        int place = from;
        while (place < end && (text.charAt(place) == ' ' || text.charAt(place) == '\t')) {
            place++;
        }
        return place;
    }

    /// Reads digits; of more than nine the value is worthless, and no such number is ever asked for.
    private int digits() {
        int value = 0;
        int start = at;
        while (isDigit(at)) {
            if (at - start < 9) {
                value = 10 * value + (text.charAt(at) - '0');
            }
            at++;
        }
        return value;
    }

    /// Puts a number where there is still room for it.
    private void place(int value, int count) {
        if (count == 8 && year == NONE && day == NONE && month == NONE) {
            year = value / 10_000;
            month = value / 100 % 100;
            day = value % 100;
        } else if (count == 3 && day == NONE && value >= 1 && value <= 31) {
            day = value;
        } else if (count == 3 || count == 4) {
            yearFirst = year == NONE && day == NONE && month == NONE;
            // years since 1900, as C counts them, got into headers with and without a leading zero
            year = year != NONE ? year : value < 200 && value >= 50 ? 1900 + value : value;
        } else if (count > 2) {
            bad = year == NONE;
        } else if (yearFirst && month == NONE) {
            month = value;
        } else if (day == NONE && value >= 1 && value <= 31) {
            day = value;
        } else if (month == NONE && day != NONE && second == NONE && value <= 31 && year == NONE) {
            second = value;
        } else if (year == NONE) {
            yearFirst = day == NONE && month == NONE;
            year = value < 50 ? 2000 + value : 1900 + value;
        }
    }

    /// `10.30.00` is a time if the month is known, `03.02.2026` else a date.
    private void dotted(int first, int count) {
        int start = at++;
        int middle = digits();
        boolean third = at + 1 < end && text.charAt(at) == '.' && isDigit(at + 1);
        if (month != NONE && day != NONE && time == NONE && first < 25 && middle < 60) {
            at = start;
            time(first, '.');
        } else if (third && month == NONE && day == NONE && count <= 2) {
            at++;
            int from = at;
            int last = digits();
            day = first;
            month = middle;
            place(last, at - from);
        } else {
            at = start;
            place(first, count);
        }
    }

    /// Reads `:mm:ss` after the hour, and a fraction, which is dropped.
    private void time(int hour, char mark) {
        at = behindBlanks(at + 1);
        int minute = digits();
        int seconds = 0;
        int second = mark(mark);
        if (second >= 0) {
            at = behindBlanks(second + 1);
            seconds = digits();
            if (at < end && (text.charAt(at) == '.' || text.charAt(at) == ',') && isDigit(at + 1)) {
                at++;
                digits();
            }
        }
        bad |= hour > 24 || minute > 59 || seconds > 60;
        if (time == NONE) {
            time = hour * 3600 + minute * 60 + Math.min(seconds, 59);
        }
    }

    private void word() {
        int start = at;
        while (at < end && Character.isLetter(text.charAt(at))) {
            at++;
        }
        String word = DateWords.folded(text, start, at);
        if ((word.equals("pm") || word.equals("am")) && time != NONE) {
            halfDay(word.equals("pm"));
            return;
        }
        int named = DateWords.month(word);
        // a weekday such as French mar. comes before the month, and before any number
        if (named > 0 && (month == NONE || (monthBeforeNumbers && time == NONE))) {
            month = named;
            monthBeforeNumbers = day == NONE && year == NONE;
            if (second != NONE && year == NONE) {
                year = second < 50 ? 2000 + second : 1900 + second;
                second = NONE;
            }
        } else if (time != NONE || isComplete()) {
            zone(word);
        }
    }

    private void halfDay(boolean afternoon) {
        if (afternoon && time < DAY_SECONDS / 2) {
            time += DAY_SECONDS / 2;
        } else if (!afternoon && time / 3600 == 12) {
            time -= DAY_SECONDS / 2;
        }
    }

    private void zone(String word) {
        int minutes = DateWords.zoneMinutes(word);
        if (word.equals("dst") && zone != NONE && !zoneIsNumber) {
            zone += 3600;
        } else if (minutes != DateWords.UNKNOWN && zone == NONE) {
            zone = minutes * 60;
        }
    }

    /// A comment tells the zone if nothing else does, as in `10:00:00 (PST)`.
    private void comment() {
        int open = 0;
        int start = at + 1;
        do {
            char c = text.charAt(at++);
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
        } while (at < end && open > 0);
        if (time != NONE && zone == NONE && at - 1 > start) {
            String word = DateWords.folded(text, start, at - 1);
            int minutes = DateWords.zoneMinutes(word);
            zone = minutes == DateWords.UNKNOWN ? NONE : minutes * 60;
        }
    }

    /// `+0900`, `+09:00`, `+9`, also after a name: `GMT+2`.
    private void offset() {
        int sign = text.charAt(at++) == '-' ? -1 : 1;
        int start = at;
        int value = digits();
        int count = at - start;
        int hours = count <= 2 ? value : value / 100;
        int minutes = count <= 2 ? 0 : value % 100;
        if (count <= 2 && at < end && text.charAt(at) == ':' && isDigit(at + 1)) {
            at++;
            minutes = digits();
        }
        if (!zoneIsNumber && count <= 4 && hours < 24 && minutes < 60) {
            zone = sign * (hours * 3600 + minutes * 60);
            zoneIsNumber = true;
        }
    }

    private @Nullable Instant instant() {
        if (month == NONE && second != NONE) {
            numericMonth();
        }
        if (!isComplete() || year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1
                || day > LocalDate.of(year, month, 1).lengthOfMonth()) {
            return null;
        }
        long seconds = LocalDate.of(year, month, day).toEpochDay() * DAY_SECONDS;
        return Instant.ofEpochSecond(seconds + (time == NONE ? 0 : time) - (zone == NONE ? 0 : zone));
    }

    /// `13/02/2026` and `02/13/2026` have one meaning; `02/03/2026` has two and stays unread.
    private void numericMonth() {
        if (day > 12 || day == second) {
            month = second;
        } else if (second > 12) {
            month = day;
            day = second;
        }
    }

    private boolean isDigit(int index) {
        return index < end && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }
}
