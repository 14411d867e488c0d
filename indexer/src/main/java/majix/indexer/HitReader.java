package majix.indexer;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import majix.indexer.codec.Leaf;
import majix.query.lucene.Columns;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;

/// Reads the columns of the messages found, column by column in the order of the documents, and only those that are
/// asked for.
final class HitReader {
    private static final byte[] NOTHING = {};

    private final List<Leaf> leaves;
    private final DocList found;

    HitReader(List<Leaf> leaves, DocList found) {
        this.leaves = leaves;
        this.found = found;
    }

    int size() {
        return found.size();
    }

    /// Something to be done with the hits of one segment.
    private interface Reading {
        /// @param from the first of its hits
        /// @param to behind the last one
        void read(Leaf leaf, int from, int to) throws IOException;
    }

    private void segments(Reading reading) throws IOException {
        int from = 0;
        for (Leaf leaf : leaves) {
            int limit = leaf.docBase() + leaf.reader().maxDoc();
            int to = from;
            while (to < found.size() && found.get(to) < limit) {
                to++;
            }
            if (to > from) {
                reading.read(leaf, from, to);
            }
            from = to;
        }
    }

    /// The numbers of a column; `none` for a message that has none.
    long[] numbers(String column, long none) throws IOException {
        long[] numbers = new long[found.size()];
        segments((leaf, from, to) -> {
            NumericDocValues values = leaf.reader().getNumericDocValues(column);
            if (values == null) {
                Arrays.fill(numbers, from, to, none);
            } else {
                values.longValues(to - from, found.inSegment(from, to, leaf.docBase()), 0, numbers, from, none);
            }
        });
        return numbers;
    }

    /// The paths of the containers; those of neighbours may be the same array.
    byte[][] folders() throws IOException {
        byte[][] folders = new byte[found.size()][];
        segments((leaf, from, to) -> {
            SortedDocValues values = leaf.reader().getSortedDocValues(Columns.FOLDER);
            if (values == null) {
                throw new IndexDamagedException("lacks its folders", null);
            }
            byte[][] known = new byte[values.getValueCount()][];
            for (int i = from; i < to; i++) {
                if (!values.advanceExact(found.get(i) - leaf.docBase())) {
                    throw new IndexDamagedException("lacks the folder of a message", null);
                }
                int ord = values.ordValue();
                if (known[ord] == null) {
                    known[ord] = bytes(values.lookupOrd(ord));
                }
                folders[i] = known[ord];
            }
        });
        return folders;
    }

    /// The paths of the files below their containers.
    byte[][] names() throws IOException {
        byte[][] names = new byte[found.size()][];
        segments((leaf, from, to) -> {
            BinaryDocValues values = leaf.reader().getBinaryDocValues(Columns.NAME);
            if (values == null) {
                throw new IndexDamagedException("lacks its paths", null);
            }
            for (int i = from; i < to; i++) {
                if (!values.advanceExact(found.get(i) - leaf.docBase())) {
                    throw new IndexDamagedException("lacks the path of a message", null);
                }
                names[i] = bytes(values.binaryValue());
            }
        });
        return names;
    }

    private static byte[] bytes(BytesRef ref) {
        return ref.length == 0 ? NOTHING : Arrays.copyOfRange(ref.bytes, ref.offset, ref.offset + ref.length);
    }
}
