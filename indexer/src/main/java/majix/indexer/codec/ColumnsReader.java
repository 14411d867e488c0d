package majix.indexer.codec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The columns of one open segment, or of one update of some of them.
final class ColumnsReader {
    final Bytes file;
    final int maxDoc;
    private final List<ColumnEntry> columns = new ArrayList<>();

    /// @throws org.apache.lucene.index.CorruptIndexException if the file is not whole or is another one
    ColumnsReader(Bytes file, byte[] mark, int maxDoc) throws IOException {
        this.file = file;
        this.maxDoc = maxDoc;
        byte[] contents = SegmentFile.contents(file, mark);
        Cursor in = new Cursor(new ArrayBytes(contents));
        while (in.position() < contents.length) {
            columns.add(ColumnEntry.read(in));
        }
    }

    @Nullable
    ColumnEntry column(String name) {
        for (ColumnEntry column : columns) {
            if (column.name().equals(name)) {
                return column;
            }
        }
        return null;
    }

    @Nullable
    NumberColumn numbers(String name) {
        ColumnEntry column = column(name);
        return column == null ? null : new NumberColumn(new Slots(this, column));
    }

    @Nullable
    BytesColumn bytes(String name) {
        ColumnEntry column = column(name);
        return column == null ? null : new BytesColumn(new Slots(this, column));
    }

    @Nullable
    SortedColumn sorted(String name) throws IOException {
        ColumnEntry column = column(name);
        return column == null ? null : new SortedColumn(new Slots(this, column));
    }
}
