package majix.vfolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
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

    /// The result that was moved away.
    Path old() {
        return beside(".majix-old");
    }

    /// Keeps other searches away from a directory, and settles what a killed one left: a folder that was moved away
    /// and not replaced comes back.
    ///
    /// @throws IOException if another search writes the folder and does not come to an end
    FolderLock lock(Disk disk) throws IOException {
        return FolderLock.take(shown, new FolderLock.Attempt() {
            @Override
            public @Nullable FolderLock tryTake() throws IOException {
                return tryLock(disk);
            }
        });
    }

    private @Nullable FolderLock tryLock(Disk disk) throws IOException {
        Path home = home();
        if (home.equals(next()) && !Files.isDirectory(home)) {
            // A killed search can have left a file that was to be an mbox.
            disk.delete(home);
            disk.makeDirectory(home);
        }
        FolderLock lock = FolderLock.tryTake(home.resolve(FolderLock.NAME));
        if (lock == null) {
            return null;
        }
        if (!home.equals(home())) {
            lock.close();
            return null;
        }
        if (home.equals(old())) {
            disk.rename(home, path);
        }
        return lock;
    }

    /// The directory whose lock counts now.
    private Path home() {
        if (exists()) {
            return path;
        }
        return Files.exists(old()) ? old() : next();
    }
}
