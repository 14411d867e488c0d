package majix.indexer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import majix.formats.Checkpoint;
import majix.formats.Container;
import majix.formats.Entry;
import majix.formats.FileNames;
import majix.formats.Flag;
import majix.formats.MailStore;
import majix.formats.MessageStream;
import majix.formats.Problem;
import majix.formats.RawMessage;
import majix.formats.StoreKind;
import majix.query.lucene.Columns;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// One container in one run: what stands on the disk is compared with what the ledger holds, and the difference read.
final class ContainerRun {
    private static final int BATCH = 64;
    /// Bytes of a message whose size is not known.
    private static final long USUAL_BYTES = 4096;
    private static final long BATCH_BYTES = 512 << 10;

    private final IndexRun run;
    private final Pipeline pipeline;
    private final MailStore store;
    private final Container container;
    private final BytesRef folder;
    private Ledger.Held held = Ledger.Held.NOTHING;
    private List<Entry> entries = List.of();
    private @Nullable IOException failure;
    private long listed;
    private long stamp;
    private boolean fast;
    private List<Reading> batch = new ArrayList<>();
    private final List<Rename> renames = new ArrayList<>();

    /// A file to be read.
    ///
    /// @param key the entry key it is to be known by
    /// @param seen whether messages of it may be in the index
    /// @param known how far it was read before
    private record Reading(String key, Entry entry, boolean seen, Checkpoint known) {
        /// About how many bytes are to be read.
        long expected() {
            return entry.size() == Entry.UNKNOWN ? USUAL_BYTES : Math.max(0, entry.size() - known.position());
        }
    }

    /// A message with a new name or new flags.
    private record Rename(BytesRef key, Entry entry, int flags) {}

    ContainerRun(IndexRun run, Pipeline pipeline, MailStore store, Container container) {
        this.run = run;
        this.pipeline = pipeline;
        this.store = store;
        this.container = container;
        this.folder = new BytesRef(FileNames.bytes(container.path()));
    }

    /// Looks at the disk and into the ledger; may run in any thread, before [#run]. That mail cannot be read is kept for
    /// [#run].
    ///
    /// @throws IOException if the index cannot be read, which must not be taken for mail that is gone
    ContainerRun look(Ledger ledger, boolean known) throws IOException {
        listed = nanos(Instant.now());
        fast = run.options.fast() && (container.kind() == StoreKind.MAILDIR || container.kind() == StoreKind.MH);
        try {
            stamp = container.kind() == StoreKind.MBOX ? 0 : store.stamp(container);
        } catch (IOException e) {
            failure = e;
            return this;
        }
        if (fast && known) {
            held = new Ledger.Held(Map.of(), Map.of(), Map.of(), ledger.state(container, Ledger.OWN));
        }
        if (known && !unchanged()) {
            held = ledger.held(container);
        }
        try {
            // names of MH messages are given to others, by packing for one; those of a Maildir are not
            boolean withStamps = !fast || container.kind() == StoreKind.MH;
            entries = unchanged() ? List.of() : store.entries(container, withStamps);
        } catch (IOException e) {
            failure = e;
        }
        return this;
    }

    /// Whether the directory's time can be trusted to say that nothing in it changed.
    private boolean unchanged() {
        return fast && held.own() != null && held.own().isTrusted(container.kind(), stamp);
    }

    /// Reads what differs.
    void run() throws IOException {
        if (failure instanceof NoSuchFileException) {
            vanished();
            return;
        }
        if (failure != null) {
            run.report(new Problem(Problem.Kind.UNREADABLE, container.path(), reason(failure)));
            return;
        }
        run.progress.enter(FileNames.text(container.path()));
        if (unchanged()) {
            return;
        }
        FileState own = held.own();
        if (own != null && own.isOfOther(container.kind())) {
            vanished();
            held = Ledger.Held.NOTHING;
        }
        compare(entries);
        boolean trusted = own != null && own.isOf(container.kind()) && own.mtime() == stamp && !fast;
        if (container.kind() != StoreKind.MBOX && !trusted) {
            state(FileState.of(container.kind(), stamp, listed));
        }
    }

    private void vanished() throws IOException {
        run.writer().deleteDocuments(new Term(Schema.IN, folder));
        run.changed();
    }

