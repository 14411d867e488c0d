package majix.indexer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import majix.formats.Container;
import majix.formats.Entry;
import majix.formats.FileNames;
import majix.formats.FolderSpec;
import majix.formats.MailStore;
import majix.formats.Problem;
import majix.indexer.codec.Leaf;
import majix.indexer.codec.OpenIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// One indexing run: every container is compared with the ledger, what differs is read.
final class IndexRun {
    /// For messages not yet written, of all workers together. The fewer segments a first run leaves, the faster a cold
    /// search opens them.
    private static final long MEMORY = 180L << 20;
    /// Half a kilobyte for each message is needed.
    private static final int LARGE_FOLDER = 300_000;

    private final LateWriter writer;
    private final @Nullable OpenIndex before;
    final Indexer.Options options;
    final Progress progress;
    final LongAdder unreadable = new LongAdder();
    long renamed;
    /// What could not be read: of all below it nothing is known.
    private final Set<Path> unread = ConcurrentHashMap.newKeySet();
    /// By their keys, the ledger entries that make the next run read something again.
    private final Map<BytesRef, Writing.Change> again = new ConcurrentHashMap<>();
    private final SkippedFiles skipped;
    private final Segments segments;
    private final ThreadNumbers threads;
    private final boolean wasComplete;
    private boolean changed;
    /// In the index as of the last commit.
    private long messages;
    private long expected;
    private boolean committed;
    private long lastCommit = System.nanoTime();

    /// @param before the index as it is, null if there is none
    IndexRun(Path index, @Nullable OpenIndex before, LateWriter writer, Indexer.Options options,
            SkippedFiles skipped, Progress progress) {
        this.writer = writer;
        this.before = before;
        this.segments = new Segments(writer, index);
        this.options = options;
        this.skipped = skipped;
        this.progress = progress;
        Map<String, String> data = before == null ? Map.of() : before.data();
        threads = new ThreadNumbers(Integer.parseInt(data.getOrDefault(IndexFiles.NEXT_THREAD, "0")));
        wasComplete = !"no".equals(data.get(IndexFiles.COMPLETE)) && data.containsKey(IndexFiles.FORMAT);
    }

    /// The writer, for a change.
    IndexWriter writer() {
        return writer.get();
    }

    IndexReport run(List<FolderSpec> folders) throws IOException {
        expectPurge();
        long known;
        try (Pipeline pipeline = new Pipeline(options.workers(), this::worker)) {
            Ledger ledger = new Ledger(before == null ? List.of() : before.leaves());
            known = ledger.messages();
            messages = known;
            Set<BytesRef> gone = new HashSet<>(ledger.folders());
            Claims claims = new Claims();
            try (LookAhead ahead = new LookAhead(options.workers())) {
                for (FolderSpec spec : Claims.inOrder(folders)) {
                    MailStore store = spec.kind().open(spec);
                    List<Container> containers = new ArrayList<>();
                    store.containers(containers::add, this::report);
                    for (Container container : claims.take(containers)) {
                        boolean held = gone.remove(new BytesRef(container.name()));
                        ahead.add(new ContainerRun(this, pipeline, store, container, claims.taken(container)), ledger,
                                held);
                    }
                }
                ahead.finish();
            }
            skipped.lookedAtFolders();
            for (BytesRef path : gone) {
                if (!isUnread(path)) {
                    writer().deleteDocuments(new Term(Schema.IN, path));
                    changed();
                }
            }
            quiesce(pipeline);
        }
        finish();
        long added = progress.messages();
        return new IndexReport(added, known + added - messages, renamed, messages, unreadable.sum());
    }

    /// Makes a change when all that is being read has been noted.
    ///
    /// @param key of the ledger entry that it writes
    void again(BytesRef key, Writing.Change change) {
        again.put(key, change);
    }

    /// The same, unless something else is to be made for that entry, then or by now.
    void unlessAgain(BytesRef key, Writing.Change change) {
        again.putIfAbsent(key, change);
    }

    /// Waits until all that was read is in the index, and then notes what is to be read again. What is still being read
    /// may be noted as read later: so this is done before each commit.
    void quiesce(Pipeline pipeline) throws IOException {
        pipeline.quiesce();
        for (Writing.Change each : again.values()) {
            each.make();
        }
        pipeline.quiesce();
    }

