package majix.query.lucene;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.search.DocIdSetIterator;

/// Documents of one segment: while they are few a list, ascending, then a set of bits. A cold JVM that looks for two
/// messages among a million would spend most of its time on walking over empty bits.
public final class Docs {
    /// One of so many documents makes a list too long.
    private static final int FEW = 64;

    private final int maxDoc;
    private int[] list = new int[16];
    private int size;
    private Bits bits = Bits.NONE;
    private boolean dense;

    Docs(int maxDoc) {
        this.maxDoc = maxDoc;
    }

    /// All documents of a segment.
    static Docs all(int maxDoc) {
        Docs docs = new Docs(maxDoc);
        docs.toBits();
        docs.bits.fill(maxDoc);
        return docs;
    }

    /// Says of a document whether it stays.
    interface Test {
        boolean keeps(int doc) throws IOException;
    }

    /// Documents of the segment, whether they are in or not.
    int maxDoc() {
        return maxDoc;
    }

    /// Adds a document; those added later have higher numbers unless the set is dense.
    void add(int doc) {
        if (dense) {
            bits.set(doc);
            return;
        }
        if (size == list.length) {
            if (size > maxDoc / FEW) {
                toBits();
                bits.set(doc);
                return;
            }
            list = Arrays.copyOf(list, 2 * size);
        }
        list[size++] = doc;
    }

    /// Adds all that an iterator gives.
    void addAll(DocIdSetIterator each) throws IOException {
        for (int doc = each.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = each.nextDoc()) {
            add(doc);
        }
    }

    /// Adds all that an iterator gives to a set that holds others already, in any order. Many small sets do not make
    /// a list dense before it is worth it, and none is sorted twice.
    void addMore(DocIdSetIterator each) throws IOException {
        if (dense) {
            addAll(each);
        } else if (each.cost() == 1 && !isEmpty()) {
            insert(each.nextDoc());
        } else {
            Docs some = new Docs(maxDoc);
            some.addAll(each);
            addAll(some);
        }
    }

    private void insert(int doc) {
        int place = Arrays.binarySearch(list, 0, size, doc);
        if (place < 0) {
            int at = -place - 1;
            int last = size == 0 ? 0 : list[size - 1];
            add(Math.max(doc, last));
            if (!dense && at < size - 1) {
                System.arraycopy(list, at, list, at + 1, size - 1 - at);
                list[at] = doc;
            } else if (dense) {
                bits.set(doc);
            }
        }
    }

    private void toBits() {
        if (!dense) {
            bits = new Bits(maxDoc);
            for (int i = 0; i < size; i++) {
                bits.set(list[i]);
            }
            dense = true;
        }
    }

    /// The documents, ascending.
    int[] toArray() {
        if (!dense) {
            return Arrays.copyOf(list, size);
        }
        int[] docs = new int[bits.cardinality()];
        int count = 0;
        for (int doc = next(0); doc != DocIdSetIterator.NO_MORE_DOCS; doc = next(doc + 1)) {
            docs[count++] = doc;
        }
        return docs;
    }

    /// How many documents.
    int size() {
        return dense ? bits.cardinality() : size;
    }

    boolean isEmpty() {
        return dense ? bits.isEmpty() : size == 0;
    }

    /// Whether it is a list: then going through its documents one by one is cheap.
    boolean isFew() {
        return !dense;
    }

    /// The first document at or behind `from` for which the set is walked; `NO_MORE_DOCS` if there is none.
    private int next(int from) {
        return from < maxDoc ? bits.next(from) : DocIdSetIterator.NO_MORE_DOCS;
    }

    /// Drops the documents that fail a test, which is asked in ascending order.
    void keep(Test test) throws IOException {
        if (dense) {
            for (int doc = next(0); doc != DocIdSetIterator.NO_MORE_DOCS; doc = next(doc + 1)) {
                if (!test.keeps(doc)) {
                    bits.clear(doc);
                }
            }
        } else {
            int kept = 0;
            for (int i = 0; i < size; i++) {
                int doc = list[i];
                if (test.keeps(doc)) {
                    list[kept++] = doc;
                }
            }
            size = kept;
        }
    }

