package majix.indexer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Hands work to worker threads through a queue bounded by bytes. A worker that dies, of whatever, fails the run: the
/// next call of [#put] or [#quiesce] throws what it died of.
final class Pipeline implements AutoCloseable {
    private static final long CAPACITY = 24L << 20;
    /// So much waiting is worth another thread, and the segment that it will leave.
    private static final long BACKLOG = 256L << 10;

    /// Something to be done by a worker.
    ///
    /// @param bytes memory held while it waits
    record Work(long bytes, Task task) {}

    /// The doing; runs in a worker thread with the worker's own tools.
    interface Task {
        void run(Worker worker) throws IOException;
    }

    private final Queue<Work> queue = new ArrayDeque<>();
    private final List<Thread> threads = new ArrayList<>();
    private final List<Worker> workers = new ArrayList<>();
    private final Set<Worker> unflushed = new HashSet<>();
    private final int count;
    private final Supplier<Worker> maker;
    private long queuedBytes;
    private int busy;
    private boolean closed;
    private @Nullable Throwable failure;

    /// Threads and workers are made when there is something for them to do.
    Pipeline(int count, Supplier<Worker> maker) {
        this.count = count;
        this.maker = maker;
    }

    private void start() {
        Worker worker = maker.get();
        workers.add(worker);
        Thread thread = new Thread(() -> work(worker), "worker-" + threads.size());
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    /// Adds work; waits while too many bytes are waiting.
    synchronized void put(Work work) throws IOException {
        while (failure == null && queuedBytes > 0 && queuedBytes + work.bytes > CAPACITY) {
            await();
        }
        fail();
        if (threads.isEmpty() || threads.size() < count && queuedBytes > BACKLOG) {
            start();
        }
        queue.add(work);
        queuedBytes += work.bytes;
        notifyAll();
    }

    /// Waits until all work put so far is done, and in the index.
    synchronized void quiesce() throws IOException {
        idle();
        unflushed.addAll(workers);
        notifyAll();
        idle();
    }

    private void idle() throws IOException {
        while (failure == null && (!queue.isEmpty() || busy > 0 || !unflushed.isEmpty())) {
            await();
        }
        fail();
    }

    private void fail() throws IOException {
        if (failure instanceof IOException e) {
            throw new IOException(e.getMessage(), e);
        }
        if (failure instanceof UncheckedIOException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
        if (failure != null) {
            throw new IllegalStateException("a worker failed", failure);
        }
    }

    @SuppressWarnings("WaitNotInLoop") // each caller loops
    private void await() throws IOException {
        try {
            wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private void work(Worker worker) {
        try {
            for (Work work = take(worker); work != null; work = take(worker)) {
                work.task.run(worker);
                done();
            }
        } catch (Throwable t) {
            died(t);
        }
    }

    private synchronized @Nullable Work take(Worker worker) throws IOException {
        while (queue.isEmpty()) {
            if (closed) {
                return null;
            }
            if (unflushed.remove(worker)) {
                busy++;
                return new Work(0, Worker::flush);
            }
            await();
        }
        Work work = queue.remove();
        busy++;
        queuedBytes -= work.bytes;
        notifyAll();
        return work;
    }

    private synchronized void done() {
        busy--;
        notifyAll();
    }

    private synchronized void died(Throwable t) {
        if (failure == null) {
            failure = t;
        }
        closed = true;
        queue.clear();
        notifyAll();
    }

    /// Ends the workers; work still waiting is dropped.
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            queue.clear();
            notifyAll();
        }
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
