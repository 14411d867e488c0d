package majix.query;

import java.time.LocalDate;

/// Moments as [DateRange] prints them and reads them back: `2025-02-15T00:00:00.000Z`, nothing looser.
final class Moment {
    private static final String SHAPE = "0000-00-00T00:00:00.000Z";
    private static final long DAY = 86_400_000L;

    private Moment() {}

    static String print(long millis) {
        long time = Math.floorMod(millis, DAY);
        StringBuilder printed = new StringBuilder(SHAPE.length());
        printed.append(LocalDate.ofEpochDay(Math.floorDiv(millis, DAY))).append('T');
        pad(printed, time / 3_600_000, 10).append(':');
        pad(printed, time / 60_000 % 60, 10).append(':');
        pad(printed, time / 1000 % 60, 10).append('.');
        return pad(printed, time % 1000, 100).append('Z').toString();
    }

    private static StringBuilder pad(StringBuilder printed, long number, int least) {
        for (long n = least; n > Math.max(number, 1); n /= 10) {
            printed.append('0');
        }
        return printed.append(number);
    }

    /// Whether a text has the shape of a moment.
    static boolean is(String text) {
        return hasShape(text, SHAPE);
    }

    /// Whether a text is as long as the shape and has digits where that has zeros, and else the same chars.
    static boolean hasShape(String text, String shape) {
        boolean alike = text.length() == shape.length();
        for (int i = 0; alike && i < shape.length(); i++) {
            char c = text.charAt(i);
            alike = shape.charAt(i) == '0' ? c >= '0' && c <= '9' : c == shape.charAt(i);
        }
        return alike;
    }

    /// The moment of a text that has the shape of one; days and hours that do not exist run over.
    static long read(String text) {
        LocalDate day = LocalDate.of(number(text, 0, 4), 1, 1).plusMonths(number(text, 5, 7) - 1L)
                .plusDays(number(text, 8, 10) - 1L);
        return day.toEpochDay() * DAY + number(text, 11, 13) * 3_600_000L + number(text, 14, 16) * 60_000L
                + number(text, 17, 19) * 1000L + number(text, 20, 23);
    }

    private static int number(String text, int start, int end) {
        return Integer.parseInt(text, start, end, 10);
    }
}
