package majix.vfolder;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import majix.formats.FileNames;
import majix.formats.PrivateFiles;
import org.jspecify.annotations.Nullable;

/// A file that one search holds while it writes a result folder. The system lets go of it when the process ends,
/// however it ends. A POSIX lock: it is lost as soon as this process closes the same file opened otherwise.
final class FolderLock implements AutoCloseable {
    /// The lock file's name in a directory.
    static final String NAME = ".majix-lock";

    private static final int PATIENCE_MILLIS = 10_000;
    private static final int PAUSE_MILLIS = 10;

    private final FileChannel channel;
    private final @Nullable Held directory;

    /// One attempt to take a lock; null if it failed and may be made again.
    interface Attempt {
        @Nullable
        FolderLock tryTake() throws IOException;
    }

    private FolderLock(FileChannel channel, @Nullable Held directory) {
        this.channel = channel;
        this.directory = directory;
    }

    /// Takes a lock as soon as it is free.
    ///
    /// @param shown the folder, for the message
    /// @throws IOException if another search keeps it longer than ten seconds
    static FolderLock take(Path shown, Attempt attempt) throws IOException {
        for (int waited = 0; waited <= PATIENCE_MILLIS; waited += PAUSE_MILLIS) {
            // At once a second time: the first one may only have made the file.
            for (int i = 0; i < 2; i++) {
                FolderLock lock = attempt(attempt);
                if (lock != null) {
                    return lock;
                }
            }
            pause();
        }
        throw new IOException(FileNames.text(shown) + ": another search is writing this folder");
    }

    private static @Nullable FolderLock attempt(Attempt attempt) throws IOException {
        try {
            return attempt.tryTake();
        } catch (NoSuchFileException | FileAlreadyExistsException e) {
            // Another search just came to its end.
            return null;
        }
    }

    private static void pause() throws InterruptedIOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /// Tries to take the lock, making the file if there is none.
    ///
    /// @return null if another search has it, or if the file under this name was another one a moment ago
    static @Nullable FolderLock tryTake(Path file) throws IOException {
        Object before = key(file);
        FileChannel channel = PrivateFiles.open(file);
        if (before != null && isFree(channel) && Objects.equals(before, key(file))) {
            return new FolderLock(channel, null);
        }
        channel.close();
        return null;
    }

    /// Tries to take the lock of a directory, which is held open with it.
    static @Nullable FolderLock tryTake(Held directory) throws IOException {
        FolderLock lock = tryTake(directory.path().resolve(NAME));
        return lock == null ? null : new FolderLock(lock.channel, directory);
    }

    private static boolean isFree(FileChannel channel) {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            // A file system without locks: better a folder that two searches could write at once than none.
            return true;
        }
    }

    private static @Nullable Object key(Path file) throws IOException {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).fileKey();
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /// The open lock file.
    FileChannel channel() {
        return channel;
    }

    /// The directory that is locked.
    Held directory() {
        if (directory == null) {
            throw new IllegalStateException("the lock of a file");
        }
        return directory;
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (directory != null) {
            directory.close();
        }
    }
}
