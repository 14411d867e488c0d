package majix.indexer;

import java.util.Arrays;

/// Document numbers in ascending order.
final class DocList {
    private int[] docs = new int[64];
    private int size;

    void add(int doc) {
        if (size == docs.length) {
            docs = Arrays.copyOf(docs, 2 * size);
        }
        docs[size++] = doc;
    }

    /// The documents from `from` up to `to`, as they are in the segment that begins with document `base`.
    int[] inSegment(int from, int to, int base) {
        int[] some = new int[to - from];
        for (int i = 0; i < some.length; i++) {
            some[i] = docs[from + i] - base;
        }
        return some;
    }

    boolean contains(int doc) {
        return Arrays.binarySearch(docs, 0, size, doc) >= 0;
    }

    int get(int index) {
        return docs[index];
    }

    int size() {
        return size;
    }
}
