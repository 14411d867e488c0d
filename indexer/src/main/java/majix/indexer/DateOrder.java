package majix.indexer;

import java.util.Arrays;

/// Sorts messages by date. Date and number of a message fit into one long as long as the dates are sane, and longs are
/// sorted fast, the more so when they are nearly in order, as mail is.
final class DateOrder {
    private DateOrder() {}

    /// Compares two messages of the same date.
    interface Ties {
        int compare(int a, int b);
    }

    /// The numbers of the messages in order of their dates.
    static int[] of(long[] dates, Ties ties) {
        int[] order = new int[dates.length];
        if (dates.length < 2) {
            return order;
        }
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (long date : dates) {
            least = Math.min(least, date);
            most = Math.max(most, date);
        }
        int bits = 32 - Integer.numberOfLeadingZeros(dates.length);
        long range = most - least;
        if (range < 0 || range > Long.MAX_VALUE >>> bits) {
            return byComparison(dates, ties);
        }
        long[] keys = new long[dates.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (dates[i] - least) << bits | i;
        }
        Arrays.sort(keys);
        for (int i = 0; i < keys.length; i++) {
            order[i] = (int) (keys[i] & ((1L << bits) - 1));
        }
        for (int from = 0, to; from < order.length; from = to) {
            to = from + 1;
            while (to < order.length && keys[to] >>> bits == keys[from] >>> bits) {
                to++;
            }
            if (to - from > 1) {
                sort(order, from, to, ties);
            }
        }
        return order;
    }

    private static int[] byComparison(long[] dates, Ties ties) {
        int[] order = new int[dates.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        sort(order, 0, order.length, (a, b) -> {
            int byDate = Long.compare(dates[a], dates[b]);
            return byDate != 0 ? byDate : ties.compare(a, b);
        });
        return order;
    }

    private static void sort(int[] order, int from, int to, Ties ties) {
        Integer[] some = new Integer[to - from];
        for (int i = 0; i < some.length; i++) {
            some[i] = order[from + i];
        }
        Arrays.sort(some, ties::compare);
        for (int i = 0; i < some.length; i++) {
            order[from + i] = some[i];
        }
    }
}
