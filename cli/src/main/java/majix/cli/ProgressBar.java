package majix.cli;

import java.util.List;
import majix.formats.FolderSpec;
import majix.indexer.Progress;
import majix.indexer.WorkAhead;
import org.jspecify.annotations.Nullable;

/// A line on the terminal that shows how far a long run is: messages, bytes, rate, about the time left, and the folder;
/// none where stderr is no terminal. Shown from the first
/// second on, wiped when closed.
final class ProgressBar implements AutoCloseable {
    private static final long FIRST_MILLIS = 1000;
    private static final long STEP_MILLIS = 250;
    private static final int WIDTH = 78;

    private final Console console;
    private final Progress progress;
    private final List<FolderSpec> folders;
    private final Thread weigher = new Thread(this::weigh, "weigher");
    private final long start = System.nanoTime();
    private boolean ended;
    private boolean shown;

    private ProgressBar(Console console, Progress progress, List<FolderSpec> folders) {
        this.console = console;
        this.folders = folders;
        this.progress = progress;
    }

    /// @param folders the folders of the run
    static ProgressBar start(Console console, Progress progress, List<FolderSpec> folders) {
        ProgressBar bar = new ProgressBar(console, progress, folders);
        if (console.errIsTerminal()) {
            Thread thread = new Thread(bar::draw, "progress");
            thread.setDaemon(true);
            thread.start();
        }
        return bar;
    }

    @SuppressWarnings("WaitNotInLoop") // the first wait is the patience before anything is shown
    private synchronized void draw() {
        try {
            wait(FIRST_MILLIS);
            if (!ended) {
                weigher.setDaemon(true);
                weigher.start();
            }
            while (!ended) {
                shown = true;
                long millis = (System.nanoTime() - start) / 1_000_000;
                console.write("\r"
                        + line(progress.messages(), progress.bytes(), millis, progress.left(), progress.folder())
                        + "\u001b[K");
                wait(STEP_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void weigh() {
        progress.ahead(WorkAhead.in(folders));
    }

    /// The line.
    ///
    /// @param millis time since the start
    /// @param left bytes still to be read, or -1 if that is not known
    static String line(long messages, long bytes, long millis, long left, @Nullable String folder) {
        String line = messages + " messages, " + megabytes(bytes) + " MB, " + messages * 1000 / Math.max(1, millis)
                + "/s";
        if (left > 0 && bytes > 0) {
            line += ", " + left((long) ((double) left / bytes * millis / 1000)) + " left";
        }
        if (left == 0 && messages > 0) {
            return line + "  writing the index";
        }
        if (folder == null) {
            return line;
        }
        String shownFolder = Failure.oneLine(folder);
        int room = WIDTH - line.length() - 2;
        if (room < 8) {
            return line;
        }
        return line + "  " + (shownFolder.length() <= room
                ? shownFolder
                : "…" + shownFolder.substring(shownFolder.length() - room + 1));
    }

    private static String left(long seconds) {
        return seconds < 60
                ? Math.max(1, seconds) + " s"
                : seconds < 3600 ? (seconds + 30) / 60 + " min" : tenths(seconds / 360) + " h";
    }

    static long megabytes(long bytes) {
        return bytes / 1_000_000;
    }

    /// A number of tenths as a decimal.
    static String tenths(long tenths) {
        return tenths / 10 + "." + tenths % 10;
    }

    @Override
    public synchronized void close() {
        ended = true;
        weigher.interrupt();
        notifyAll();
        if (shown) {
            console.write("\r\u001b[K");
        }
    }
}
