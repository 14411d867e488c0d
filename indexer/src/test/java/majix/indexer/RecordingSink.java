package majix.indexer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import majix.indexer.codec.SegmentSink;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// Writes down what it is given, one line for each fact, and checks the order it is given in.
final class RecordingSink implements SegmentSink {
    final Map<String, String> facts = new TreeMap<>();
    final Map<String, int[]> ends = new TreeMap<>();
    private final int documents;
    private String field = "";
    private @Nullable BytesRef term;
    private final List<String> postings = new ArrayList<>();
    private int lastDoc;

    RecordingSink(int documents) {
        this.documents = documents;
    }

    @Override
    public void startField(String name, boolean positions, int[] fieldEnds) {
        field = name;
        term = null;
        if (positions) {
            ends.put(name, fieldEnds);
        }
    }

    @Override
    public void startTerm(byte[] bytes, int offset, int length) {
        BytesRef next = BytesRef.deepCopyOf(new BytesRef(bytes, offset, length));
        if (term != null && term.compareTo(next) >= 0) {
            throw new IllegalStateException(next + " after " + term);
        }
        term = next;
        lastDoc = -1;
    }

    @Override
    public void posting(int doc, int[] positions, int from, int count) {
        if (doc <= lastDoc) {
            throw new IllegalStateException("document " + doc + " after " + lastDoc);
        }
        lastDoc = doc;
        postings.add(doc + Arrays.toString(Arrays.copyOfRange(positions, from, from + count)));
    }

    @Override
    public void endTerm() {
        facts.put(field + " " + term, String.join(" ", postings));
        postings.clear();
    }

    @Override
    public void endField() {}

    @Override
    public void numbers(String name, long[] values, @Nullable FixedBitSet present) {
        for (int doc = 0; doc < documents; doc++) {
            if (present == null || present.get(doc)) {
                facts.put("column " + name + " " + doc, String.valueOf(values[doc]));
            }
        }
    }

    @Override
    public void bytes(String name, byte[] bytes, int[] offsets, @Nullable FixedBitSet present) {
        for (int doc = 0; doc < documents; doc++) {
            if (present == null || present.get(doc)) {
                facts.put("column " + name + " " + doc,
                        new BytesRef(bytes, offsets[doc], offsets[doc + 1] - offsets[doc]).toString());
            }
        }
    }

    @Override
    public void sorted(String name, BytesRef[] values, int[] ords) {
        for (int doc = 0; doc < documents; doc++) {
            if (ords[doc] >= 0) {
                facts.put("column " + name + " " + doc, values[ords[doc]].toString());
            }
        }
    }
}
