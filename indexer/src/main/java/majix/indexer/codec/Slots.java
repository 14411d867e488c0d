package majix.indexer.codec;

import java.io.IOException;
import org.apache.lucene.search.DocIdSetIterator;
import org.jspecify.annotations.Nullable;

/// Which documents have a value in a column, and in which slot.
final class Slots {
    final ColumnEntry column;
    final ColumnsReader reader;
    private final Cursor numbers;
    private final @Nullable Cursor present;
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
        switch (column.presence()) {
            case ALL -> slot = target;
            case BITS -> {
                slot = target;
                return bit(target);
            }
            case LISTED -> {
                slot = ceiling(target);
                return slot < column.slots() && listed(slot) == target;
            }
        }
        return true;
    }

    /// Goes to the first document at or behind `target` that has a value.
    int advance(int target) throws IOException {
        int to = target;
        switch (column.presence()) {
            case ALL -> slot = to;
            case BITS -> {
                while (to < reader.maxDoc && !bit(to)) {
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

    long cost() {
        return column.slots();
    }
}
