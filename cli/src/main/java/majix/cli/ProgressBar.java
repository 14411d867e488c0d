package majix.cli;

import majix.indexer.Progress;

/// A line on the terminal that shows how far a long run is; none where stderr is no terminal. Shown from the first
/// second on, wiped when closed.
final class ProgressBar implements AutoCloseable {
    private static final long FIRST_MILLIS = 1000;
    private static final long STEP_MILLIS = 250;
    private static final int WIDTH = 78;

    private final Console console;
    private final Progress progress;
    private final long start = System.nanoTime();
    private boolean ended;
    private boolean shown;

    private ProgressBar(Console console, Progress progress) {
        this.console = console;
        this.progress = progress;
    }

    static ProgressBar start(Console console, Progress progress) {
        ProgressBar bar = new ProgressBar(console, progress);
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
            while (!ended) {
                shown = true;
                console.write("\r" + line() + "\u001b[K");
                wait(STEP_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String line() {
        long millis = Math.max(1, (System.nanoTime() - start) / 1_000_000);
        String line = progress.messages() + " messages, " + megabytes(progress.bytes()) + " MB, "
                + progress.messages() * 1000 / millis + "/s";
        String folder = progress.folder();
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
        notifyAll();
        if (shown) {
            console.write("\r\u001b[K");
        }
    }
}
