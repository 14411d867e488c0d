package majix.indexer;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Looks at the next containers while one is being compared: a run that finds nothing new does little else than ask the
/// file system. Containers are run in the order they were added, in the thread that adds them.
final class LookAhead implements AutoCloseable {
    private final ExecutorService lookers;
    private final int most;
    private final Deque<Future<ContainerRun>> looking = new ArrayDeque<>();

    LookAhead(int threads) {
        lookers = Executors.newFixedThreadPool(threads);
        most = threads + 1;
    }

    /// Adds a container; runs the first one waiting if enough are waiting.
    void add(ContainerRun container, Ledger ledger, boolean known) throws IOException {
        looking.add(lookers.submit(() -> container.look(ledger, known)));
        if (looking.size() > most) {
            runFirst();
        }
    }

    private void runFirst() throws IOException {
        try {
            looking.remove().get().run();
        } catch (ExecutionException e) {
            // As if there were no other thread: what bytes lead to that a disk has changed is for the caller to look into.
            switch (e.getCause()) {
                case RuntimeException fault -> throw fault;
                case Error error -> throw error;
                case IOException io -> throw io;
                case null, default -> throw new IOException(e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /// Runs what is left.
    void finish() throws IOException {
        while (!looking.isEmpty()) {
            runFirst();
        }
    }

    @Override
    public void close() {
        lookers.shutdownNow();
    }
}
