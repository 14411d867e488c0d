package majix.indexer.codec;

/// The arithmetic that writer and reader of bit codes share.
///
/// Gaps are Rice coded with a parameter that both sides derive from what they know anyway (how many numbers lie in what
/// range), so that none is stored; the last number of a range is truncated binary or implied. That is within a few
/// percent of what the numbers hold, and a fifth less than blocks of packed integers need for mail.
final class Codes {
    /// Quotients from here on are written as this many ones and the number itself in 32 bits.
    static final int ESCAPE = 24;

    private Codes() {}

    /// The Rice parameter for gaps between `count` numbers, at least one, spread over `range` places: the logarithm of eleven
    /// sixteenths of the mean. It is asked for at every position, where a division would be felt.
    static int parameter(long range, long count) {
        long gaps = (range - count) * 11;
        long numbers = count << 4;
        if (gaps < numbers) {
            return 0;
        }
        int log = Long.numberOfLeadingZeros(numbers) - Long.numberOfLeadingZeros(gaps);
        return numbers << log > gaps ? log - 1 : log;
    }

    /// The whole binary logarithm of a positive number.
    static int log2(int value) {
        return 31 - Integer.numberOfLeadingZeros(value);
    }
}
