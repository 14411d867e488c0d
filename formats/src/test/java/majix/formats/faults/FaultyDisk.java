package majix.formats.faults;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// A disk that one run of the code under test works on; each run has its own. It counts the changes that the run makes
/// and lets one of them meet with a fault.
public final class FaultyDisk {
    private final FaultyProvider provider = new FaultyProvider(this);
    private final Fault fault;
    private final int at;
    private final List<String> changes = new ArrayList<>();
    final Unforced unforced = new Unforced();
    private int count;
    private boolean struck;
    private @Nullable Path refused;
    private int left;
    private boolean forever;
    private @Nullable Path broken;
    private long readable;
    private @Nullable Path awaited;
    private Deed deed = () -> {};

    /// @param fault what happens
    /// @param at the change at which it does, from 0, of those that it can happen at; a run may be over before
    public FaultyDisk(Fault fault, int at) {
        this.fault = fault;
        this.at = at;
    }

    /// A disk without faults, for counting.
    public static FaultyDisk sound(Fault counted) {
        return new FaultyDisk(counted, Integer.MAX_VALUE);
    }

    /// A path as the code under test is to see it. All that it resolves against this path is on the disk too.
    public Path path(Path real) {
        return provider.wrap(real);
    }

    /// Lets a file be opened for reading so many times, and then fail once.
    public synchronized void refuse(Path real, int openings) {
        refused = real;
        left = openings;
        forever = false;
    }

    /// Lets a file be opened for reading so many times, and then fail each time.
    public synchronized void refuseAfter(Path real, int openings) {
        refuse(real, openings);
        forever = true;
    }

    /// Lets a file be read up to a byte, and fail there each time.
    public synchronized void breakAt(Path real, long position) {
        broken = real;
        readable = position;
    }

    /// How many bytes of a file can be read from there.
    ///
    /// @throws IOException if none
    synchronized long readable(Path real, long position) throws IOException {
        if (!real.equals(broken)) {
            return Long.MAX_VALUE;
        }
        if (position >= readable) {
            throw new IOException("Input/output error");
        }
        return readable - position;
    }

    /// What another program does at that moment.
    public interface Deed {
        /// Does it, on the real disk.
        void run() throws IOException;
    }

    /// Lets something happen when a file is about to be opened for reading or a directory to be listed, once.
    public synchronized void before(Path real, Deed deed) {
        awaited = real;
        this.deed = deed;
    }

    synchronized void opening(Path real) throws IOException {
        if (real.equals(awaited)) {
            awaited = null;
            deed.run();
        }
        if (real.equals(refused) && (left-- == 0 || forever && left < 0)) {
            throw new FileSystemException(real.toString(), null, "Input/output error");
        }
    }

    /// Whether the fault has happened.
    public synchronized boolean struck() {
        return struck;
    }

    /// How many changes were made at which the fault could have happened.
    public synchronized int count() {
        return count;
    }

    /// The changes so far, for messages of tests.
    public synchronized List<String> changes() {
        return List.copyOf(changes.subList(Math.max(0, changes.size() - 12), changes.size()));
    }

    /// Makes what a failure of the power leaves, after a run that ended with [Fault#POWER].
    ///
    /// @param root a directory of the default file system
    public void cut(Path root, Random random) throws IOException {
        unforced.lose(root, random);
    }

    /// A change is about to be made.
    ///
    /// @throws IOException if it fails
    synchronized void next(Change change, Path path) throws IOException {
        if (!strikes(change, path)) {
            return;
        }
        String reason = fault == Fault.FULL ? "No space left on device" : "Input/output error";
        throw change == Change.WRITE || change == Change.FORCE || change == Change.TRUNCATE
                ? new IOException(reason)
                : new FileSystemException(path.toString(), null, reason);
    }

    /// Bytes are about to be written.
    ///
    /// @return how many may be before [#fail] is to be called; all if there is no fault
    synchronized int writable(int bytes, Path path) throws IOException {
        return switch (fault) {
            case TORN, FULL -> strikes(Change.WRITE, path) ? bytes / 2 : bytes;
            case ABORT, POWER, ERROR_ONCE, ERROR -> {
                next(Change.WRITE, path);
                yield bytes;
            }
        };
    }

    /// Ends a write that was not made to its end.
    void fail() throws IOException {
        if (fault == Fault.TORN) {
            throw new Killed("the rest of a write");
        }
        throw new IOException("No space left on device");
    }

    private boolean strikes(Change change, Path path) {
        if (struck && fault.kills()) {
            throw new Killed("another " + change);
        }
        changes.add(change + " " + path.getFileName());
        if (!fault.strikes(change)) {
            return false;
        }
        int now = count++;
        if (now < at || now > at && fault == Fault.ERROR_ONCE) {
            return false;
        }
        struck = true;
        if (fault.kills() && fault != Fault.TORN) {
            throw new Killed(change + " " + path);
        }
        return true;
    }
}
