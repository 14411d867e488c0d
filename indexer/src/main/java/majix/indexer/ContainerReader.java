package majix.indexer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import majix.formats.Checkpoint;
import majix.formats.Container;
import majix.formats.Entry;
import majix.formats.FileNames;
import majix.formats.Inode;
import majix.formats.MailStore;
import majix.formats.MessageStream;
import majix.formats.Problem;
import majix.formats.RawMessage;
import majix.formats.StoreKind;
import majix.query.lucene.Columns;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Reads the mail of one container into the index, as [ContainerRun] finds that it is needed.
final class ContainerReader {
    private static final int BATCH = 64;
    /// Bytes of a message whose size is not known.
    private static final long USUAL_BYTES = 4096;
    private static final long BATCH_BYTES = 512 << 10;

    private final IndexRun run;
    private final Pipeline pipeline;
    private final MailStore store;
    private final Container container;
    private final BytesRef folder;
    private Map<String, List<Long>> undated = Map.of();
    private boolean unfinished;
    private List<Reading> batch = new ArrayList<>();

    /// A file to be read.
    ///
    /// @param key the entry key it is to be known by
    /// @param seen whether messages of it may be in the index
    /// @param known how far it was read before
    /// @param message whether it is in the index as one message, which stays until it was read
    record Reading(String key, Entry entry, boolean seen, Checkpoint known, boolean message) {
        Reading(String key, Entry entry, boolean seen, Checkpoint known) {
            this(key, entry, seen, known, false);
        }

        /// About how many bytes are to be read.
        long expected() {
            return entry.size() == Entry.UNKNOWN ? USUAL_BYTES : Math.max(0, entry.size() - known.position());
        }
    }

    ContainerReader(IndexRun run, Pipeline pipeline, MailStore store, Container container) {
        this.run = run;
        this.pipeline = pipeline;
        this.store = store;
        this.container = container;
        this.folder = new BytesRef(container.name());
    }

    /// Says which messages have no time but their file's.
    ///
    /// @param messages for each name of a file where they start
    void date(Map<String, List<Long>> messages) {
        undated = messages;
    }

    /// Says that the ledger has it already that not all of the container could be read.
    void unfinished() {
        unfinished = true;
    }

    /// Takes all of the container out of the index.
    void vanished() throws IOException {
        run.writer().deleteDocuments(new Term(Schema.IN, folder));
        run.changed();
    }

    /// Reads a file, now or with others that follow.
    void read(Reading reading) throws IOException {
        run.reading(container, reading.entry);
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

    /// Hands over what waits for others.
    void flush() throws IOException {
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
        run.quiesce(pipeline);
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
            if (container.kind() == StoreKind.FILES) {
                entry = entry.changedAt(Inode.of(path).changed());
            }
            try (MessageStream messages = store.open(container, entry, file.known, run::report)) {
                readFile(worker, file, entry, messages);
            }
        } catch (NoSuchFileException e) {
            if (file.message) {
                Writing.to(() -> run.writer().deleteDocuments(Keys.term(Keys.file(folder, file.key))));
            }
            run.changed();
        } catch (IOException e) {
            run.report(Problem.unreadable(path, e));
            // that it can be read some day changes no time of the folder
            run.again(Keys.file(folder, Ledger.OWN), () -> {
                if (!unfinished) {
                    state(FileState.of(container.kind(), FileState.UNFINISHED, 0));
                }
            });
        }
    }

    private void readFile(Worker worker, Reading file, Entry entry, MessageStream messages) throws IOException {
        run.changed();
        forget(file, messages.startsAt());
        date(entry, messages.startsAt());
        boolean known = file.seen || file.message;
        try {
            for (RawMessage raw = messages.next(); raw != null; raw = messages.next()) {
                if (known && messages.content() == MessageStream.Content.MESSAGE) {
                    worker.replace(container, entry, file.key, raw);
                } else {
                    worker.add(container, entry, file.key, raw);
                }
            }
        } catch (IOException e) {
            if (messages.content() == MessageStream.Content.MBOX && isUnknown(file, messages)) {
                worker.state(folder, anew(file));
            }
            throw e;
        }
        FileState.What what = what(messages.content());
        if (what != null) {
            worker.state(folder, FileState.of(file.key, what, entry, messages.checkpoint()));
        }
    }

