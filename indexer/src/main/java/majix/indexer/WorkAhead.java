package majix.indexer;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import majix.formats.Container;
import majix.formats.FileNames;
import majix.formats.FolderSpec;
import majix.formats.MailStore;
import majix.formats.StoreKind;

/// How much mail lies in all folders, new or not: what an estimate of the time left needs, and a run itself does not.
/// Directories are listed for it, so it is for long runs that somebody watches.
public final class WorkAhead {
    /// Size of a message before any was read.
    private static final long USUAL_BYTES = 5000;

    private final Map<String, Weight> weights = new ConcurrentHashMap<>();

    /// What lies in a folder: files whose sizes nobody looked at, or bytes of an mbox.
    private record Weight(long files, long bytes) {
        long bytes(long each) {
            return bytes + files * each;
        }
    }

    private WorkAhead() {}

    /// Looks at all folders; ends early, with what it has seen, when the thread is interrupted.
    public static WorkAhead in(List<FolderSpec> folders) {
        WorkAhead ahead = new WorkAhead();
        for (FolderSpec spec : folders) {
            MailStore store = spec.kind().open(spec);
            List<Container> containers = new ArrayList<>();
            // the run reports what is odd
            store.containers(containers::add, _ -> {});
            for (Container container : containers) {
                if (Thread.currentThread().isInterrupted()) {
                    return ahead;
                }
                ahead.weigh(store, container);
            }
        }
        return ahead;
    }

    private void weigh(MailStore store, Container container) {
        try {
            Weight weight = container.kind() == StoreKind.MBOX
                    ? new Weight(0, Files.size(container.path()))
                    : new Weight(store.entries(container, false, _ -> {}).size(), 0);
            weights.put(FileNames.text(container.path()), weight);
        } catch (IOException e) {
            // the run reports it, too
        }
    }

    /// Bytes that are still to be read: of the folders seen so far what was found to be new, of the others as large a
    /// part as of those.
    long left(Progress progress) {
        long each = progress.files() == 0 ? USUAL_BYTES : progress.fileBytes() / progress.files();
        long seen = 0;
        long unseen = 0;
        for (Map.Entry<String, Weight> weight : weights.entrySet()) {
            if (progress.entered(weight.getKey())) {
                seen += weight.getValue().bytes(each);
            } else {
                unseen += weight.getValue().bytes(each);
            }
        }
        long expected = progress.expectedBytes() + progress.expectedFiles() * each;
        double share = seen == 0 ? 1 : Math.min(1, (double) expected / seen);
        return each * Math.max(0, progress.expectedFiles() - progress.files())
                + Math.max(0, progress.expectedBytes() - progress.mboxBytes()) + (long) (unseen * share);
    }
}
