package majix.indexer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import majix.formats.Container;
import majix.formats.Entry;
import majix.formats.FolderSpec;
import majix.formats.MailStore;
import majix.formats.Problem;
import majix.formats.Problems;
import majix.formats.StoreKind;
import majix.indexer.codec.Leaf;
import majix.indexer.codec.OpenIndex;

/// Looks whether an indexing run that trusts the times of directories would find nothing to do, as most do. Loads next
/// to nothing: what else a run needs, Lucene's writer first of all, takes longer to load than this to look.
public final class Glance implements Consumer<Container>, Problems {
    private final List<Container> found = new ArrayList<>();
    private boolean trouble;

    private Glance() {}

    /// Whether a run with [Indexer.Options#fast] would have nothing to do and nothing to tell.
    ///
    /// @throws IOException if the index or a folder cannot be read
    public static boolean nothingNew(Path index, List<FolderSpec> folders) throws IOException {
        try (OpenIndex open = OpenIndex.open(index)) {
            if (open == null) {
                return false;
            }
            IndexFiles.verify(open);
            return IndexFiles.isComplete(open) && FolderNames.isNewer(index, open)
                    && new Glance().same(open.leaves(), folders);
        }
    }

    private boolean same(List<Leaf> leaves, List<FolderSpec> folders) throws IOException {
        for (FolderSpec spec : folders) {
            if (spec.kind() == StoreKind.FILES) {
                return false;
            }
        }
        LedgerStates ledger = LedgerStates.of(leaves);
        Set<String> gone = new HashSet<>(ledger.folders());
        Set<Object> seen = new HashSet<>();
        for (FolderSpec spec : folders) {
            MailStore store = spec.kind().open(spec);
            found.clear();
            store.containers(this, this);
            for (Container container : found) {
                if (seen.add(container.identity())) {
                    boolean known = gone.remove(LedgerStates.text(container));
                    if (!known || !same(ledger, store, container)) {
                        return false;
                    }
                }
            }
        }
        return gone.isEmpty() && !trouble;
    }

    private static boolean same(LedgerStates ledger, MailStore store, Container container) throws IOException {
        if (container.kind() == StoreKind.MAILDIR || container.kind() == StoreKind.MH) {
            FileState own = ledger.state(container, Ledger.OWN);
            return own != null && own.isTrusted(store.stamp(container));
        }
        if (container.kind() == StoreKind.MBOX) {
            Entry file = store.entries(container, true).getFirst();
            FileState known = ledger.state(container, file.key());
            return known != null && known.isOf(file);
        }
        return false;
    }

    @Override
    public void accept(Container container) {
        found.add(container);
    }

    @Override
    public void report(Problem problem) {
        trouble = true;
    }
}
