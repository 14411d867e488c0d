package majix.indexer.invert;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import majix.indexer.codec.SegmentSink;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;

/// A column of few different byte strings of the documents of a segment.
public final class SortedColumn {
    private static final int NONE = -1;

    private final String name;
    private final Map<BytesRef, Integer> numbers = new HashMap<>();
    private final List<BytesRef> values = new ArrayList<>();
    /// For each document up to the last one set the number of its value.
    private int[] chosen = new int[64];
    private int filled;
    private int last = NONE;

    /// An empty column.
    public SortedColumn(String name) {
        this.name = name;
    }

    /// Gives a document its value. Documents ascend, each at most once.
    public void set(int doc, BytesRef value) {
        fill(doc);
        if (last == NONE || !values.get(last).bytesEquals(value)) {
            last = numbers.computeIfAbsent(BytesRef.deepCopyOf(value), copy -> {
                values.add(copy);
                return values.size() - 1;
            });
        }
        chosen = ArrayUtil.grow(chosen, doc + 1);
        chosen[doc] = last;
        filled = doc + 1;
    }

    private void fill(int doc) {
        chosen = ArrayUtil.grow(chosen, doc);
        Arrays.fill(chosen, filled, doc, NONE);
        filled = doc;
    }

    /// Memory in use, bytes, about.
    public long used() {
        return 4L * chosen.length + 256L * values.size();
    }

    /// Gives the column to a sink unless no document has a value.
    ///
    /// @param documents number of documents
    public void flush(SegmentSink sink, int documents) throws IOException {
        if (values.isEmpty()) {
            return;
        }
        fill(documents);
        BytesRef[] sorted = values.toArray(BytesRef[]::new);
        Arrays.sort(sorted);
        int[] ords = new int[sorted.length];
        for (int ord = 0; ord < sorted.length; ord++) {
            Integer number = numbers.get(sorted[ord]);
            ords[number == null ? 0 : number] = ord;
        }
        int[] column = new int[documents];
        for (int doc = 0; doc < documents; doc++) {
            column[doc] = chosen[doc] == NONE ? NONE : ords[chosen[doc]];
        }
        sink.sorted(name, sorted, column);
    }

    /// Forgets all.
    public void clear() {
        numbers.clear();
        values.clear();
        filled = 0;
        last = NONE;
    }
}
