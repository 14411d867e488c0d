package majix.query.lucene;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Half of some work, done by a thread of its own while the other half is done here.
abstract class Beside implements Runnable {
    private final Thread thread;
    private @Nullable Throwable failure;

    /// @param name of the thread
    Beside(String name) {
        thread = new Thread(this, name);
    }

    /// Does the work.
    abstract void work() throws IOException;

    @Override
    public final void run() {
        try {
            work();
        } catch (Throwable e) {
            // half an answer must not pass for one
            failure = e;
        }
    }

    /// Begins; what the work needs was set before.
    final void begin() {
        thread.start();
    }

    /// Waits until it is done.
    ///
    /// @throws IOException what the work threw, or if the waiting thread is interrupted
    final void await() throws IOException {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        if (failure instanceof IOException io) {
            throw io;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            throw new IllegalArgumentException(failure);
        }
    }
}
