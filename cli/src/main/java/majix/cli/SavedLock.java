package majix.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import majix.formats.FileNames;
import majix.formats.PrivateFiles;
import org.jspecify.annotations.Nullable;

/// Keeps two `majix save` from taking each other's searches away: whoever wants to change the file locks it before it is
/// read, and keeps it until the new one is in its place. A lock on the file itself, because the system lets go of that
/// however a process ends; where it is, or is not, the same file still, tells whether it counts.
///
/// A POSIX lock is lost as soon as this process closes the same file opened otherwise, so it is read through the lock.
final class SavedLock implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int PAUSE_MILLIS = 10;

    private final Path file;
    /// Null where the file cannot be locked: it cannot be written, or its file system has no locks.
    private final @Nullable FileChannel channel;
    private final boolean made;

    private SavedLock(Path file, @Nullable FileChannel channel, boolean made) {
        this.file = file;
        this.channel = channel;
        this.made = made;
    }

    /// Locks the file, making an empty one if there is none.
    ///
    /// @throws Failure if somebody else keeps it for ten seconds
    static SavedLock take(Path file) throws IOException {
        boolean made = false;
        for (int waited = 0; waited <= PATIENCE_MILLIS; waited += PAUSE_MILLIS) {
            made |= make(file);
            SavedLock lock = attempt(file, made);
            if (lock != null) {
                return lock;
            }
            pause();
        }
        throw new Failure(Failure.TROUBLE, FileNames.text(file) + ": another majix save is writing it; try again");
    }

    private static boolean make(Path file) throws IOException {
        try {
            if (!Files.exists(file)) {
                // closed before anybody locks it: later it would take the lock along
                PrivateFiles.create(file).close();
                return true;
            }
        } catch (FileAlreadyExistsException | AccessDeniedException | NoSuchFileException e) {
            // another was faster; or it cannot be made, which writing will tell
        }
        return false;
    }

    /// @return null if somebody else has it, or has put another in its place
    private static @Nullable SavedLock attempt(Path file, boolean made) throws IOException {
        List<Object> before;
        FileChannel channel;
        try {
            before = identity(file);
            channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException e) {
            // not there, or not to be written, which writing will tell
            return Files.exists(file) || !made ? new SavedLock(file, null, false) : null;
        }
        boolean locked = false;
        try {
            locked = channel.tryLock() != null && before.equals(identity(file));
            return locked ? new SavedLock(file, channel, made) : null;
        } catch (OverlappingFileLockException | NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            // a file system without locks
            return new SavedLock(file, null, false);
        } finally {
            if (!locked) {
                channel.close();
            }
        }
    }

    /// What tells a file from the one before it of the same name, even if that one's inode is used again.
    private static List<Object> identity(Path file) throws IOException {
        BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
        return List.of(String.valueOf(is.fileKey()), is.lastModifiedTime());
    }

    private static void pause() throws InterruptedIOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /// What is in the file now.
    ///
    /// @throws NoSuchFileException if there is none
    InputStream open() throws IOException {
        return channel == null ? Files.newInputStream(file) : new Held(channel);
    }

    /// Lets go. A file that was made for the lock and not written goes.
    @Override
    public void close() throws IOException {
        if (channel != null) {
            try (channel) {
                if (made && channel.size() == 0 && Files.size(file) == 0) {
                    Files.deleteIfExists(file);
                }
            } catch (NoSuchFileException e) {
                // gone already
            }
        }
    }

    /// Reads the locked file from its start; closing it keeps the lock.
    private static final class Held extends InputStream {
        private final FileChannel channel;
        private long at;

        Held(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int count) throws IOException {
            int read = channel.read(ByteBuffer.wrap(into, offset, count), at);
            at += Math.max(0, read);
            return read;
        }
    }
}
