package majix.query;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One end of a date range, or a date alone: the days it covers.
///
/// @param first first day
/// @param last last day, the same for a single day
/// @param relative whether it was given as a time before now (`2w`)
record Period(LocalDate first, LocalDate last, boolean relative) {
    static final String EXPECTED = "a day, month, year or range, as in 2025-02-15, 15feb2025, feb, 2025, 2w- or jan-mar";

    /// Reads the chars of a range from `start` to before `end`, blanks around them dropped.
    ///
    /// @param reference the day that dates without a year, and days without a month, are the latest before or at
    /// @param today the day that relative dates count from
    static Period read(String range, int start, int end, LocalDate reference, LocalDate today)
            throws QuerySyntaxException {
        String text = range.substring(start, end).strip();
        Period period = new DateText(text, reference, today).period();
        if (period == null) {
            String ambiguous = DateText.isAmbiguous(text) ? " (day or year?)" : "";
            throw new QuerySyntaxException(range, start,
                    "bad date " + QuerySyntaxException.shown(text) + ambiguous + ", expected " + EXPECTED);
        }
        return period;
    }

    /// Whether a text is an ISO day or an ISO month. `2025-13` is none: it is the year 2025 until the 13th.
    static boolean isIso(String text) {
        if (Moment.hasShape(text, "0000-00")) {
            int month = Integer.parseInt(text, 5, 7, 10);
            return month >= 1 && month <= 12;
        }
        return Moment.hasShape(text, "0000-00-00");
    }

    static Period day(LocalDate day) {
        return new Period(day, day, false);
    }

    /// The day if the calendar has it.
    static @Nullable Period day(int year, int month, int day) {
        return exists(year, month, day) ? day(LocalDate.of(year, month, day)) : null;
    }

    static boolean exists(int year, int month, int day) {
        return year >= 1 && month >= 1 && month <= 12 && day >= 1
                && day <= LocalDate.of(year, month, 1).lengthOfMonth();
    }

    static Period month(int year, int month) {
        LocalDate first = LocalDate.of(year, month, 1);
        return new Period(first, first.plusMonths(1).minusDays(1), false);
    }

    static Period year(int year) {
        return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), false);
    }
}
