package majix.query;

/// A range of sizes in bytes, both ends included.
///
/// @param least smallest size, 0 where it is open
/// @param most largest size, [Long#MAX_VALUE] where it is open
public record SizeRange(long least, long most) {
    private static final int MOST_DIGITS = 18;
    private static final long GREATEST = 999_999_999_999_999_999L;

    public SizeRange {
        if (least > most) {
            throw new IllegalArgumentException(least + " is more than " + most);
        }
    }

    /// Reads `A-B`, `A-`, `-B` or `B` (up to B). A number may have decimals and one of the suffixes k, m, g in any case,
    /// 1024 based, and is rounded to whole bytes; bounds written backwards are swapped.
    ///
    /// @throws QuerySyntaxException when it is none of these
    public static SizeRange parse(String text) throws QuerySyntaxException {
        int dash = text.indexOf('-');
        int second = dash + 1;
        if (dash < 0) {
            return new SizeRange(0, bytes(text, 0, text.length()));
        }
        boolean openEnd = text.substring(second).isBlank();
        boolean openStart = text.substring(0, dash).isBlank() && !openEnd;
        long a = openStart ? 0 : bytes(text, 0, dash);
        long b = openEnd ? Long.MAX_VALUE : bytes(text, second, text.length());
        return new SizeRange(Math.min(a, b), Math.max(a, b));
    }

    private static long bytes(String text, int start, int end) throws QuerySyntaxException {
        String number = text.substring(start, end).strip();
        int shift = number.isEmpty() ? 0 : shift(number.charAt(number.length() - 1));
        int digits = number.length() - (shift > 0 ? 1 : 0);
        long value = 0;
        long parts = 0;
        int count = 0;
        for (int i = 0; i < digits; i++) {
            char c = number.charAt(i);
            if (c == '.' && parts == 0) {
                parts = 1;
            } else if (c >= '0' && c <= '9' && count < MOST_DIGITS) {
                value = value * 10 + c - '0';
                parts *= 10;
                count++;
            } else {
                throw bad(text, start, number);
            }
        }
        if (count == 0) {
            throw bad(text, start, number);
        }
        return scaled(value, Math.max(parts, 1), 1L << shift);
    }

    /// `value / parts * unit`, rounded; the greatest number that can be typed if it is too large.
    private static long scaled(long value, long parts, long unit) {
        long whole = value / parts;
        if (whole >= GREATEST / unit) {
            return GREATEST;
        }
        return whole * unit + Math.round((double) (value % parts) * unit / parts);
    }

    private static int shift(char suffix) {
        return switch (suffix) {
            case 'k', 'K' -> 10;
            case 'm', 'M' -> 20;
            case 'g', 'G' -> 30;
            default -> 0;
        };
    }

    private static QuerySyntaxException bad(String text, int start, String number) {
        return new QuerySyntaxException(text, start, "bad size " + QuerySyntaxException.shown(number)
                + ", expected bytes or a range of them, k, m, g allowed, as in " + Field.SIZE.example());
    }

    /// The range as it is typed after `z:`.
    @Override
    public String toString() {
        if (most == Long.MAX_VALUE) {
            return least + "-";
        }
        return (least > 0 ? Long.toString(least) : "") + '-' + most;
    }
}
