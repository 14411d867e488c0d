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

    int get(int index) {
        return docs[index];
    }

    int size() {
        return size;
    }
}
