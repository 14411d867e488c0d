package majix.indexer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import majix.formats.Checkpoint;
import majix.formats.Entry;
import majix.formats.Stamp;
import majix.formats.StoreKind;
import org.apache.lucene.util.BytesRef;

/// What the ledger holds of a file that is not one message, or of a container as a whole.
///
/// @param key the entry's key, or [Ledger#OWN] for the container itself
/// @param what what it is
/// @param mtime modification time in nanoseconds; for a container [Stamp#sum]; [#UNFINISHED] while
///     a file is not read to its end
/// @param size bytes on the disk; for a container the time it was listed, nanoseconds since the epoch
/// @param inode inode number or 0; for a container its kind, counted from 1
/// @param changed time of the last change of a file of many messages ([Entry#changed]); [Entry#UNKNOWN] in an index of
///     old, so that such a file is read again once
/// @param known how far a file of many messages was read
record FileState(String key, What what, long mtime, long size, long inode, long changed, Checkpoint known) {
    /// A time that no file has.
    static final long UNFINISHED = Long.MIN_VALUE;

    /// A directory changed this shortly before it was listed may have changed again within the same clock tick.
    private static final long TICK_NANOS = 2_000_000_000L;

    enum What {
        MANY,
        NOT_MAIL,
        CONTAINER
    }

    /// The entry of a file that was read to its end.
    static FileState of(String key, What what, Entry file, Checkpoint known) {
        return new FileState(key, what, file.mtime(), file.size(), file.inode(), file.changed(), known);
    }

    /// The entry of a file that is to be read from where a reading stopped.
    static FileState unfinished(String key, Entry file, Checkpoint known) {
        return new FileState(key, What.MANY, UNFINISHED, file.size(), file.inode(), file.changed(), known);
    }

    /// Whether it is of a file that did not change since. Mail programs that write an mbox and then set back its time give
    /// it another time of change; so do links and permissions, and then it is read in vain.
    boolean isOf(Entry file) {
        return mtime == file.mtime() && size == file.size() && inode == file.inode()
                && (what == What.NOT_MAIL || changed == file.changed());
    }

    /// The entry of a container itself.
    ///
    /// @param listed when it was listed, nanoseconds since the epoch
    static FileState of(StoreKind kind, long stamp, long listed) {
        return new FileState(Ledger.OWN, What.CONTAINER, stamp, listed, number(kind), Entry.UNKNOWN,
                Checkpoint.START);
    }

    private static long number(StoreKind kind) {
        return switch (kind) {
            case MAILDIR -> 1;
            case MH -> 2;
            case MBOX -> 3;
            case FILES -> 4;
        };
    }

    /// For a container: whether it was of that kind when it was listed.
    boolean isOf(StoreKind kind) {
        return inode == number(kind);
    }

    /// For a container: whether it is known to have been of another kind. Indexes of old do not say.
    boolean isOfOther(StoreKind kind) {
        return inode != 0 && !isOf(kind);
    }

    /// For a container: whether its stamp says that nothing in it changed since it was listed.
    boolean isTrusted(StoreKind kind, Stamp stamp) {
        return isOf(kind) && mtime == stamp.sum() && size - stamp.latest() > TICK_NANOS;
    }

    BytesRef write() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 + 4 * known.sums().size());
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF(key);
        out.writeByte(switch (what) {
            case MANY -> 1;
            case NOT_MAIL -> 2;
            case CONTAINER -> 3;
        });
        out.writeLong(mtime);
        out.writeLong(size);
        out.writeLong(inode);
        out.writeLong(known.position());
        out.writeInt(known.sums().size());
        for (int sum : known.sums()) {
            out.writeInt(sum);
        }
        out.writeLong(changed);
        return new BytesRef(bytes.toByteArray());
    }

    static FileState read(BytesRef bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.bytes, bytes.offset, bytes.length));
        String key = in.readUTF();
        What what = switch (in.readByte()) {
            case 1 -> What.MANY;
            case 2 -> What.NOT_MAIL;
            case 3 -> What.CONTAINER;
            default -> throw new IndexDamagedException("is damaged: a ledger entry of an unknown kind", null);
        };
        long mtime = in.readLong();
        long size = in.readLong();
        long inode = in.readLong();
        long position = in.readLong();
        List<Integer> sums = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            sums.add(in.readInt());
        }
        long changed = in.available() < Long.BYTES ? Entry.UNKNOWN : in.readLong();
        return new FileState(key, what, mtime, size, inode, changed, new Checkpoint(position, sums));
    }

    /// Nanoseconds since the epoch.
    static long nanos(Instant time) {
        return time.getEpochSecond() * 1_000_000_000L + time.getNano();
    }
}
