package majix.indexer;

import java.util.Arrays;

/// The ids of messages added, as hashes; not all of them if they are many.
final class NewIds {
    /// More are not worth looking up one by one.
    private static final int MOST = 1 << 17;

    private long[] hashes = new long[256];
    private int count;
    private long messages;

    void add(long[] ofMessage) {
        messages++;
        if (count + ofMessage.length > hashes.length && count <= MOST) {
            hashes = Arrays.copyOf(hashes, 2 * hashes.length + ofMessage.length);
        }
        for (long hash : ofMessage) {
            if (count <= MOST) {
                hashes[count++] = hash;
            }
        }
    }

    /// Messages added.
    long messages() {
        return messages;
    }

    /// Whether no id is missing.
    boolean complete() {
        return count <= MOST;
    }

    /// Each once, in the order of [Schema#REF].
    long[] hashes() {
        return Arrays.stream(hashes, 0, count).map(hash -> hash ^ Long.MIN_VALUE).sorted().distinct()
                .map(hash -> hash ^ Long.MIN_VALUE).toArray();
    }
}
