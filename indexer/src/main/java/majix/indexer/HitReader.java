package majix.indexer;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import majix.indexer.codec.BytesColumn;
import majix.indexer.codec.Leaf;
import majix.indexer.codec.SortedColumn;
import majix.query.lucene.Columns;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.util.BytesRef;

/// Reads the columns of the messages found, column by column in the order of the documents, and only those that are
/// asked for.
final class HitReader {
    private final List<Leaf> leaves;
    private final DocList found;

    HitReader(List<Leaf> leaves, DocList found) {
        this.leaves = leaves;
        this.found = found;
    }

    List<Leaf> leaves() {
        return leaves;
    }

    int size() {
        return found.size();
    }

    /// The document that is hit `index`.
    int doc(int index) {
        return found.get(index);
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
            if (!(leaf.reader().getSortedDocValues(Columns.FOLDER) instanceof SortedColumn values)) {
                throw new IndexDamagedException("lacks its folders", null);
            }
            byte[][] known = new byte[values.getValueCount()][];
            for (int ord = 0; ord < known.length; ord++) {
                BytesRef value = values.lookupOrd(ord);
                known[ord] = Arrays.copyOfRange(value.bytes, value.offset, value.offset + value.length);
            }
            long[] ords = new long[to - from];
            values.ords(found.inSegment(from, to, leaf.docBase()), ords);
            for (int i = from; i < to; i++) {
                long ord = ords[i - from];
                if (ord < 0 || ord >= known.length) {
                    throw new IndexDamagedException("lacks the folder of a message", null);
                }
                folders[i] = known[(int) ord];
            }
        });
        return folders;
    }

    /// The paths of the files below their containers.
    byte[][] names() throws IOException {
        byte[][] names = new byte[found.size()][];
        segments((leaf, from, to) -> {
            if (!(leaf.reader().getBinaryDocValues(Columns.NAME) instanceof BytesColumn values)) {
                throw new IndexDamagedException("lacks its paths", null);
            }
            values.values(found.inSegment(from, to, leaf.docBase()), names, from);
        });
        return names;
    }
}