    private void compare(List<Entry> found) throws IOException {
        Map<String, Ledger.Known> messages = new HashMap<>(held.messages());
        Map<String, FileState> states = new HashMap<>(held.states());
        Set<String> keys = new HashSet<>();
        List<Reading> unread = new ArrayList<>();
        Set<String> shared = new HashSet<>();
        for (Entry entry : withoutNamesakes(found, messages, keys, shared)) {
            String key = keys.add(entry.key()) ? entry.key() : entry.name();
            Ledger.Known known = messages.remove(key);
            FileState state = states.remove(key);
            if (known != null && shared.contains(key)) {
                delete(key);
                unread.add(new Reading(key, entry, false, Checkpoint.START));
            } else if (known != null) {
                compare(key, entry, known);
            } else if (state == null) {
                unread.add(new Reading(key, entry, false, Checkpoint.START));
            } else if (!state.isOf(entry)) {
                read(new Reading(key, entry, true, state.known()));
            }
        }
        readInOrder(unread);
        flush();
        rename();
        for (String key : messages.keySet()) {
            delete(key);
        }
        for (FileState state : states.values()) {
            delete(state.key());
            run.writer().deleteDocuments(Slices.from(folder, state.key(), 0));
        }
    }

    /// Compares the entries that are known by their whole names: of several files with one base name each is to stay
    /// what it is, in whatever order they are listed.
    ///
    /// @param keys of those, to be filled
    /// @param shared keys that several of the others have, to be filled
    /// @return the others
    private List<Entry> withoutNamesakes(List<Entry> found, Map<String, Ledger.Known> messages, Set<String> keys,
            Set<String> shared) throws IOException {
        List<Entry> others = new ArrayList<>();
        Set<String> once = new HashSet<>();
        for (Entry entry : found) {
            String key = entry.key();
            Ledger.Known known = messages.get(key);
            if (known != null && !known.name().equals(entry.name())) {
                key = entry.name();
                known = messages.get(key);
            }
            if (known != null && known.name().equals(entry.name())) {
                keys.add(key);
                messages.remove(key);
                compare(key, entry, known);
            } else {
                others.add(entry);
                if (!once.add(entry.key())) {
                    shared.add(entry.key());
                }
            }
        }
        return others;
    }

    /// Directories list files in no order. In order of their names neighbours share most of them, and Maildir names begin
    /// with the time of delivery: messages about the same matter get numbers close to one another.
    private void readInOrder(List<Reading> files) throws IOException {
        if (container.kind() != StoreKind.MBOX) {
            run.progress.expect(files.size(), 0);
        }
        files.sort(Comparator.comparing(Reading::key));
        for (Reading file : files) {
            read(file);
        }
    }

    private void compare(String key, Entry entry, Ledger.Known known) throws IOException {
        boolean unknown = entry.mtime() == Entry.UNKNOWN;
        if (!unknown && (known.mtime() != entry.mtime() || known.size() != entry.size())) {
            delete(key);
            read(new Reading(key, entry, false, Checkpoint.START));
        } else if (!known.name().equals(entry.name()) || flags(entry, known) != known.flags()) {
            renames.add(new Rename(Keys.file(folder, key), entry, flags(entry, known)));
        }
    }

    private static int flags(Entry entry, Ledger.Known known) {
        return Flag.bits(entry.flags()) | known.flags() & Schema.LIMITED;
    }

    /// In the order of the keys, because that is the order in which they are quickly found.
    private void rename() throws IOException {
        renames.sort(Comparator.comparing(Rename::key));
        for (Rename rename : renames) {
            Entry entry = rename.entry;
            run.writer().updateDocValues(Keys.term(rename.key),
                    new BinaryDocValuesField(Columns.NAME, new BytesRef(FileNames.bytes(entry.name()))),
                    new NumericDocValuesField(Columns.FLAGS, rename.flags));
            run.renamed++;
            run.changed();
        }
        renames.clear();
    }

    private void delete(String key) throws IOException {
        run.writer().deleteDocuments(Keys.term(Keys.file(folder, key)));
        run.changed();
    }

    private void read(Reading reading) throws IOException {
        run.changed();
        run.expect(reading.expected());
        if (container.kind() == StoreKind.MBOX) {
            readMany(reading);
            return;
        }
        batch.add(reading);
        if (batch.size() == BATCH) {
            flush();
        }
    }

    private void flush() throws IOException {
        if (batch.isEmpty()) {
            return;
        }
        List<Reading> files = batch;
        batch = new ArrayList<>();
        pipeline.put(new Pipeline.Work(files.size() * 4096L, worker -> {
            for (Reading file : files) {
                readFile(worker, file);
            }
        }));
        if (run.commitIsDue()) {
            commit();
        }
    }

    private void commit() throws IOException {
        pipeline.quiesce();
        run.commit(false);
    }

