package majix.query;

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
}
