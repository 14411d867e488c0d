package majix.vfolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a result goes, and the names beside it that majix uses while it writes.
///
/// @param shown the path as the user gave it
/// @param path where it lies when links are followed; need not exist
record Place(Path shown, Path path) {
    /// @throws FolderRefusedException if it is a link to nothing
    static Place of(Path target) throws IOException {
        Path shown = target.toAbsolutePath().normalize();
        if (Files.isSymbolicLink(shown) && !Files.exists(shown)) {
            throw new FolderRefusedException(shown, "is a symbolic link to nothing",
                    "Make what it leads to, or name another folder");
        }
        return new Place(shown, SourceGuard.real(shown));
    }

    /// The directory that it lies in.
    ///
    /// @throws FolderRefusedException if it is the root of all
    Path parent() throws FolderRefusedException {
        Path parent = path.getParent();
        if (parent == null) {
            throw new FolderRefusedException(shown, "is the root of all files", "Name another folder");
        }
        return parent;
    }

    /// The same place in a directory that is held open.
    ///
    /// @throws FolderRefusedException if that is no longer where it was when the place was looked at
    Place in(Held parent) throws IOException {
        if (!parent.real().equals(path.getParent())) {
            throw replaced();
        }
        return new Place(shown, parent.path().resolve(path.getFileName()));
    }

    /// What is said of a folder that is another one now than when it was looked at.
    FolderRefusedException replaced() {
        return new FolderRefusedException(shown, "was replaced while the results were written", "Search again");
    }

    /// Makes sure that the names beside it are majix's: one that is a link could lead to somebody's mail.
    void checkBeside() throws FolderRefusedException {
        for (Path name : List.of(next(), old(), beside(Manifest.NAME), sorted())) {
            if (Files.isSymbolicLink(name)) {
                throw new FolderRefusedException(shown, "has a symbolic link beside it that majix did not make ("
                        + VisibleText.of(String.valueOf(name.getFileName())) + ")", "Remove the link");
            }
        }
    }

    boolean exists() {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /// A name in the same directory, hidden.
    Path beside(String suffix) {
        return path.resolveSibling("." + path.getFileName() + suffix);
    }

    /// The result that is being made.
    Path next() {
        return beside(".majix-new");
    }

    /// A result that is a file, while it is put in order.
    Path sorted() {
        return beside(".majix-sorted");
    }

    /// The result that was moved away.
    Path old() {
        return beside(".majix-old");
    }

    /// Keeps other searches away from a directory, and settles what a killed one left: a folder that was moved away
    /// and not replaced comes back.
    ///
    /// @throws IOException if another search writes the folder and does not come to an end
    ///
    /// @param parent where it lies
    FolderLock lock(Held parent, Disk disk) throws IOException {
        checkBeside();
        return FolderLock.take(shown, new FolderLock.Attempt() {
            @Override
            public @Nullable FolderLock tryTake() throws IOException {
                return tryLock(parent, disk);
            }
        });
    }

    private @Nullable FolderLock tryLock(Held parent, Disk disk) throws IOException {
        Path home = home();
        if (home.equals(next()) && !Files.isDirectory(home, LinkOption.NOFOLLOW_LINKS)) {
            // A killed search can have left a file that was to be an mbox.
            disk.delete(home);
            disk.makeDirectory(home);
        }
        Held held = parent.below(home.getFileName());
        FolderLock lock = null;
        try {
            lock = FolderLock.tryTake(held);
            if (lock != null && held.isAt(home) && home.equals(home())) {
                if (home.equals(old())) {
                    // held by its other name where the system does not show open files: to be opened again
                    disk.rename(home, path);
                    return null;
                }
                FolderLock taken = lock;
                lock = null;
                held = null;
                return taken;
            }
            return null;
        } finally {
            if (lock != null) {
                lock.close();
            } else if (held != null) {
                held.close();
            }
        }
    }

    /// The directory whose lock counts now.
    private Path home() {
        if (exists()) {
            return path;
        }
        return Files.isDirectory(old(), LinkOption.NOFOLLOW_LINKS) ? old() : next();
    }
}
