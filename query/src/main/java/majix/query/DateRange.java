package majix.query;

import java.util.function.Supplier;

/// A range of time, both ends included, in milliseconds since the epoch.
///
/// @param first first millisecond, [Long#MIN_VALUE] where it is open
/// @param last last millisecond, [Long#MAX_VALUE] where it is open
public record DateRange(long first, long last) {
    public DateRange {
        if (first > last) {
            throw new IllegalArgumentException(first + " is later than " + last);
        }
    }

    /// Reads what may stand after `d:`: a period, or a range of two, either of which may be open. A range covers whole
    /// days, both ends included.
    ///
    ///     25 5dec dec dec2024 5dec2024 2024dec5 20241205 241205 2024 95    as in mairix(1), the end resolved first
    ///     2024-12-05 2024-12 today yesterday december                      besides
    ///     10d 2w 3m 1y             days, weeks, 30 days, 365 days ago; alone: from then until today
    ///     A-B A..B A- A.. -B ..B   ranges; only with .. if an end is an ISO date
    ///
    /// @param now asked once, for the time that dates without a year are near to and for the zone of the days
    /// @throws QuerySyntaxException when it is none of these, names a day that does not exist, or ends before it starts
    public static DateRange parse(String text, Supplier<Now> now) throws QuerySyntaxException {
        return DateParser.parse(text, now);
    }

    /// The range as it can be typed after `d:` in any zone: two moments of UTC, to the millisecond.
    @Override
    public String toString() {
        return (first > Long.MIN_VALUE ? Moment.print(first) : "") + ".."
                + (last < Long.MAX_VALUE ? Moment.print(last) : "");
    }
}
