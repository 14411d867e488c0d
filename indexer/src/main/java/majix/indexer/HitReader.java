package majix.indexer;

import java.io.IOException;
import java.util.Arrays;
import majix.query.lucene.Columns;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IntroSorter;

/// Reads the columns of the messages found, and sorts.
final class HitReader extends IntroSorter {
    final int size;
    final long[] date;
    final int[] flags;
    final byte[][] folder;
    final byte[][] name;
    final long[] start;
    final long[] end;

    final int[] thread;

    private HitReader(int size) {
        this.size = size;
        date = new long[size + 1];
        flags = new int[size + 1];
        thread = new int[size + 1];
        folder = new byte[size + 1][];
        name = new byte[size + 1][];
        start = new long[size + 1];
        end = new long[size + 1];
    }

    static Hits read(IndexReader reader, DocList found) throws IOException {
        HitReader hits = new HitReader(found.size());
        int from = 0;
        for (LeafReaderContext leaf : reader.leaves()) {
            int to = from;
            int limit = leaf.docBase + leaf.reader().maxDoc();
            while (to < found.size() && found.get(to) < limit) {
                to++;
            }
            if (to > from) {
                hits.numbers(leaf, found, from, to);
                hits.paths(leaf, found, from, to);
            }
            from = to;
        }
        hits.sort(0, hits.size);
        return new Hits(hits);
    }

    private void numbers(LeafReaderContext context, DocList found, int from, int to) throws IOException {
        LeafReader leaf = context.reader();
        NumericDocValues dates = DocValues.getNumeric(leaf, Columns.DATE);
        NumericDocValues flagBits = DocValues.getNumeric(leaf, Columns.FLAGS);
        NumericDocValues threads = DocValues.getNumeric(leaf, Schema.THREAD);
        NumericDocValues starts = DocValues.getNumeric(leaf, Schema.START);
        NumericDocValues ends = DocValues.getNumeric(leaf, Schema.END);
        for (int i = from; i < to; i++) {
            int doc = found.get(i) - context.docBase;
            date[i] = dates.advanceExact(doc) ? dates.longValue() : 0;
            flags[i] = flagBits.advanceExact(doc) ? (int) flagBits.longValue() : 0;
            thread[i] = threads.advanceExact(doc) ? (int) threads.longValue() : -1;
            boolean slice = starts.advanceExact(doc) && ends.advanceExact(doc);
            start[i] = slice ? starts.longValue() : -1;
            end[i] = slice ? ends.longValue() : -1;
        }
    }

    private void paths(LeafReaderContext context, DocList found, int from, int to) throws IOException {
        LeafReader leaf = context.reader();
        SortedDocValues folders = DocValues.getSorted(leaf, Columns.FOLDER);
        BinaryDocValues names = DocValues.getBinary(leaf, Columns.NAME);
        int lastOrd = -1;
        byte[] last = {};
        for (int i = from; i < to; i++) {
            int doc = found.get(i) - context.docBase;
            if (!folders.advanceExact(doc) || !names.advanceExact(doc)) {
                throw new IndexDamagedException("lacks the path of a message", null);
            }
            if (folders.ordValue() != lastOrd) {
                lastOrd = folders.ordValue();
                last = bytes(folders.lookupOrd(lastOrd));
            }
            folder[i] = last;
            name[i] = bytes(names.binaryValue());
        }
    }

    private static byte[] bytes(BytesRef ref) {
        return Arrays.copyOfRange(ref.bytes, ref.offset, ref.offset + ref.length);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // messages of one folder share the array
    protected int compare(int i, int j) {
        if (date[i] != date[j]) {
            return Long.compare(date[i], date[j]);
        }
        int paths = folder[i] == folder[j]
                ? Arrays.compareUnsigned(name[i], name[j])
                : Arrays.compareUnsigned(path(i), path(j));
        return paths != 0 ? paths : Long.compare(start[i], start[j]);
    }

    private byte[] path(int i) {
        if (name[i].length == 0) {
            return folder[i];
        }
        byte[] path = Arrays.copyOf(folder[i], folder[i].length + 1 + name[i].length);
        path[folder[i].length] = '/';
        System.arraycopy(name[i], 0, path, folder[i].length + 1, name[i].length);
        return path;
    }

    /// The pivot is kept in the spare place behind the last hit.
    @Override
    protected void setPivot(int i) {
        copy(i, size);
    }

    @Override
    protected int comparePivot(int j) {
        return compare(size, j);
    }

    @Override
    protected void swap(int i, int j) {
        long d = date[i];
        date[i] = date[j];
        date[j] = d;
        int f = flags[i];
        flags[i] = flags[j];
        flags[j] = f;
        f = thread[i];
        thread[i] = thread[j];
        thread[j] = f;
        byte[] b = folder[i];
        folder[i] = folder[j];
        folder[j] = b;
        b = name[i];
        name[i] = name[j];
        name[j] = b;
        d = start[i];
        start[i] = start[j];
        start[j] = d;
        d = end[i];
        end[i] = end[j];
        end[j] = d;
    }

    private void copy(int from, int to) {
        date[to] = date[from];
        flags[to] = flags[from];
        thread[to] = thread[from];
        folder[to] = folder[from];
        name[to] = name[from];
        start[to] = start[from];
        end[to] = end[from];
    }
}