    /// Drops the documents that an iterator does not give; it must be fresh.
    void keepAll(DocIdSetIterator each) throws IOException {
        if (dense) {
            Docs others = new Docs(maxDoc);
            others.addAll(each);
            keepAll(others);
        } else {
            keep(doc -> (each.docID() < doc ? each.advance(doc) : each.docID()) == doc);
        }
    }

    /// Drops the documents that are not in another set.
    void keepAll(Docs other) throws IOException {
        if (dense && other.dense) {
            bits.and(other.bits);
        } else if (dense) {
            Docs both = new Docs(maxDoc);
            for (int i = 0; i < other.size; i++) {
                if (bits.get(other.list[i])) {
                    both.add(other.list[i]);
                }
            }
            take(both);
        } else if (other.dense) {
            keep(other.bits::get);
        } else {
            int[] at = new int[1];
            keep(doc -> {
                while (at[0] < other.size && other.list[at[0]] < doc) {
                    at[0]++;
                }
                return at[0] < other.size && other.list[at[0]] == doc;
            });
        }
    }

    private void take(Docs other) {
        list = other.list;
        size = other.size;
        bits = other.bits;
        dense = other.dense;
    }

    /// Drops some documents, ascending.
    void dropAll(int[] some) throws IOException {
        if (dense) {
            for (int doc : some) {
                bits.clear(doc);
            }
        } else if (some.length > 0) {
            keep(doc -> Arrays.binarySearch(some, doc) < 0);
        }
    }

    /// Takes the documents from `from` on out of the set.
    ///
    /// @return those taken out
    Docs cut(int from) {
        Docs tail = new Docs(maxDoc);
        if (dense) {
            tail.toBits();
            bits.cut(from, tail.bits);
        } else {
            int place = Arrays.binarySearch(list, 0, size, from);
            int kept = place < 0 ? -place - 1 : place;
            tail.list = Arrays.copyOfRange(list, kept, Math.max(size, kept + 1));
            tail.size = size - kept;
            size = kept;
        }
        return tail;
    }

    /// Drops the documents that are in another set.
    void dropAll(Docs other) throws IOException {
        if (other.dense) {
            keep(doc -> !other.bits.get(doc));
        } else if (dense) {
            for (int i = 0; i < other.size; i++) {
                bits.clear(other.list[i]);
            }
        } else {
            keep(doc -> Arrays.binarySearch(other.list, 0, other.size, doc) < 0);
        }
    }

    /// Adds the documents of another set.
    void addAll(Docs other) {
        if (dense || other.dense) {
            toBits();
            if (other.dense) {
                bits.or(other.bits);
            } else {
                for (int i = 0; i < other.size; i++) {
                    bits.set(other.list[i]);
                }
            }
        } else if (other.size > 0) {
            merge(other);
        }
    }

    private void merge(Docs other) {
        int[] mine = list;
        int count = size;
        list = new int[Math.max(16, count + other.size)];
        size = 0;
        int i = 0;
        int j = 0;
        while (i < count || j < other.size) {
            int a = i < count ? mine[i] : Integer.MAX_VALUE;
            int b = j < other.size ? other.list[j] : Integer.MAX_VALUE;
            list[size++] = Math.min(a, b);
            i += a <= b ? 1 : 0;
            j += b <= a ? 1 : 0;
        }
    }

    Docs copy() {
        Docs copy = new Docs(maxDoc);
        copy.list = list.clone();
        copy.size = size;
        copy.dense = dense;
        copy.bits = dense ? bits.copy() : bits;
        return copy;
    }

    /// Takes a document.
    public interface Taker {
        /// Takes document `doc` of the segment.
        void take(int doc);
    }

    /// Hands over the documents, ascending.
    public void forEach(Taker taker) {
        if (dense) {
            bits.forEach(taker);
        } else {
            for (int i = 0; i < size; i++) {
                taker.take(list[i]);
            }
        }
    }
}
