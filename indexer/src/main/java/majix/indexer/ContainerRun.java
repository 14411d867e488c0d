package majix.indexer;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import majix.formats.Checkpoint;
import majix.formats.Container;
import majix.formats.Entry;
import majix.formats.FileNames;
import majix.formats.Flag;
import majix.formats.Inode;
import majix.formats.MailStore;
import majix.formats.Problem;
import majix.formats.Stamp;
import majix.formats.StoreKind;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// One container in one run: what stands on the disk is compared with what the ledger holds, and the difference read.
final class ContainerRun {
    private final IndexRun run;
    private final MailStore store;
    private final Container container;
    private final Predicate<Entry> taken;
    private final BytesRef folder;
    private final ContainerReader reader;
    private Ledger.Held held = Ledger.Held.NOTHING;
    private List<Entry> entries = List.of();
    /// Parts of the container that cannot be read.
    private final List<Problem> unread = new ArrayList<>();
    private @Nullable IOException failure;
    private long listed;
    private Stamp stamp = Stamp.of(0);
    private boolean fast;
    /// Whether each file was looked at.
    private boolean withStamps;
    /// Whether the directory's time says that no file took the name of another: inode numbers then differ because the
    /// file system makes them up or all was copied.
    private boolean settled;
    private final Renames renames;

    /// @param taken tells files that a folder of another kind has
    ContainerRun(IndexRun run, Pipeline pipeline, MailStore store, Container container, Predicate<Entry> taken) {
        this.run = run;
        this.taken = taken;
        this.store = store;
        this.container = container;
        this.folder = new BytesRef(container.name());
        this.renames = new Renames(run);
        this.reader = new ContainerReader(run, pipeline, store, container);
    }

    /// Looks at the disk and into the ledger; may run in any thread, before [#run]. That mail cannot be read is kept for
    /// [#run].
    ///
    /// @throws IOException if the index cannot be read, which must not be taken for mail that is gone
    ContainerRun look(Ledger ledger, boolean known) throws IOException {
        listed = FileState.nanos(Instant.now());
        fast = run.options.fast() && (container.kind() == StoreKind.MAILDIR || container.kind() == StoreKind.MH);
        try {
            if (container.kind() != StoreKind.MBOX) {
                stamp = store.stamp(container);
            }
        } catch (IOException e) {
            failure = e;
            return this;
        }
        if (fast && known) {
            held = new Ledger.Held(Map.of(), Map.of(), Map.of(), ledger.state(container, Ledger.OWN));
        }
        if (known && !unchanged()) {
            run.expectComparison(container.kind() == StoreKind.MBOX ? 0 : ledger.size(container));
            held = ledger.held(container);
        }
        try {
            // names of MH messages are given to others, by packing for one; those of a Maildir are not
            withStamps = !fast || container.kind() == StoreKind.MH;
            entries = unchanged() ? List.of() : store.entries(container, withStamps, unread::add);
            if (container.kind() == StoreKind.FILES) {
                entries.removeIf(taken);
            }
            run.expectComparison(entries.size());
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
            reader.vanished();
            return;
        }
        if (failure != null) {
            run.report(Problem.unreadable(container.path(), failure));
            return;
        }
        unread.forEach(run::report);
        run.progress.enter(FileNames.text(container.path()));
        if (unchanged()) {
            run.unchanged(container);
            return;
        }
        FileState own = held.own();
        if (own != null && own.isOfOther(container.kind())) {
            reader.vanished();
            held = Ledger.Held.NOTHING;
        }
        settled = own != null && own.isTrusted(container.kind(), stamp);
        if (isUnfinished(own)) {
            reader.unfinished();
        }
        reader.date(held.undated());
        compare(entries);
        noteStamp(own);
    }

    /// Notes the directory's time, or one that no run trusts if it was not all that could be read.
    private void noteStamp(@Nullable FileState own) throws IOException {
        long seen = unread.isEmpty() ? stamp.sum() : FileState.UNFINISHED;
        boolean noted = own != null && own.isOf(container.kind()) && own.mtime() == seen
                && !(fast && unread.isEmpty());
        if (container.kind() == StoreKind.MBOX || noted) {
            return;
        }
        FileState state = FileState.of(container.kind(), seen, listed);
        if (isUnfinished(own)) {
            // so it stays if what could not be read before cannot be read now
            reader.readAll(state);
        } else {
            reader.state(state);
        }
    }

    private boolean isUnfinished(@Nullable FileState own) {
        return own != null && own.isOf(container.kind()) && own.mtime() == FileState.UNFINISHED;
    }

