package majix.indexer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import majix.formats.Container;
import majix.indexer.codec.Leaf;
import majix.query.lucene.Columns;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// All entries of the [Ledger] that are no messages, read in one go from the columns: nothing is looked up but folders
/// that seem to be gone. Paths are texts of one character a byte here.
final class LedgerStates {
    private final Map<String, FileState> states = new HashMap<>();
    private final Set<String> folders = new HashSet<>();

    static LedgerStates of(List<Leaf> leaves) throws IOException {
        LedgerStates all = new LedgerStates();
        for (Leaf leaf : leaves) {
            all.read(leaf.reader());
        }
        for (Leaf leaf : leaves) {
            all.readDeleted(leaf.reader());
        }
        return all;
    }

    private void read(LeafReader leaf) throws IOException {
        SortedDocValues paths = leaf.getSortedDocValues(Columns.FOLDER);
        if (paths == null) {
            throw new IndexDamagedException("lacks its folders", null);
        }
        Bits live = leaf.getLiveDocs();
        for (int ord = 0; live == null && ord < paths.getValueCount(); ord++) {
            folders.add(text(paths.lookupOrd(ord)));
        }
        BinaryDocValues state = leaf.getBinaryDocValues(Schema.STATE);
        while (state != null && state.nextDoc() != BinaryDocValues.NO_MORE_DOCS) {
            int doc = state.docID();
            if ((live == null || live.get(doc)) && paths.advanceExact(doc)) {
                FileState read = FileState.read(state.binaryValue());
                String folder = text(paths.lookupOrd(paths.ordValue()));
                folders.add(folder);
                states.put(folder + '\0' + read.key(), read);
            }
        }
    }

    /// Where something was deleted, a path may be one of which nothing is left.
    private void readDeleted(LeafReader leaf) throws IOException {
        SortedDocValues paths = leaf.getLiveDocs() == null ? null : leaf.getSortedDocValues(Columns.FOLDER);
        for (int ord = 0; paths != null && ord < paths.getValueCount(); ord++) {
            BytesRef path = paths.lookupOrd(ord);
            if (!folders.contains(text(path)) && Ledger.has(leaf, path)) {
                folders.add(text(path));
            }
        }
    }

    private static String text(BytesRef path) {
        return new String(path.bytes, path.offset, path.length, StandardCharsets.ISO_8859_1);
    }

    static String text(Container container) {
        return new String(container.name(), StandardCharsets.ISO_8859_1);
    }

    /// Paths of all containers of which the index has something.
    Set<String> folders() {
        return folders;
    }

    /// One entry of a container, its own under [Ledger#OWN], or null.
    @Nullable
    FileState state(Container container, String entryKey) {
        return states.get(text(container) + '\0' + entryKey);
    }
}
