package majix.indexer;

import java.util.Arrays;
import java.util.Comparator;

/// Sorts messages by date. In place of the library's sorting, whose size is felt in a JVM that has just started, digits
/// of the dates are counted: a few short loops.
final class DateOrder {
    /// Bits of a digit.
    private static final int DIGIT = 11;
    /// Fewer messages than this are sorted by comparing them.
    private static final int FEW = 64;

    private DateOrder() {}

    /// Compares two messages of the same date.
    interface Ties {
        int compare(int a, int b);
    }

    /// The numbers of the messages in order of their dates.
    static int[] of(long[] dates, Ties ties) {
        int[] order = new int[dates.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        if (dates.length < FEW) {
            insert(order, 0, order.length, new ByDate(dates, ties));
            return order;
        }
        long least = least(dates);
        long range = most(dates) - least;
        if (range < 0) {
            // farther apart than a number can say
            sort(order, 0, order.length, new ByDate(dates, ties));
            return order;
        }
        int[] sorted = order;
        int[] spare = new int[dates.length];
        for (int shift = 0; shift < Long.SIZE && range >>> shift != 0; shift += DIGIT) {
            byDigit(dates, least, shift, sorted, spare);
            int[] last = sorted;
            sorted = spare;
            spare = last;
        }
        ties(dates, sorted, new ByDate(dates, ties));
        return sorted;
    }

    private static long least(long[] dates) {
        long least = Long.MAX_VALUE;
        for (long date : dates) {
            least = Math.min(least, date);
        }
        return least;
    }

    private static long most(long[] dates) {
        long most = Long.MIN_VALUE;
        for (long date : dates) {
            most = Math.max(most, date);
        }
        return most;
    }

    /// Sorts by one digit, keeping the order of those that have the same.
    private static void byDigit(long[] dates, long least, int shift, int[] from, int[] to) {
        int[] places = new int[(1 << DIGIT) + 1];
        int mask = (1 << DIGIT) - 1;
        for (int message : from) {
            places[((int) (dates[message] - least >>> shift) & mask) + 1]++;
        }
        for (int digit = 1; digit < places.length; digit++) {
            places[digit] += places[digit - 1];
        }
        for (int message : from) {
            to[places[(int) (dates[message] - least >>> shift) & mask]++] = message;
        }
    }

    private static void ties(long[] dates, int[] order, ByDate comparator) {
        int from = 0;
        for (int i = 1; i <= order.length; i++) {
            if (i == order.length || dates[order[i]] != dates[order[from]]) {
                if (i - from > 1) {
                    sort(order, from, i, comparator);
                }
                from = i;
            }
        }
    }

    private static void sort(int[] order, int from, int to, ByDate comparator) {
        if (to - from < FEW) {
            insert(order, from, to, comparator);
            return;
        }
        Integer[] some = new Integer[to - from];
        for (int i = 0; i < some.length; i++) {
            some[i] = order[from + i];
        }
        Arrays.sort(some, comparator);
        for (int i = 0; i < some.length; i++) {
            order[from + i] = some[i];
        }
    }

    private static void insert(int[] order, int from, int to, ByDate comparator) {
        for (int i = from + 1; i < to; i++) {
            int message = order[i];
            int place = i;
            while (place > from && comparator.order(order[place - 1], message) > 0) {
                order[place] = order[place - 1];
                place--;
            }
            order[place] = message;
        }
    }

    /// Not a lambda: a class for one would be made while the user waits.
    private static final class ByDate implements Comparator<Integer> {
        private final long[] dates;
        private final Ties ties;

        ByDate(long[] dates, Ties ties) {
            this.dates = dates;
            this.ties = ties;
        }

        int order(int a, int b) {
            int byDate = Long.compare(dates[a], dates[b]);
            return byDate != 0 ? byDate : ties.compare(a, b);
        }

        @Override
        public int compare(Integer a, Integer b) {
            return order(a, b);
        }
    }
}
