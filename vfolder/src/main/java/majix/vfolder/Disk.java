package majix.vfolder;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import majix.formats.NamedOutput;
import majix.formats.PrivateFiles;

/// Every change that majix makes to a result folder, one method each, so that a test can end the run before any of
/// them. Directories are made with mode 0700, files with 0600.
final class Disk {
    /// Called before each change.
    interface Steps {
        /// Nothing is watched.
        Steps UNWATCHED = new Steps() {
            @Override
            public void next(String change) {}
        };

        void next(String change);
    }

    private final Steps steps;

    Disk(Steps steps) {
        this.steps = steps;
    }

    /// Tells the watcher that a change follows, for changes made elsewhere.
    void step(String change) {
        steps.next(change);
    }

    void makeDirectory(Path directory) throws IOException {
        steps.next("mkdir");
        PrivateFiles.createDirectory(directory);
    }

    /// Makes a directory and its parents where they are missing, and says which it made, parents first.
    List<Path> makeDirectories(Path directory) throws IOException {
        List<Path> missing = new ArrayList<>();
        for (Path at = directory; at != null && !Files.exists(at); at = at.getParent()) {
            missing.addFirst(at);
        }
        for (Path at : missing) {
            makeDirectory(at);
        }
        return missing;
    }

    /// Sets the time of an entry's last change.
    void date(Path entry, FileTime time) throws IOException {
        steps.next("utimes");
        Files.setLastModifiedTime(entry, time);
    }

    void link(Path link, Path target) throws IOException {
        steps.next("symlink");
        Files.createSymbolicLink(link, target);
    }

    /// A second name for a file, or for a symbolic link itself.
    void hardLink(Path name, Path existing) throws IOException {
        steps.next("link");
        Files.createLink(name, existing);
    }

    /// Opens a new file, unbuffered; the caller closes it.
    OutputStream create(Path file) throws IOException {
        steps.next("create");
        return new NamedOutput(PrivateFiles.create(file), file);
    }

    /// Makes what is in a file lasting. That takes longer than many a search: only for what could not be made again.
    void force(Path file) throws IOException {
        steps.next("force");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (IOException e) {
            throw NamedOutput.named(e, file);
        }
    }

    /// Renames, over a file or an empty directory if there is one.
    void rename(Path from, Path to) throws IOException {
        steps.next("rename");
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Gives an entry its final name, never over another one.
    ///
    /// @throws FileAlreadyExistsException if the name is taken
    void moveIn(Path from, Path to) throws IOException {
        steps.next("link");
        try {
            Files.createLink(to, from);
        } catch (FileAlreadyExistsException | NoSuchFileException e) {
            throw e;
        } catch (FileSystemException | UnsupportedOperationException e) {
            if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(to.toString());
            }
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        delete(from);
    }

    /// Deletes a file or a link if it is there.
    void delete(Path file) throws IOException {
        steps.next("unlink");
        // One system call where Files needs two; where it fails, Files says why.
        if (!file.getFileSystem().equals(FileSystems.getDefault()) || !file.toFile().delete()) {
            Files.deleteIfExists(file);
        }
    }

    /// Removes a directory if it is there and empty.
    ///
    /// @return false if something is in it
    boolean removeDirectory(Path directory) throws IOException {
        steps.next("rmdir");
        try {
            Files.deleteIfExists(directory);
            return true;
        } catch (DirectoryNotEmptyException e) {
            return false;
        }
    }

    /// Deletes a directory that majix made for itself alone, with all that is in it. Links are not followed, neither in it
    /// nor in its place, and not if they come there while this goes on: every directory is opened in the one above it, where
    /// the system can do that; elsewhere only looks for links are left.
    void purge(Path directory) throws IOException {
        Path parent = directory.getParent();
        Path name = directory.getFileName();
        if (parent == null || name == null) {
            return;
        }
        try (DirectoryStream<Path> above = Files.newDirectoryStream(parent)) {
            if (above instanceof SecureDirectoryStream<Path> secure) {
                purge(secure, name);
            } else {
                purgeByName(directory);
            }
        } catch (NoSuchFileException e) {
            // nothing to do
        }
    }

    private void purge(SecureDirectoryStream<Path> parent, Path name) throws IOException {
        if (!isDirectory(parent, name)) {
            steps.next("unlink");
            parent.deleteFile(name);
            return;
        }
        try (SecureDirectoryStream<Path> directory = parent.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
            for (Path entry : directory) {
                purge(directory, entry.getFileName());
            }
        }
        steps.next("rmdir");
        try {
            parent.deleteDirectory(name);
        } catch (DirectoryNotEmptyException e) {
            // what came into it in the last moment is somebody's
        }
    }

    private void purgeByName(Path entry) throws IOException {
        if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
            for (Path inside : entries(entry)) {
                purgeByName(inside);
            }
            removeDirectory(entry);
        } else {
            delete(entry);
        }
    }

    private static boolean isDirectory(SecureDirectoryStream<Path> parent, Path name) throws IOException {
        return parent.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes().isDirectory();
    }

    /// The names of [#entries] as text: what a directory of very many is read with.
    static List<String> names(Path directory) throws IOException {
        String[] names = directory.toFile().list();
        if (names != null) {
            return List.of(names);
        }
        List<String> told = new ArrayList<>();
        for (Path entry : entries(directory)) {
            told.add(entry.getFileName().toString());
        }
        return told;
    }

    /// The entries of a directory in no order; none if it does not exist or is no directory.
    static List<Path> entries(Path directory) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            for (Path entry : stream) {
                entries.add(entry);
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        }
        return entries;
    }
}
