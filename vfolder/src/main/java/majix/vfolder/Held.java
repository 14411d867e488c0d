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

/// A directory that is held open. What is done by way of [#path] happens in it, whatever its name leads to by now: there
/// is nothing between a look at the directory and its use. Where the system does not show its open files (`/proc`), the
/// path is the plain one, and only looks for links are left.
///
/// @param stream holds it open
/// @param path leads to it as long as it is open
/// @param name what it was called when it was opened
record Held(DirectoryStream<Path> stream, Path path, Path name) implements AutoCloseable {
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");
    /// A stream has its directory open twice.
    private static final int OWN = 2;
    private static final int TRIES = 100;

    /// Opens a directory; links are followed.
    static Held open(Path directory) throws IOException {
        return of(Files.newDirectoryStream(directory), directory);
    }

    /// Opens a directory in this one.
    ///
    /// @throws FileSystemException also if the name is that of a link
    Held below(Path part) throws IOException {
        Path plain = path.resolve(part);
        if (stream instanceof SecureDirectoryStream<Path> secure) {
            return of(secure.newDirectoryStream(part, LinkOption.NOFOLLOW_LINKS), name.resolve(part));
        }
        if (Files.isSymbolicLink(plain)) {
            throw new NotDirectoryException(plain.toString());
        }
        return of(Files.newDirectoryStream(plain), name.resolve(part));
    }

    /// Opens a directory in this one, to delete in it only: then nothing need be found that leads to it.
    Held toDelete(Path part) throws IOException {
        return stream instanceof SecureDirectoryStream<Path> secure
                ? new Held(secure.newDirectoryStream(part, LinkOption.NOFOLLOW_LINKS), path.resolve(part),
                        name.resolve(part))
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

    private static Held of(DirectoryStream<Path> stream, Path name) throws IOException {
        try {
            return new Held(stream, stream instanceof SecureDirectoryStream<Path> secure
                    ? anchor(secure, name)
                    : name, name);
        } catch (IOException e) {
            stream.close();
            throw e;
        }
    }

    private static Path anchor(SecureDirectoryStream<Path> stream, Path name) throws IOException {
        BasicFileAttributes is = stream.getFileAttributeView(BasicFileAttributeView.class).readAttributes();
        for (int i = 0; i < TRIES; i++) {
            String[] open = OPEN_FILES.toFile().list();
            if (open == null) {
                return name;
            }
            Path last = name;
            int count = 0;
            for (String number : open) {
                Path file = OPEN_FILES.resolve(number);
                if (is(file, is.fileKey())) {
                    last = file;
                    count++;
                }
            }
            if (count == OWN) {
                return last;
            }
            // another thread has it open, and its number may be gone the next moment
            Thread.onSpinWait();
        }
        throw new IOException(name + ": in use by too many at once");
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
            return Files.readAttributes(path, BasicFileAttributes.class).fileKey()
                    .equals(Files.readAttributes(other, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                            .fileKey());
        } catch (NoSuchFileException e) {
            return false;
        }
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
