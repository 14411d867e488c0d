package majix.indexer.codec;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.search.DocIdSetIterator;
import org.jspecify.annotations.Nullable;

/// Which documents have a value in a column, and in which slot.
final class Slots {
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

    /// The documents without a value; they are few.
    private int[] lacking() throws IOException {
        if (lacking == null) {
            int[] docs = new int[column.listed()];
            for (int i = 0; i < docs.length; i++) {
                docs[i] = listed(i);
            }
            lacking = docs;
        }
        return lacking;
    }

    /// The numbers of many documents, ascending; `none` for those without one. They are what is stored, see
    /// [NumberColumn].
    void numbers(int[] docs, int from, int count, long[] into, int to, long none) throws IOException {
        boolean all = column.presence() == ColumnEntry.Presence.ALL;
        int width = column.width();
        long at = column.at();
        long least = column.least();
        long factor = column.factor();
        for (int i = 0; i < count; i++) {
            int target = docs[from + i];
            if (!all && !exact(target)) {
                into[to + i] = none;
            } else {
                long stored = 0;
                if (width > 0) {
                    numbers.seek(at + (long) width * (all ? target : slot));
                    stored = numbers.fixed(width);
                }
                into[to + i] = least + factor * stored;
            }
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
