package majix.indexer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import majix.formats.FileNames;
import majix.query.lucene.Columns;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.util.BytesRef;

/// Messages of a container that are what they were, but for their names or flags.
final class Renames {
    private final IndexRun run;
    private final List<Rename> renames = new ArrayList<>();

    /// @param key of the message
    /// @param flags as the index keeps them
    private record Rename(BytesRef key, String name, int flags) {}

    Renames(IndexRun run) {
        this.run = run;
    }

    /// Notes one.
    void add(BytesRef key, String name, int flags) {
        renames.add(new Rename(key, name, flags));
    }

    /// Writes those noted, in the order of their keys, because that is the order in which they are quickly found.
    void write() throws IOException {
        renames.sort(Comparator.comparing(Rename::key));
        for (Rename rename : renames) {
            run.writer().updateDocValues(Keys.term(rename.key),
                    new BinaryDocValuesField(Columns.NAME, new BytesRef(FileNames.bytes(rename.name))),
                    new NumericDocValuesField(Columns.FLAGS, rename.flags));
            run.renamed++;
            run.changed();
        }
        renames.clear();
    }
}
