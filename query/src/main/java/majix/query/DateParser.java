package majix.query;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Supplier;

/// Reads date ranges: splits them, and has each end resolved to days by [Period].
final class DateParser {
    private final String text;
    private final LocalDate today;
    private final ZoneId zone;

    private DateParser(String text, Now now) {
        this.text = text;
        this.today = now.time().toLocalDate();
        this.zone = now.zone();
    }

    static DateRange parse(String text, Supplier<Now> now) throws QuerySyntaxException {
        if (text.isBlank()) {
            throw new QuerySyntaxException(text, 0, "empty date, expected " + Period.EXPECTED);
        }
        return new DateParser(text, now.get()).parse();
    }

    private DateRange parse() throws QuerySyntaxException {
        int dots = text.indexOf("..");
        if (dots >= 0) {
            return range(dots, dots + 2);
        }
        int dash = Period.isIso(text.strip()) ? -1 : text.indexOf('-');
        if (dash < 0) {
            Period period = Period.read(text, 0, text.length(), today, today);
            return days(period.first(), period.relative() ? today : period.last());
        }
        if (text.indexOf('-', dash + 1) >= 0) {
            throw new QuerySyntaxException(text, dash, "bad date " + QuerySyntaxException.shown(text)
                    + ", expected .. in a range of ISO dates, as in 2025-02-01..2025-02-28");
        }
        return range(dash, dash + 1);
    }

    /// A range whose first end stops at `dash` and whose second starts at `second`.
    private DateRange range(int dash, int second) throws QuerySyntaxException {
        boolean openStart = text.substring(0, dash).isBlank();
        boolean openEnd = text.substring(second).isBlank();
        String start = text.substring(0, dash).strip();
        String end = text.substring(second).strip();
        if ((openStart || Moment.is(start)) && (openEnd || Moment.is(end)) && !(openStart && openEnd)) {
            return moments(openStart ? Long.MIN_VALUE : Moment.read(start),
                    openEnd ? Long.MAX_VALUE : Moment.read(end));
        }
        LocalDate last = openEnd ? null : Period.read(text, second, text.length(), today, today).last();
        LocalDate first = openStart ? null : Period.read(text, 0, dash, last == null ? today : last, today).first();
        if (first == null) {
            return last == null
                    ? new DateRange(Long.MIN_VALUE, Long.MAX_VALUE)
                    : new DateRange(Long.MIN_VALUE, end(last));
        }
        return last == null ? new DateRange(start(first), Long.MAX_VALUE) : days(first, last);
    }

    private DateRange moments(long first, long last) throws QuerySyntaxException {
        if (first > last) {
            throw reversed("");
        }
        return new DateRange(first, last);
    }

    private DateRange days(LocalDate first, LocalDate last) throws QuerySyntaxException {
        if (first.isAfter(last)) {
            throw reversed(" (" + first + " to " + last + ")");
        }
        if (start(first) > end(last)) {
            throw new QuerySyntaxException(text, 0, "date " + QuerySyntaxException.shown(text) + " is " + first
                    + ", a day that " + zone + " skipped, expected another");
        }
        return new DateRange(start(first), end(last));
    }

    private QuerySyntaxException reversed(String resolved) {
        return new QuerySyntaxException(text, 0, "date range " + QuerySyntaxException.shown(text)
                + " ends before it starts" + resolved + ", expected the earlier date first");
    }

    private long start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    private long end(LocalDate day) {
        return start(day.plusDays(1)) - 1;
    }
}
