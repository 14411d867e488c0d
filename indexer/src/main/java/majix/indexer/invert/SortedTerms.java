package majix.indexer.invert;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import majix.indexer.codec.SegmentSink;
import org.apache.lucene.util.IntroSorter;

/// The terms of a [Dictionary] in unsigned byte order.
final class SortedTerms extends IntroSorter {
    private static final int NUMBER_BITS = 24;
    private static final int NUMBER_MASK = (1 << NUMBER_BITS) - 1;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final long[] keys;
    private final int[] places;
    private final TermBytes longer;
    /// The first five bytes of each term, and its number.
    private final long[] order;
    private final byte[] small = new byte[Long.BYTES];
    private int pivot;

    /// @param keys the key of each term
    /// @param places the place of each longer term
    SortedTerms(long[] keys, int[] places, TermBytes longer) {
        this.keys = keys;
        this.places = places;
        this.longer = longer;
        order = new long[keys.length];
        for (int number = 0; number < order.length; number++) {
            // the sign turned round, for numbers are sorted as signed ones
            order[number] = (keys[number] ^ Long.MIN_VALUE) & ~(long) NUMBER_MASK | number;
        }
        Arrays.sort(order);
        int from = 0;
        for (int i = 1; i <= order.length; i++) {
            if (i == order.length || order[i] >>> NUMBER_BITS != order[from] >>> NUMBER_BITS) {
                if (i - from > 1) {
                    sort(from, i);
                }
                from = i;
            }
        }
    }

    int size() {
        return order.length;
    }

    /// The number of the term at a rank.
    int number(int rank) {
        return (int) order[rank] & NUMBER_MASK;
    }

    /// Begins the term at a rank.
    void start(SegmentSink sink, int rank) throws IOException {
        int number = number(rank);
        long key = keys[number];
        if ((key & 255) <= Dictionary.SHORT) {
            LONGS.set(small, 0, key);
            sink.startTerm(small, 0, (int) key & 255);
        } else {
            int place = places[number];
            sink.startTerm(longer.array(place), TermBytes.offset(place), longer.length(place));
        }
    }

    private int compareTerms(int a, int b) {
        int byKey = Long.compareUnsigned(keys[a], keys[b]);
        return byKey != 0 || (keys[a] & 255) <= Dictionary.SHORT ? byKey : longer.compare(places[a], places[b]);
    }

    @Override
    protected int compare(int i, int j) {
        return compareTerms(number(i), number(j));
    }

    @Override
    protected void setPivot(int i) {
        pivot = number(i);
    }

    @Override
    protected int comparePivot(int j) {
        return compareTerms(pivot, number(j));
    }

    @Override
    protected void swap(int i, int j) {
        long kept = order[i];
        order[i] = order[j];
        order[j] = kept;
    }
}
