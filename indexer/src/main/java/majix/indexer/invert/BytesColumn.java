package majix.indexer.invert;

import java.io.IOException;
import java.util.Arrays;
import majix.indexer.codec.SegmentSink;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/// A column of byte strings of the documents of a segment.
public final class BytesColumn {
    private final String name;
    private byte[] bytes = new byte[1024];
    /// For each document up to the last one set where its bytes begin, and where the last ones end.
    private int[] offsets = new int[64];
    private int filled;
    private FixedBitSet present = new FixedBitSet(64);
    private int count;

    /// An empty column.
    public BytesColumn(String name) {
        this.name = name;
    }

    /// Gives a document its bytes. Documents ascend, each at most once.
    public void set(int doc, BytesRef value) {
        fill(doc);
        int start = offsets[doc];
        bytes = ArrayUtil.grow(bytes, start + value.length);
        System.arraycopy(value.bytes, value.offset, bytes, start, value.length);
        fill(doc + 1);
        offsets[doc + 1] = start + value.length;
        present = FixedBitSet.ensureCapacity(present, doc + 1);
        present.set(doc);
        count++;
    }

    private void fill(int doc) {
        offsets = ArrayUtil.grow(offsets, doc + 1);
        Arrays.fill(offsets, filled, doc + 1, offsets[filled]);
        filled = doc;
    }

    /// Memory in use, bytes.
    public long used() {
        return bytes.length + 4L * offsets.length + present.length() / 8;
    }

    /// Gives the column to a sink unless no document has bytes.
    ///
    /// @param documents number of documents
    public void flush(SegmentSink sink, int documents) throws IOException {
        if (count == 0) {
            return;
        }
        fill(documents);
        sink.bytes(name, bytes, offsets,
                count == documents ? null : FixedBitSet.ensureCapacity(present, documents));
    }

    /// Forgets all; the memory is kept.
    public void clear() {
        filled = 0;
        present.clear();
        count = 0;
    }
}
