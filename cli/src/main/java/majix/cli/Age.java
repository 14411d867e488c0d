package majix.cli;

/// How long ago something was, for people.
final class Age {
    private static final long[] UNITS = {86_400_000L, 3_600_000L, 60_000L, 1000L};
    private static final String[] NAMES = {"day", "hour", "minute", "second"};

    private Age() {}

    /// @param millis how long ago; less than a second, or the future, is just now
    static String of(long millis) {
        for (int i = 0; i < UNITS.length; i++) {
            long count = millis / UNITS[i];
            if (count > 0) {
                return count + " " + NAMES[i] + (count == 1 ? "" : "s") + " ago";
            }
        }
        return "just now";
    }
}
