package majix.formats.mbox;

/// Tells the lines that separate the messages of an mbox from text that happens to begin with `From `.
///
/// A separator is `From `, perhaps an address, and a date with a time of day that ends the line; what may follow the
/// date is a zone or `remote from HOST`. The address may be anything that real files show: nothing, `-`,
/// `MAILER-DAEMON`, `a@b`, `user at host`, `"quoted local part"@host`, `<a@b>`, `a@[1.2.3.4]`, a name with blanks.
/// See RFC 4155, mairix(1) and the mbox page of qmail; the forms of the date are those of [EnvelopeDate].
///
/// Thunderbird writes `From ` and nothing more, Netscape wrote `From -`, archives of newsgroups and exports of Google have
/// `From 123@xxx` or `From -123`: such a bare line is a separator if a header field follows.
final class FromLines {
    /// The line is text.
    static final long NONE = Long.MIN_VALUE;
    /// The line has no date, and is a separator only if a header field follows.
    static final long BARE = NONE + 1;
    /// The line is text, and looks so much like a separator that people should be told.
    static final long ODD = NONE + 2;
    /// The line is a separator, its date cannot be told.
    static final long UNDATED = NONE + 3;

    /// Of the line behind a bare one so much is wanted, at most.
    static final int FIELD = 100;

    /// Longer lines are text. Addresses that bounces are to come back to hold other addresses, or whole keys.
    static final int LONGEST = 1 << 14;
    private static final int LONGEST_BARE = 100;
    /// Years have fewer digits than the numbers in archives of newsgroups.
    private static final int DIGITS = 6;
    /// Words of an address without anything that only addresses have.
    private static final int PLAIN_WORDS = 3;

    private FromLines() {}

    /// Whether a line begins with `From `.
    static boolean begins(byte[] line, int from, int to) {
        return to - from >= 5 && line[from] == 'F' && line[from + 1] == 'r' && line[from + 2] == 'o'
                && line[from + 3] == 'm' && line[from + 4] == ' ';
    }

    /// Reads a line that [#begins] with `From `.
    ///
    /// @param from index of its `F`
    /// @param to index behind its last character, line end not counted
    /// @return seconds since the epoch (a time without a known zone is UTC), or [#UNDATED], [#ODD], [#BARE], [#NONE]
    static long read(byte[] line, int from, int to) {
        if (to - from > LONGEST) {
            return NONE;
        }
        int text = from + 5;
        if (to - from <= LONGEST_BARE && isBare(line, text, to)) {
            return BARE;
        }
        if (!hasTime(line, text, to)) {
            return looksLike(line, text, to) ? ODD : NONE;
        }
        Words words = Words.of(line, text, to);
        words.dropRemoteFrom();
        for (int at = 0; at < words.count(); at++) {
            EnvelopeDate date = new EnvelopeDate(words);
            if (date.read(at) && isAddress(words, at, date.namesWeekday())) {
                return date.epochSecond();
            }
        }
        return ODD;
    }

    /// Reads a line as [#read] does, and takes a bare one for what it is by the line that follows.
    ///
    /// @param to index of the line end
    /// @param limit index behind the last byte known; if it is less than [#FIELD] behind the line end, the file ends there
    /// @return never [#BARE]
    static long read(byte[] bytes, int from, int to, int limit) {
        long date = read(bytes, from, to);
        if (date != BARE) {
            return date;
        } else if (beginsField(bytes, to + 1, Math.min(limit, to + 1 + FIELD))) {
            return UNDATED;
        }
        return looksLike(bytes, from + 5, to) ? ODD : NONE;
    }

    /// Whether a header field begins: a name, a colon, a blank or line end (a URL has none there).
    private static boolean beginsField(byte[] bytes, int from, int limit) {
        int i = from;
        while (i < limit && bytes[i] > ' ' && bytes[i] < 127 && bytes[i] != ':') {
            i++;
        }
        return i > from && i + 1 < limit && bytes[i] == ':' && bytes[i + 1] >= 0 && bytes[i + 1] <= ' ';
    }

    /// Nothing, `-`, a number or an address without a blank in it.
    private static boolean isBare(byte[] line, int from, int to) {
        int end = to;
        while (end > from && (line[end - 1] == ' ' || line[end - 1] == '\t' || line[end - 1] == '\r')) {
            end--;
        }
        int first = from < end && line[from] == '-' ? from + 1 : from;
        int digits = 0;
        boolean at = false;
        for (int i = first; i < end; i++) {
            if (line[i] == ' ' || line[i] == '\t') {
                return false;
            }
            digits += digit(line[i]) ? 1 : 0;
            at |= line[i] == '@' && i > from && i + 1 < end;
        }
        return at || first == end || (digits == end - first && digits >= DIGITS);
    }

    /// Whether the first words are an address; a date that names no day of the week proves less.
    private static boolean isAddress(Words words, int count, boolean weekday) {
        if (count <= (weekday ? PLAIN_WORDS : 1)) {
            return true;
        }
        for (int i = 0; i < count; i++) {
            if (words.holds(i, '@') || words.holds(i, '<') || words.holds(i, '"') || words.holds(i, '!')
                    || words.is(i, "at")) {
                return true;
            }
        }
        return false;
    }

    /// Whether what [#read] gave means a separator.
    static boolean separates(long date) {
        return date >= UNDATED;
    }

    private static boolean hasTime(byte[] line, int from, int to) {
        for (int i = from + 1; i + 2 < to; i++) {
            if (line[i] == ':' && digit(line[i - 1]) && digit(line[i + 1]) && digit(line[i + 2])) {
                return true;
            }
        }
        return false;
    }

    /// A year of our time, or an address and nothing more.
    private static boolean looksLike(byte[] line, int from, int to) {
        int digits = 0;
        boolean blank = false;
        boolean at = false;
        for (int i = from; i <= to; i++) {
            byte c = i < to ? line[i] : (byte) ' ';
            if (digit(c)) {
                digits++;
                continue;
            }
            if (digits == 4 && isOurs(line[i - 4], line[i - 3])) {
                return true;
            }
            digits = 0;
            blank |= c == ' ' && i < to;
            at |= c == '@';
        }
        return at && !blank;
    }

    private static boolean isOurs(byte millennium, byte century) {
        return (millennium == '1' && century == '9') || (millennium == '2' && century == '0');
    }

    private static boolean digit(byte c) {
        return c >= '0' && c <= '9';
    }
}