    /// Reads an mbox in this thread and hands its messages to the workers.
    private void readMany(Reading file) throws IOException {
        Entry entry = file.entry;
        run.progress.expect(0, Math.max(0, entry.size() - file.known.position()));
        try (MessageStream messages = store.open(container, entry, file.known, run::report)) {
            run.changed();
            forget(file, messages.startsAt());
            date(entry, messages.startsAt());
            try {
                readMany(file, messages);
            } catch (IOException e) {
                if (isUnknown(file, messages)) {
                    state(anew(file));
                }
                throw e;
            }
        } catch (NoSuchFileException e) {
            pipeline.quiesce();
            vanished();
        } catch (IOException e) {
            run.report(Problem.unreadable(container.path(), e));
        }
    }

    private void readMany(Reading file, MessageStream messages) throws IOException {
        for (List<RawMessage> some = some(messages); !some.isEmpty(); some = some(messages)) {
            pipeline.put(work(file, some));
            if (run.commitIsDue()) {
                state(FileState.unfinished(file.key, file.entry, messages.checkpoint()));
                Writing.to(this::commit);
            }
        }
        FileState.What what = what(messages.content());
        state(FileState.of(file.key, what == null ? FileState.What.MANY : what, file.entry, messages.checkpoint()));
    }

    /// Whether the ledger does not tell that messages of a file that broke off may be in the index, behind what it knows
    /// of it.
    private static boolean isUnknown(Reading file, MessageStream messages) {
        return !file.seen || messages.startsAt() < file.known.position();
    }

    /// What makes the next run read a file of many messages again, in place of all that is in the index.
    private static FileState anew(Reading file) {
        return FileState.unfinished(file.key, file.entry, Checkpoint.START);
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
            for (RawMessage raw : some) {
                add(worker, file, raw);
            }
        });
    }

    /// A message that cannot be read costs none of the others their place; the next run reads all of them again.
    private void add(Worker worker, Reading file, RawMessage raw) {
        try {
            worker.add(container, file.entry, file.key, raw);
        } catch (NoSuchFileException e) {
            run.changed();
        } catch (IOException e) {
            run.report(Problem.unreadable(container.path(), e));
            run.again(Keys.file(folder, file.key), () -> state(anew(file)));
        }
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
        for (long start : undated.getOrDefault(entry.name(), List.of())) {
            if (start < to) {
                BytesRef key = Keys.slice(folder, entry.name(), start);
                Writing.to(() -> run.writer().updateNumericDocValue(Keys.term(key), Columns.DATE,
                        Schema.date(entry.mtime())));
            }
        }
    }

    /// Notes that the container could be read, unless that turns out to be wrong.
    void readAll(FileState state) {
        run.unlessAgain(Keys.file(folder, Ledger.OWN), () -> state(state));
    }

    /// Notes what is known of a file.
    void state(FileState state) throws IOException {
        pipeline.put(new Pipeline.Work(256, worker -> worker.state(folder, state)));
        run.changed();
    }

    /// The entry with its stamp, or null if it is no regular file.
    private static @Nullable Entry stamped(Path path, Entry entry) throws IOException {
        BasicFileAttributes stat = Files.readAttributes(path, BasicFileAttributes.class);
        if (!stat.isRegularFile()) {
            return null;
        }
        return new Entry(entry.key(), entry.name(), FileState.nanos(stat.lastModifiedTime().toInstant()), stat.size(),
                0,
                entry.flags());
    }
}
