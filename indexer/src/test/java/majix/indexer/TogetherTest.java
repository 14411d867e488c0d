package majix.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import majix.formats.FolderSpec;
import majix.formats.Problem;
import majix.formats.StoreKind;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockFactory;
import org.apache.lucene.store.NIOFSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Searches and indexing runs side by side. Mail comes in batches, and only while no run is under way: so every commit
/// holds whole batches, the first ones, and so must every answer. `.ci/torture together` does this with real processes.
@Timeout(120)
class TogetherTest {
    private static final int BATCH = 3;
    private static final int BATCHES = 15;

    @TempDir
    Path dir;
    private Archive archive;
    private List<FolderSpec> folders;
    private final AtomicInteger delivered = new AtomicInteger();
    private final AtomicInteger committed = new AtomicInteger();

    @BeforeEach
    void firstBatch() throws IOException {
        archive = new Archive(dir);
        archive.maildir("md");
        folders = List.of(new FolderSpec(StoreKind.MAILDIR, dir, List.of("md"), List.of(), false));
        deliver();
        run(false);
    }

    private void deliver() throws IOException {
        int batch = delivered.incrementAndGet();
        for (int i = 0; i < BATCH; i++) {
            archive.write("md/cur/" + batch + "." + i + ":2,", Archive.mail("batch n" + batch, batch + "." + i + "@x"));
        }
    }

    private List<Problem> run(boolean purge) throws IOException {
        List<Problem> problems = new ArrayList<>();
        Indexer.run(archive.index, folders, new Indexer.Options(false, purge, Duration.ofSeconds(60), 2), problem -> {
            synchronized (problems) {
                problems.add(problem);
            }
        }, new Progress());
        return problems;
    }

    /// Searches once.
    private void prefix() throws IOException {
        int least = committed.get();
        List<String> found = archive.search("s:batch");
        int most = delivered.get();
        assertThat(found.size() % BATCH).as("whole batches").isZero();
        int batches = found.size() / BATCH;
        assertThat(batches).isBetween(least, most);
        for (String path : found) {
            String name = path.substring(path.lastIndexOf('/') + 1);
            assertThat(Integer.parseInt(name.substring(0, name.indexOf('.')))).isBetween(1, batches);
        }
    }

    @Test
    void anIndexThatIsOpenAnswersAsItWasWhateverIsCommitted() throws IOException {
        try (MailIndex open = MailIndex.open(archive.index)) {
            deliver();
            run(true);
            try (MailIndex newer = MailIndex.open(archive.index)) {
                assertThat(newer.search(Archive.parse("s:batch"), false).size()).isEqualTo(2 * BATCH);
            }
            Hits hits = open.search(Archive.parse("s:batch"), true);
            assertThat(hits.size()).isEqualTo(BATCH);
            assertThat(hits.ref(0).path()).isEqualTo(dir.resolve("md/cur/1.0:2,"));
        }
    }

    @Test
    void everyAnswerIsThatOfACommit() throws Exception {
        committed.set(1);
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger searches = new AtomicInteger();
        Callable<Void> searching = () -> {
            while (!over.get()) {
                prefix();
                searches.incrementAndGet();
            }
            return null;
        };
        Callable<Void> indexing = () -> {
            try {
                while (delivered.get() < BATCHES) {
                    deliver();
                    assertThat(run(delivered.get() % 3 == 0)).isEmpty();
                    committed.set(delivered.get());
                }
            } finally {
                over.set(true);
            }
            return null;
        };
        all(List.of(indexing, searching, searching, searching));
        assertThat(searches.get()).isGreaterThan(BATCHES);
        prefix();
    }

    @Test
    void runsAtOnceWaitForEachOtherAndRebuildNothing() throws Exception {
        for (int round = 0; round < 5; round++) {
            deliver();
            Files.delete(dir.resolve("md/cur/" + delivered.get() + ".2:2,"));
            Callable<Void> indexing = () -> {
                assertThat(run(true)).isEmpty();
                return null;
            };
            all(List.of(indexing, indexing, indexing));
            assertThat(archive.search("s:n" + delivered.get())).hasSize(BATCH - 1);
        }
        assertThat(archive.search("s:batch")).hasSize(BATCH + 5 * (BATCH - 1));
    }

    /// As the home directories of some networks are.
    @Test
    void whereLocksDoNotWorkARunSaysSo() throws IOException {
        LockFactory none = new LockFactory() {
            @Override
            public Lock obtainLock(Directory directory, String name) throws IOException {
                throw new IOException("No locks available");
            }
        };
        try (Directory directory = new NIOFSDirectory(archive.index, none)) {
            assertThatThrownBy(() -> Writers.open(archive.index, directory, false, Long.MAX_VALUE))
                    .isExactlyInstanceOf(IOException.class)
                    .hasMessage("cannot lock the index in " + archive.index
                            + " (No locks available): its file system has"
                            + " no locks, as some network homes; put it on another with database= in the rc file");
        }
        prefix();
    }

    private static void all(List<Callable<Void>> tasks) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(tasks.size())) {
            for (Future<Void> done : threads.invokeAll(tasks)) {
                done.get();
            }
        }
    }
}
