package majix.indexer.codec;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.search.DocIdSetIterator;
import org.jspecify.annotations.Nullable;

/// Which documents have a value in a column, and in which slot.
final class Slots {
    /// Slots that are read at once.
    private static final int STRETCH = 1 << 13;
    /// Slots from one document to the next that are rather read than skipped.
    private static final int NEAR = 256;

    final ColumnEntry column;
    final ColumnsReader reader;
    private final Cursor numbers;
    private final @Nullable Cursor present;
    private int @Nullable [] lacking;
    private int doc = -1;
    private int slot = -1;

    Slots(ColumnsReader reader, ColumnEntry column) {
        this.reader = reader;
        this.column = column;
        numbers = new Cursor(reader.file);
        present = column.presence() == ColumnEntry.Presence.ALL ? null : new Cursor(reader.file);
    }

    int doc() {
        return doc;
    }

    int slot() {
        return slot;
    }

    /// Goes to a document.
    ///
    /// @return whether it has a value
    boolean exact(int target) throws IOException {
        doc = target;
        slot = target;
        return switch (column.presence()) {
            case ALL -> true;
            case BITS -> bit(target);
            case LACKING -> Arrays.binarySearch(lacking(), target) < 0;
            case LISTED -> {
                slot = ceiling(target);
                yield slot < column.slots() && listed(slot) == target;
            }
        };
    }

    /// The documents without a value, ascending.
    int[] lacking() throws IOException {
        if (lacking == null) {
            lacking = switch (column.presence()) {
                case ALL -> new int[0];
                case LACKING -> {
                    int[] docs = new int[column.listed()];
                    for (int i = 0; i < docs.length; i++) {
                        docs[i] = listed(i);
                    }
                    yield docs;
                }
                case BITS, LISTED -> {
                    int[] docs = new int[reader.maxDoc];
                    int count = 0;
                    for (int at = 0; at < docs.length; at++) {
                        docs[count] = at;
                        count += exact(at) ? 0 : 1;
                    }
                    yield Arrays.copyOf(docs, count);
                }
            };
        }
        return lacking;
    }

    /// The slots of many documents, ascending, each of which has a value.
    ///
    /// @throws org.apache.lucene.index.CorruptIndexException if one has none
    int[] ofAll(int[] docs) throws IOException {
        int[] slots = docs;
        boolean all = true;
        switch (column.presence()) {
            case ALL -> all = docs.length == 0 || docs[docs.length - 1] < column.slots();
            case LACKING -> {
                for (int lacks : lacking()) {
                    all &= Arrays.binarySearch(docs, lacks) < 0;
                }
            }
            case BITS, LISTED -> {
                slots = docs.clone();
                for (int i = 0; i < slots.length; i++) {
                    all &= exact(docs[i]);
                    slots[i] = slot;
                }
            }
        }
        if (!all) {
            throw SegmentFile.damage(reader.file, "missing value");
        }
        return slots;
    }

    /// The numbers of many documents, ascending; `none` for those without one. They are what is stored, see
    /// [NumberColumn].
    void numbers(int[] docs, int from, int count, long[] into, int to, long none) throws IOException {
        switch (column.presence()) {
            case ALL -> stored(docs, from, count, into, to);
            case LACKING -> {
                stored(docs, from, count, into, to);
                for (int lacks : lacking()) {
                    int place = Arrays.binarySearch(docs, from, from + count, lacks);
                    if (place >= 0) {
                        into[to + place - from] = none;
                    }
                }
            }
            case BITS, LISTED -> {
                for (int i = 0; i < count; i++) {
                    into[to + i] = exact(docs[from + i]) ? column.least() + column.factor() * number(slot) : none;
                }
            }
        }
    }

    /// The numbers of documents each of which has a slot: a stretch of the file at a time, because a JVM that has just
    /// started is slow in all but the simplest loops.
    private void stored(int[] docs, int from, int count, long[] into, int to) throws IOException {
        int width = column.width();
        byte[] stretch = new byte[(int) Math.min(STRETCH, (long) count * NEAR) * width];
        for (int done = 0, end; done < count; done = end) {
            int first = docs[from + done];
            end = stretchEnd(docs, from + done, from + count) - from;
            int bytes = (docs[from + end - 1] - first + 1) * width;
            if (bytes > 0) {
                reader.file.read(column.at() + (long) width * first, stretch, 0, bytes);
            }
            decode(stretch, docs, from + done, from + end, into, to + done);
        }
    }

    /// Behind the last document that is worth reading together with the first.
    private static int stretchEnd(int[] docs, int from, int limit) {
        int most = docs[from] + STRETCH;
        int last = docs[limit - 1];
        if (last < most && last - docs[from] < NEAR / 4 * (limit - from)) {
            return limit;
        }
        int end = from + 1;
        while (end < limit && docs[end] < most && docs[end] - docs[end - 1] < NEAR) {
            end++;
        }
        return end;
    }

    private void decode(byte[] stretch, int[] docs, int from, int end, long[] into, int to) {
        int width = column.width();
        long least = column.least();
        long factor = column.factor();
        int first = docs[from];
        for (int i = from; i < end; i++) {
            int at = (docs[i] - first) * width;
            long stored = 0;
            for (int behind = at + width; at < behind; at++) {
                stored = stored << 8 | (stretch[at] & 0xFF);
            }
            into[to + i - from] = least + factor * stored;
        }
    }

    /// Goes to the first document at or behind `target` that has a value.
    int advance(int target) throws IOException {
        int to = target;
        switch (column.presence()) {
            case ALL -> slot = to;
            case BITS, LACKING -> {
                while (to < reader.maxDoc && !exact(to)) {
                    to++;
                }
                slot = to;
            }
            case LISTED -> {
                slot = ceiling(target);
                to = slot < column.slots() ? listed(slot) : reader.maxDoc;
            }
        }
        doc = to < reader.maxDoc ? to : DocIdSetIterator.NO_MORE_DOCS;
        return doc;
    }

    private boolean bit(int target) throws IOException {
        if (present == null) {
            return true;
        }
        present.seek(column.presentAt() + (target >>> 3));
        return (present.next() >>> (target & 7) & 1) != 0;
    }

    private int listed(int at) throws IOException {
        if (present == null) {
            return at;
        }
        present.seek(column.presentAt() + 4L * at);
        return (int) present.fixed(4);
    }

    private int ceiling(int target) throws IOException {
        int low = 0;
        int high = column.slots();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (listed(middle) < target) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The number stored in a slot.
    long number(int at) throws IOException {
        int width = column.width();
        if (width == 0) {
            return 0;
        }
        numbers.seek(column.at() + (long) width * at);
        return numbers.fixed(width);
    }

    /// Documents that have a value; an estimate where a set of bits says which.
    long cost() {
        return column.presence() == ColumnEntry.Presence.LACKING ? column.slots() - column.listed() : column.slots();
    }
}
