package majix.formats;

/// What the times of a container's directories say of changes in it.
///
/// @param latest the last of their modifications, nanoseconds since the epoch
/// @param sum changes with each of the times, also with one that is not the last: a clock may have been set back
public record Stamp(long latest, long sum) {
    /// So large and odd that a time of one directory makes up for no time of the other.
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /// Of one directory or file.
    public static Stamp of(long time) {
        return new Stamp(time, time);
    }

    /// Of two.
    public static Stamp of(long one, long other) {
        return new Stamp(Math.max(one, other), SPREAD * one + other);
    }
}
