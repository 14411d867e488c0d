package majix.indexer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
import org.jspecify.annotations.Nullable;

/// Looks whether an indexing run that trusts the times of directories would find nothing to do, as most do. Loads next
/// to nothing: what else a run needs, Lucene's writer first of all, takes longer to load than this to look.
public final class Glance implements Consumer<Container>, Problems {
    private final List<Container> found = new ArrayList<>();
    private final Path index;
    /// Files of which there is something to tell though they did not change, null as long as nobody asked.
    private @Nullable Map<Path, Skipped> parts;
    private boolean trouble;

    private Glance(Path index) {
        this.index = index;
    }

    /// Whether a run with [Indexer.Options#fast] would have nothing to do and nothing to tell.
    ///
    /// @throws IOException if the index or a folder cannot be read
    public static boolean nothingNew(Path index, List<FolderSpec> folders) throws IOException {
        try (OpenIndex open = IndexFiles.open(index)) {
            return open != null && IndexFiles.isComplete(open) && FolderNames.isOf(index, open)
                    && new Glance(index).same(open.leaves(), folders);
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
        Claims claims = new Claims();
        for (FolderSpec spec : folders) {
            MailStore store = spec.kind().open(spec);
            found.clear();
            store.containers(this, this);
            for (Container container : claims.take(found)) {
                boolean known = gone.remove(LedgerStates.text(container));
                if (!known || !same(ledger, store, container)) {
                    return false;
                }
            }
        }
        return gone.isEmpty() && !trouble;
    }

    private boolean same(LedgerStates ledger, MailStore store, Container container) throws IOException {
        if (container.kind() == StoreKind.MAILDIR || container.kind() == StoreKind.MH) {
            FileState own = ledger.state(container, Ledger.OWN);
            return own != null && own.isTrusted(container.kind(), store.stamp(container)) && !hasParts(container);
        }
        if (container.kind() == StoreKind.MBOX) {
            Entry file = store.entries(container, true, this).getFirst();
            FileState known = ledger.state(container, file.key());
            return known != null && known.isOf(file) && !parts().containsKey(container.path())
                    && (known.what() != FileState.What.NOT_MAIL || store.noMail(container) == null);
        }
        return false;
    }

    private boolean hasParts(Container container) {
        for (Skipped part : parts().values()) {
            if (part.isOf(container)) {
                return true;
            }
        }
        return false;
    }

    private Map<Path, Skipped> parts() {
        Map<Path, Skipped> known = parts;
        if (known == null) {
            Set<Skipped> all = new HashSet<>();
            known = SkippedFiles.parts(index, all);
            parts = known;
            for (Skipped each : all) {
                // if it can be read now, a run is to say so
                trouble |= each.kind() == Problem.Kind.UNREADABLE && !SkippedFiles.isMessage(each.path());
            }
        }
        return known;
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