    /// Whether a folder was not found because it, or one above it, could not be read: then what is known of it stays.
    private boolean isUnread(BytesRef folder) {
        Path path = FileNames.path(Arrays.copyOfRange(folder.bytes, folder.offset, folder.offset + folder.length));
        return unread.stream().anyMatch(path::startsWith);
    }

    private Worker worker() {
        writer();
        return new Worker(writer, segments, new Inverter(MEMORY / options.workers(), threads), this::report, progress);
    }

    void report(Problem problem) {
        if (problem.kind() == Problem.Kind.UNREADABLE) {
            if (!unread.add(problem.path())) {
                // whoever lists a folder meets what those met who looked for folders in it, and whoever reads a file
                // anew where it breaks off
                return;
            }
            unreadable.increment();
        }
        skipped.report(problem);
    }

    /// Says that a file is as an earlier run read it: if that could read only a part of it, it is told again.
    ///
    /// @param name what it was called then
    void unchanged(Container container, Entry entry, String name) {
        Skipped part = skipped.part(container, name);
        if (part != null) {
            Path path = FileNames.resolve(container.path(), entry.name());
            report(new Problem(part.kind(), path, part.offset(), part.reason()));
        }
    }

    /// Says that a Maildir or an MH folder is as an earlier run saw it.
    void unchanged(Container container) {
        skipped.parts(container).forEach(part -> report(part.problem()));
    }

    /// Says that a file is to be read, or to be read again.
    void reading(Container container, Entry entry) {
        skipped.readAgain(container, entry.name());
    }

    /// Says that something is to be written.
    void changed() {
        changed = true;
    }

    /// Says that mail is to be read.
    ///
    /// @throws LongRunException if that is too much
    void expect(long bytes) {
        expected += bytes;
        if (expected > options.most()) {
            throw new LongRunException(false);
        }
    }

    /// Says that all that is known of a folder is to be compared with what stands there.
    ///
    /// @param messages about how many are known
    /// @throws LongRunException if that is too much
    void expectComparison(long messages) {
        if (messages > LARGE_FOLDER && options.most() != Long.MAX_VALUE) {
            throw new LongRunException(true);
        }
    }

    /// Merging all takes longer than reading a little mail.
    private void expectPurge() throws IOException {
        if (options.purge() && before != null) {
            boolean tight = before.leaves().size() <= 1;
            for (Leaf leaf : before.leaves()) {
                tight &= leaf.reader().numDeletedDocs() == 0;
            }
            expect(tight ? 0 : before.bytes());
        }
    }

    /// Whether it is time for a commit in between.
    boolean commitIsDue() {
        return System.nanoTime() - lastCommit > options.rhythm().toNanos();
    }

    /// Whether it has made something lasting.
    boolean hasCommitted() {
        return committed;
    }

    /// Makes what was done so far lasting. No work may be under way.
    void commit(boolean complete) throws IOException {
        updateThreads();
        Map<String, String> data = Map.of(IndexFiles.FORMAT, Schema.VERSION, IndexFiles.NEXT_THREAD,
                String.valueOf(threads.next()), IndexFiles.COMPLETE, complete ? "yes" : "no");
        writer().setLiveCommitData(data.entrySet());
        skipped.saveBefore(!complete || options.fast());
        writer().commit();
        committed = true;
        lastCommit = System.nanoTime();
    }

    private void updateThreads() throws IOException {
        NewIds added = threads.added();
        try (DirectoryReader reader = DirectoryReader.open(writer())) {
            List<Leaf> leaves = Leaf.of(reader);
            long now = new Ledger(leaves).messages();
            boolean deleted = now < messages + added.messages();
            messages = now;
            if (!deleted && added.complete()) {
                ThreadJoins.update(writer(), leaves, added.hashes());
            } else {
                threads.continueFrom(Threads.update(writer(), reader, threads.next()));
            }
        }
    }

    private void finish() throws IOException {
        if (changed || !wasComplete) {
            commit(true);
        }
        if (options.purge()) {
            writer().forceMerge(1);
            commit(true);
        }
    }
}
