package majix.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import majix.formats.FileNames;
import majix.formats.FolderSpec;
import majix.formats.StoreKind;

/// Tells people at a terminal that mail came or changed after the index was written, which is what a cron job that fails
/// looks like. A few folders are looked at, not all, and only their times: it must not be felt. Folders that wildcards
/// or trees take in are not looked for.
final class Staleness {
    /// What came since the last run of a cron job is nothing to speak of.
    private static final long PATIENCE_MILLIS = 15 * 60_000L;
    private static final int MOST_FOLDERS = 8;

    private Staleness() {}

    /// @param written when the index was written, in milliseconds since the epoch
    static void tell(Config config, long written, Console console) {
        long age = System.currentTimeMillis() - written;
        if (age < PATIENCE_MILLIS) {
            return;
        }
        int left = MOST_FOLDERS;
        for (FolderSpec spec : config.folders()) {
            for (String name : spec.folders()) {
                if (left == 0) {
                    return;
                }
                if (name.indexOf('*') >= 0 || name.indexOf('?') >= 0 || name.indexOf('[') >= 0) {
                    continue;
                }
                left--;
                String literal = name.endsWith("...") ? name.substring(0, name.length() - 3) : name;
                Path folder = spec.base().resolve(literal);
                if (!folder.equals(config.mfolder()) && changed(spec.kind(), folder) > written) {
                    console.tell(FileNames.text(folder) + " changed after the index was written, " + Age.of(age)
                            + "; run majix without a query (or say warn_stale=no in the rc file)");
                    return;
                }
            }
        }
    }

    /// When a folder changed last, in milliseconds since the epoch; 0 if it is not there.
    private static long changed(StoreKind kind, Path folder) {
        // File, because for a folder that is not there it needs no exception
        return kind == StoreKind.MAILDIR
                ? Math.max(time(folder.resolve("new")), time(folder.resolve("cur")))
                : time(folder);
    }

    static long time(Path path) {
        String name = path.toString();
        long time = new File(name).lastModified();
        return time == 0 && name.indexOf('\ufffd') >= 0 ? slowly(path) : time;
    }

    /// Of a name that is no text: a File loses its bytes.
    private static long slowly(Path path) {
        try {
            return Files.getLastModifiedTime(path).toMillis();
        } catch (IOException e) {
            return 0;
        }
    }
}