    private void compare(List<Entry> found) throws IOException {
        Map<String, Ledger.Known> messages = new HashMap<>(held.messages());
        Map<String, FileState> states = new HashMap<>(held.states());
        Set<String> keys = new HashSet<>();
        List<ContainerReader.Reading> fresh = new ArrayList<>();
        Set<String> shared = new HashSet<>();
        for (Entry entry : withoutNamesakes(found, messages, keys, shared)) {
            String key = keys.add(entry.key()) ? entry.key() : entry.name();
            Ledger.Known known = messages.remove(key);
            FileState state = states.remove(key);
            if (known != null && (shared.contains(key) || state != null)) {
                forget(key);
                fresh.add(new ContainerReader.Reading(key, entry, false, Checkpoint.START));
            } else if (known != null) {
                compare(key, entry, known);
            } else if (state == null) {
                fresh.add(new ContainerReader.Reading(key, entry, false, Checkpoint.START));
            } else if (!isSame(like(entry, state), state)) {
                reader.read(new ContainerReader.Reading(key, entry, true, state.known()));
            } else {
                run.unchanged(container, entry, entry.name());
                tellIfNoMail(state);
            }
        }
        readInOrder(fresh);
        reader.flush();
        renames.write();
        for (Map.Entry<String, Ledger.Known> gone : messages.entrySet()) {
            if (!isUnread(gone.getValue().name())) {
                delete(gone.getKey());
            }
        }
        for (String key : unread.isEmpty() ? states.keySet() : Set.<String>of()) {
            forget(key);
        }
    }

    private void tellIfNoMail(FileState state) {
        Problem told = state.what() == FileState.What.NOT_MAIL ? store.noMail(container) : null;
        if (told != null) {
            run.report(told);
        }
    }

    /// Whether a file that is not one message did not change. Of those that lie among others a listing does not tell all.
    private boolean isSame(Entry entry, FileState state) {
        if (container.kind() != StoreKind.FILES || state.what() != FileState.What.MANY) {
            return state.isOf(entry);
        }
        try {
            Path path = FileNames.resolve(container.path(), entry.name());
            return state.isOf(entry.changedAt(Inode.of(path).changed()));
        } catch (IOException e) {
            // whoever reads it will meet the same, and tells it
            return false;
        }
    }

    /// Whether a file may be where nobody could look: then what is known of it stays.
    private boolean isUnread(String name) {
        return !unread.isEmpty() && unread.stream()
                .anyMatch(problem -> FileNames.resolve(container.path(), name).startsWith(problem.path()));
    }

    /// Compares the entries that are known by their whole names: of several files with one base name each is to stay
    /// what it is, in whatever order they are listed.
    ///
    /// @param keys of those, to be filled
    /// @param shared keys that several of the others have, to be filled
    /// @return the others, with those of which the ledger holds more than one thing, as earlier versions left it
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
            if (known != null && known.name().equals(entry.name()) && !held.states().containsKey(key)) {
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
    private void readInOrder(List<ContainerReader.Reading> files) throws IOException {
        if (container.kind() != StoreKind.MBOX) {
            run.progress.expect(files.size(), 0);
        }
        files.sort(Comparator.comparing(ContainerReader.Reading::key));
        for (ContainerReader.Reading file : files) {
            reader.read(file);
        }
    }

    private void compare(String key, Entry entry, Ledger.Known known) throws IOException {
        if (entry.mtime() == Entry.UNKNOWN ? withStamps : isOther(entry, known)) {
            // whoever reads what could not be looked at meets the same, and tells it
            reader.read(new ContainerReader.Reading(key, entry, false, Checkpoint.START, true));
            return;
        }
        run.unchanged(container, entry, known.name());
        if (!known.name().equals(entry.name()) || flags(entry, known) != known.flags()) {
            renames.add(Keys.file(folder, key), entry.name(), flags(entry, known));
        }
    }

    private boolean isOther(Entry entry, Ledger.Known known) {
        int inode = Schema.folded(entry.inode());
        boolean isOtherInode = !settled && known.inode() != 0 && inode != 0 && known.inode() != inode;
        return known.mtime() != entry.mtime() || known.size() != entry.size() || isOtherInode;
    }

    /// The entry with the inode number that is known, unless there is one and it matters.
    private Entry like(Entry entry, FileState state) {
        boolean matters = container.kind() == StoreKind.MBOX || state.inode() != 0 && !settled;
        return matters
                ? entry
                : new Entry(entry.key(), entry.name(), entry.mtime(), entry.size(), state.inode(), entry.flags());
    }

    private int flags(Entry entry, Ledger.Known known) {
        if (container.kind() == StoreKind.MH && !unread.isEmpty()) {
            return known.flags();
        }
        return Flag.bits(entry.flags()) | known.flags() & Schema.LIMITED;
    }

    /// Takes whatever a file was out of the index.
    private void forget(String key) throws IOException {
        delete(key);
        run.writer().deleteDocuments(Slices.from(folder, key, 0));
    }

    private void delete(String key) throws IOException {
        run.writer().deleteDocuments(Keys.term(Keys.file(folder, key)));
        run.changed();
    }
}
