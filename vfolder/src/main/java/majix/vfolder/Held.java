package majix.vfolder;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A directory that is held open. What is done by way of [#path] happens in it, whatever its name leads to by now: there
/// is nothing between a look at the directory and its use. Where the system does not show its open files (`/proc`), the
/// path is the plain one, and only looks for links are left.
///
/// @param stream holds it open
/// @param path leads to it as long as it is open
/// @param name what it was called when it was opened
/// @param key what tells it from all others; null where the file system has no such thing
record Held(DirectoryStream<Path> stream, Path path, Path name, @Nullable Object key) implements AutoCloseable {
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");
    /// A stream has its directory open twice.
    private static final int OWN = 2;
    private static final int TRIES = 100;

    /// Opens a directory; links are followed.
    @SuppressWarnings("StreamResourceLeak") // closed with the directory
    static Held open(Path directory) throws IOException {
        return of(() -> Files.newDirectoryStream(directory), directory);
    }

    /// Opens a directory in this one.
    ///
    /// @throws FileSystemException also if the name is that of a link
    @SuppressWarnings("StreamResourceLeak") // closed with the directory
    Held below(Path part) throws IOException {
        Path plain = path.resolve(part);
        if (stream instanceof SecureDirectoryStream<Path> secure) {
            return of(() -> secure.newDirectoryStream(part, LinkOption.NOFOLLOW_LINKS), name.resolve(part));
        }
        if (Files.isSymbolicLink(plain)) {
            throw new NotDirectoryException(plain.toString());
        }
        return of(() -> Files.newDirectoryStream(plain), name.resolve(part));
    }

    /// Opens a directory in this one, to delete in it only: then nothing need be found that leads to it.
    Held toDelete(Path part) throws IOException {
        return stream instanceof SecureDirectoryStream<Path> secure
                ? new Held(secure.newDirectoryStream(part, LinkOption.NOFOLLOW_LINKS), path.resolve(part),
                        name.resolve(part), null)
                : below(part);
    }

    /// Deletes a file or a link in it, if it is there.
    void delete(String entry) throws IOException {
        try {
            if (stream instanceof SecureDirectoryStream<Path> secure) {
                secure.deleteFile(Path.of(entry));
            } else {
                Files.delete(path.resolve(entry));
            }
        } catch (NoSuchFileException e) {
            // as it should be
        }
    }

    private interface Opening {
        DirectoryStream<Path> open() throws IOException;
    }

    /// Opens a directory twice, one thread at a time: which numbers the second one has shows by what is open of that
    /// directory then and was not before.
    private static synchronized Held of(Opening opening, Path name) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            DirectoryStream<Path> stream;
            try (DirectoryStream<Path> first = opening.open()) {
                Object key = first instanceof SecureDirectoryStream<Path> secure
                        ? secure.getFileAttributeView(BasicFileAttributeView.class).readAttributes().fileKey()
                        : null;
                Set<Path> before = key == null ? null : openFiles(key);
                stream = opening.open();
                if (key == null || before == null) {
                    return new Held(stream, name, name, keyOf(name));
                }
                Set<Path> after = openFiles(key);
                if (after != null && after.removeAll(before) && after.size() == OWN) {
                    return new Held(stream, after.iterator().next(), name, key);
                }
            }
            // another thread has opened it for a moment, or the name leads to another one now
            stream.close();
            Thread.onSpinWait();
        }
        throw new IOException(name + ": in use by too many at once");
    }

    /// The open files that are this one; null if the system does not tell.
    private static @Nullable Set<Path> openFiles(Object key) {
        String[] numbers = OPEN_FILES.toFile().list();
        if (numbers == null) {
            return null;
        }
        Set<Path> files = new HashSet<>();
        for (String number : numbers) {
            Path file = OPEN_FILES.resolve(number);
            if (is(file, key)) {
                files.add(file);
            }
        }
        return files;
    }

    private static boolean is(Path file, Object key) {
        try {
            return key.equals(Files.readAttributes(file, BasicFileAttributes.class).fileKey());
        } catch (IOException e) {
            return false;
        }
    }

    /// Whether a name is that of this directory, and no link.
    boolean isAt(Path other) throws IOException {
        try {
            return key != null && key.equals(keyOf(other));
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static Object keyOf(Path directory) throws IOException {
        return Files.readAttributes(directory, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).fileKey();
    }

    /// This directory, which has got another name.
    Held movedTo(Path other) {
        return path.equals(name) ? new Held(stream, other, other, key) : this;
    }

    /// Where it lies now.
    Path real() throws IOException {
        return path.toRealPath();
    }

    /// A failure with names that a user knows.
    IOException told(IOException e) {
        return told(e, path, name);
    }

    /// The same for one of any directory that is held open.
    ///
    /// @param shown stands for it
    static IOException told(IOException e, Path shown) {
        String file = e instanceof FileSystemException f ? f.getFile() : null;
        Path held = file == null ? null : Path.of(file);
        return held != null && held.startsWith(OPEN_FILES) && held.getNameCount() > OPEN_FILES.getNameCount()
                ? told(e, OPEN_FILES.resolve(held.getName(OPEN_FILES.getNameCount())), shown)
                : e;
    }

    private static IOException told(IOException e, Path from, Path to) {
        if (!(e instanceof FileSystemException f) || f.getFile() == null || from.equals(to)) {
            return e;
        }
        Path file = Path.of(f.getFile());
        if (!file.startsWith(from)) {
            return e;
        }
        String known = to.resolve(from.relativize(file)).toString();
        FileSystemException told = switch (f) {
            case AccessDeniedException _ -> new AccessDeniedException(known, null, f.getReason());
            case NoSuchFileException _ -> new NoSuchFileException(known, null, f.getReason());
            case FileAlreadyExistsException _ -> new FileAlreadyExistsException(known, null, f.getReason());
            case NotDirectoryException _ -> new NotDirectoryException(known);
            default -> new FileSystemException(known, null, f.getReason());
        };
        told.addSuppressed(e);
        return told;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
