package majix.indexer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import majix.formats.Container;
import majix.formats.FileNames;
import majix.formats.Flag;
import majix.formats.MessageRef;
import majix.query.lucene.Columns;
import org.jspecify.annotations.Nullable;

/// Messages found, in order of date and then of path. What is told of a message is what the index knows of it, as long
/// as the [MailIndex] it comes from is open.
public final class Hits {
    private static final byte[] NO_BYTES = {};
    private static final int SURE_SIZE = 1024;

    private final HitReader reader;
    private final DocList matching;
    private final long[] dates;
    private final byte[][] folders;
    private final byte[][] names;
    private final long[] starts;
    private final long[] ends;
    private final int[] order;
    private long @Nullable [] flags;
    /// One set for all messages with the same flags.
    private final Map<Long, Set<Flag>> flagSets = new HashMap<>();
    private long @Nullable [] threads;
    private long @Nullable [] sizes;
    private long @Nullable [] fileSizes;
    private @Nullable ChangedFiles changes;
    private Path lastFolder = Path.of("");
    private byte[] lastFolderBytes = NO_BYTES;

    /// @param matching those among them that match by themselves; the others came with their threads
    Hits(HitReader reader, DocList matching) throws IOException {
        this.reader = reader;
        this.matching = matching;
        dates = reader.numbers(Columns.DATE, 0);
        folders = reader.folders();
        names = reader.names();
        starts = reader.numbers(Schema.START, -1);
        ends = reader.numbers(Schema.END, -1);
        order = DateOrder.of(dates, this::compare);
    }

    /// Order of two messages of the same time.
    @SuppressWarnings("ReferenceEquality") // messages of one folder share the array
    private int compare(int a, int b) {
        int paths = folders[a] == folders[b]
                ? Arrays.compareUnsigned(names[a], names[b])
                : Arrays.compareUnsigned(bytes(a), bytes(b));
        return paths != 0 ? paths : Long.compare(starts[a], starts[b]);
    }

    /// Number of messages.
    public int size() {
        return order.length;
    }

    private long[] numbers(String column, long none) throws IOException {
        try {
            return reader.numbers(column, none);
        } catch (IOException | RuntimeException e) {
            throw IndexFiles.failure(e);
        }
    }

    /// Where message `index` (from 0) lies.
    ///
    /// @throws UncheckedIOException if what the index has there is no path, with an [IndexDamagedException]
    public MessageRef ref(int index) {
        try {
            return reference(order[index]);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new UncheckedIOException(new IndexDamagedException("is damaged: a name that no file can have", e));
        }
    }

    @SuppressWarnings("ReferenceEquality") // messages of one folder share the array
    private MessageRef reference(int hit) {
        if (folders[hit] != lastFolderBytes) {
            lastFolder = FileNames.path(folders[hit]);
            lastFolderBytes = folders[hit];
        }
        Path file = FileNames.resolve(lastFolder, FileNames.name(names[hit], 0, names[hit].length));
        return starts[hit] < 0 ? new MessageRef.WholeFile(file) : new MessageRef.Slice(file, starts[hit], ends[hit]);
    }

    /// The bytes of the path of the file that message `index` is or lies in.
    public byte[] path(int index) {
        return bytes(order[index]);
    }

    /// The bytes of the path of the folder that message `index` lies in, or of the mbox. Not to be changed.
    public byte[] folder(int index) {
        return Container.path(folders[order[index]]);
    }

    /// The bytes of the path of message `index` below its folder; empty in an mbox. Not to be changed.
    public byte[] name(int index) {
        return names[order[index]];
    }

    private byte[] bytes(int hit) {
        byte[] folder = Container.path(folders[hit]);
        byte[] name = names[hit];
        if (name.length == 0) {
            return folder;
        }
        byte[] path = Arrays.copyOf(folder, folder.length + 1 + name.length);
        path[folder.length] = '/';
        System.arraycopy(name, 0, path, folder.length + 1, name.length);
        return path;
    }

    /// The first byte of message `index` in the decompressed file that it is a part of, -1 if it is the whole file.
    public long start(int index) {
        return starts[order[index]];
    }

    /// The byte behind message `index`; only for a part of a file.
    public long end(int index) {
        return ends[order[index]];
    }

    /// Whether message `index` is a part of a file that was written anew since it was indexed, so that something else is
    /// there now. Where this cannot be told, reading the message will tell. Each file is looked at once, see [#lookAgain].
    ///
    /// @throws IOException if the index cannot be read
    public boolean changed(int index) throws IOException {
        if (starts[order[index]] < 0 || !(ref(index) instanceof MessageRef.Slice slice)) {
            return false;
        }
        try {
            if (changes == null) {
                changes = new ChangedFiles(reader.leaves());
            }
            return changes.changed(reader.doc(order[index]), folders[order[index]], name(index), slice);
        } catch (IOException | RuntimeException e) {
            throw IndexFiles.failure(e);
        }
    }

    /// Says that time has gone by since [#changed] was asked: each file is looked at once more.
    public void lookAgain() {
        if (changes != null) {
            changes.lookAgain();
        }
    }

    /// Time of message `index`, milliseconds since the epoch.
    public long date(int index) {
        return dates[order[index]];
    }

    /// Thread number of message `index`: messages of one thread have the same.
    ///
    /// @throws IOException if the index cannot be read
    public int thread(int index) throws IOException {
        if (threads == null) {
            threads = numbers(Schema.THREAD, -1);
        }
        return (int) threads[order[index]];
    }

    /// Bytes of message `index`, decompressed.
    ///
    /// @throws IOException if the index cannot be read
    public long length(int index) throws IOException {
        if (sizes == null) {
            sizes = numbers(Columns.SIZE, 0);
        }
        return sizes[order[index]];
    }

    /// Whether message `index` was searched for, and is not only of the thread of one that was.
    public boolean matches(int index) {
        return matching.contains(doc(index));
    }

    int doc(int index) {
        return reader.doc(order[index]);
    }

    /// The bytes of the file that message `index` is all of, if the index can tell that it was not compressed when it
    /// was read; otherwise -1. No compressed file has the size of what it holds, as long as that is more than a few
    /// lines: the header of a message alone becomes smaller by more than a compressed form adds.
    ///
    /// @throws IOException if the index cannot be read
    public long plainSize(int index) throws IOException {
        if (fileSizes == null) {
            fileSizes = numbers(Schema.FILE_SIZE, -1);
        }
        int hit = order[index];
        long size = length(index);
        return starts[hit] < 0 && size >= SURE_SIZE && size == fileSizes[hit] ? size : -1;
    }

    /// Flags of message `index`.
    ///
    /// @throws IOException if the index cannot be read
    public Set<Flag> flags(int index) throws IOException {
        if (flags == null) {
            flags = numbers(Columns.FLAGS, 0);
        }
        long bits = flags[order[index]];
        Set<Flag> set = flagSets.get(bits);
        if (set == null) {
            set = Collections.unmodifiableSet(Flag.of((int) bits));
            flagSets.put(bits, set);
        }
        return set;
    }
}
