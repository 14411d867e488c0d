package majix.indexer.invert;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.LongUnaryOperator;
import majix.indexer.codec.SegmentSink;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.FixedBitSet;

/// A column of numbers of the documents of a segment.
public final class NumberColumn {
    private final String name;
    private long[] values = new long[64];
    private FixedBitSet present = new FixedBitSet(64);
    private int count;

    /// An empty column.
    public NumberColumn(String name) {
        this.name = name;
    }

    /// Gives a document its number. Documents ascend, each at most once.
    public void set(int doc, long value) {
        if (doc >= values.length) {
            values = Arrays.copyOf(values, ArrayUtil.oversize(doc + 1, Long.BYTES));
        }
        present = FixedBitSet.ensureCapacity(present, doc + 1);
        values[doc] = value;
        present.set(doc);
        count++;
    }

    /// Replaces the number of each document that has one.
    public void replaceAll(LongUnaryOperator change) {
        for (int doc = 0; doc < values.length && doc < present.length(); doc++) {
            if (present.get(doc)) {
                values[doc] = change.applyAsLong(values[doc]);
            }
        }
    }

    /// Memory in use, bytes.
    public long used() {
        return 8L * values.length + present.length() / 8;
    }

    /// Gives the column to a sink unless no document has a number.
    ///
    /// @param documents number of documents
    public void flush(SegmentSink sink, int documents) throws IOException {
        if (count == 0) {
            return;
        }
        if (values.length < documents) {
            values = Arrays.copyOf(values, documents);
        }
        sink.numbers(name, values, count == documents ? null : FixedBitSet.ensureCapacity(present, documents));
    }

    /// Forgets all; the memory is kept.
    public void clear() {
        Arrays.fill(values, 0);
        present.clear();
        count = 0;
    }
}
