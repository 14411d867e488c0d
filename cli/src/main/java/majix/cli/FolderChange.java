package majix.cli;

import java.nio.file.Path;
import java.time.Instant;

/// Whether a folder is still as it was when the index was written, as far as the time of its last change tells.
enum FolderChange {
    NONE,
    CHANGED,
    GONE;

    /// Looks at the folder, or mbox file.
    static FolderChange of(Path folder, Instant written) {
        long time = time(folder);
        return time == 0 ? GONE : time > written.toEpochMilli() ? CHANGED : NONE;
    }

    /// A Maildir changes in its directories.
    private static long time(Path folder) {
        return Math.max(Math.max(Staleness.time(folder.resolve("new")), Staleness.time(folder.resolve("cur"))),
                Staleness.time(folder));
    }
}
