package majix.formats.mime;

/// Tells lines of base64 from lines of text in a part that says it is base64: mailing lists put a footer behind what they
/// pass on, without looking how that is encoded.
final class Base64Lines {
    /// A line of so many characters of base64 and nothing else is no word.
    private static final int SURE = 20;
    /// Behind something that is no base64 such a line shows that it goes on: most programs write 76, some 60 or 64.
    private static final int LONG = 40;

    private Base64Lines() {}

    /// Whether the first line that is not empty can only be base64.
    static boolean begin(byte[] bytes, int length) {
        int from = 0;
        while (from < length && bytes[from] <= ' ' && bytes[from] >= 0) {
            from++;
        }
        int end = end(bytes, from, length);
        int count = end - from;
        return count > 0 && isCode(bytes, from, end)
                && (count >= SURE || bytes[end - 1] == '=' || count % 4 == 0 && isMixed(bytes, from, end));
    }

    /// Where text begins behind the last line of base64: with a rule, or with words. Other bytes that are no base64 may
    /// stand anywhere in it.
    ///
    /// @return `length` if there is none, or no base64 before it
    static int text(byte[] bytes, int length) {
        boolean code = false;
        int text = length;
        for (int line = 0; line < length;) {
            int end = end(bytes, line, length);
            if (end > line) {
                if (isCode(bytes, line, end)) {
                    code = true;
                    text = end - line >= LONG ? length : text;
                } else if (code && text == length && isText(bytes, line, end)) {
                    text = line;
                }
            }
            line = next(bytes, end, length);
        }
        return text;
    }

    /// Behind the last character of a line that is not blank.
    private static int end(byte[] bytes, int from, int length) {
        int end = from;
        while (end < length && bytes[end] != '\n') {
            end++;
        }
        while (end > from && (bytes[end - 1] == ' ' || bytes[end - 1] == '\t' || bytes[end - 1] == '\r')) {
            end--;
        }
        return end;
    }

    private static int next(byte[] bytes, int end, int length) {
        int next = end;
        while (next < length && bytes[next] != '\n') {
            next++;
        }
        return next + 1;
    }

    private static boolean isCode(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != '=' && TransferEncoding.base64Value(bytes[i]) < 0) {
                return false;
            }
        }
        return true;
    }

    /// Whether a line begins with a rule such as `--` or `__`, or has three words.
    private static boolean isText(byte[] bytes, int from, int to) {
        if (to - from > 1 && bytes[from] == bytes[from + 1] && (bytes[from] == '-' || bytes[from] == '_')) {
            return true;
        }
        int blanks = 0;
        for (int i = from + 2; i + 1 < to; i++) {
            blanks += bytes[i] == ' ' && bytes[i - 1] > ' ' && bytes[i - 2] > ' ' && bytes[i + 1] > ' ' ? 1 : 0;
        }
        return blanks > 1;
    }

    /// Whether a capital or a digit follows a small letter.
    private static boolean isMixed(byte[] bytes, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            boolean small = bytes[i - 1] >= 'a' && bytes[i - 1] <= 'z';
            if (small && (bytes[i] < 'a' || bytes[i] > 'z')) {
                return true;
            }
        }
        return false;
    }
}