    /// Reads one file in a worker: one message, or all messages of an mbox that lies among single ones.
    private void readFile(Worker worker, Reading file) {
        Path path = FileNames.resolve(container.path(), file.entry.name());
        try {
            Entry entry = file.entry.mtime() == Entry.UNKNOWN ? stamped(path, file.entry) : file.entry;
            if (entry == null) {
                return;
            }
            try (MessageStream messages = store.open(container, entry, file.known, run::report)) {
                if (messages.content() == MessageStream.Content.MBOX) {
                    forget(file, messages.startsAt());
                    date(entry, messages.startsAt());
                }
                for (RawMessage raw = messages.next(); raw != null; raw = messages.next()) {
                    worker.add(container, entry, file.key, raw);
                }
                FileState.What what = what(messages.content());
                if (what != null) {
                    worker.state(folder, new FileState(file.key, what, entry.mtime(), entry.size(), entry.inode(),
                            messages.checkpoint()));
                }
            }
        } catch (NoSuchFileException e) {
            run.changed();
        } catch (IOException e) {
            run.report(new Problem(Problem.Kind.UNREADABLE, path, reason(e)));
        }
    }

    /// Reads an mbox in this thread and hands its messages to the workers.
    private void readMany(Reading file) throws IOException {
        Entry entry = file.entry;
        run.progress.expect(0, Math.max(0, entry.size() - file.known.position()));
        try (MessageStream messages = store.open(container, entry, file.known, run::report)) {
            forget(file, messages.startsAt());
            date(entry, messages.startsAt());
            for (List<RawMessage> some = some(messages); !some.isEmpty(); some = some(messages)) {
                pipeline.put(work(file, some));
                if (run.commitIsDue()) {
                    state(new FileState(file.key, FileState.What.MANY, FileState.UNFINISHED, entry.size(),
                            entry.inode(), messages.checkpoint()));
                    Writing.to(this::commit);
                }
            }
            FileState.What what = what(messages.content());
            state(new FileState(file.key, what == null ? FileState.What.MANY : what, entry.mtime(), entry.size(),
                    entry.inode(), messages.checkpoint()));
        } catch (NoSuchFileException e) {
            pipeline.quiesce();
            vanished();
        } catch (IOException e) {
            run.report(new Problem(Problem.Kind.UNREADABLE, container.path(), reason(e)));
        }
    }

    /// The next messages of an mbox, enough of them that handing them over costs little.
    private static List<RawMessage> some(MessageStream messages) throws IOException {
        List<RawMessage> some = new ArrayList<>();
        long bytes = 0;
        while (some.size() < BATCH && bytes < BATCH_BYTES) {
            RawMessage raw = messages.next();
            if (raw == null) {
                break;
            }
            some.add(raw);
            bytes += raw.bytes().heldBytes();
        }
        return some;
    }

    private Pipeline.Work work(Reading file, List<RawMessage> some) {
        long bytes = 0;
        for (RawMessage raw : some) {
            bytes += raw.bytes().heldBytes() + 256L;
        }
        return new Pipeline.Work(bytes, worker -> {
            try {
                for (RawMessage raw : some) {
                    worker.add(container, file.entry, file.key, raw);
                }
            } catch (NoSuchFileException e) {
                run.changed();
            } catch (IOException e) {
                run.report(new Problem(Problem.Kind.UNREADABLE, container.path(), reason(e)));
            }
        });
    }

    private static FileState.@Nullable What what(MessageStream.Content content) {
        return switch (content) {
            case MESSAGE -> null;
            case MBOX -> FileState.What.MANY;
            case NOT_MAIL -> FileState.What.NOT_MAIL;
        };
    }

    private void forget(Reading file, long from) {
        if (file.seen) {
            Writing.to(() -> run.writer().deleteDocuments(Slices.from(folder, file.entry.name(), from)));
        }
    }

    /// Gives messages that stay, and have no time but the file's, that time.
    private void date(Entry entry, long to) {
        for (long start : held.undated().getOrDefault(entry.name(), List.of())) {
            if (start < to) {
                BytesRef key = Keys.slice(folder, entry.name(), start);
                Writing.to(() -> run.writer().updateNumericDocValue(Keys.term(key), Columns.DATE,
                        Schema.date(entry.mtime())));
            }
        }
    }

    private void state(FileState state) throws IOException {
        pipeline.put(new Pipeline.Work(256, worker -> worker.state(folder, state)));
        run.changed();
    }

    /// The entry with its stamp, or null if it is no regular file.
    private static @Nullable Entry stamped(Path path, Entry entry) throws IOException {
        BasicFileAttributes stat = Files.readAttributes(path, BasicFileAttributes.class);
        if (!stat.isRegularFile()) {
            return null;
        }
        return new Entry(entry.key(), entry.name(), nanos(stat.lastModifiedTime().toInstant()), stat.size(), 0,
                entry.flags());
    }

    private static long nanos(Instant time) {
        return time.getEpochSecond() * 1_000_000_000L + time.getNano();
    }

    private static String reason(IOException e) {
        return e instanceof java.nio.file.AccessDeniedException ? "permission denied" : String.valueOf(e.getMessage());
    }
}
