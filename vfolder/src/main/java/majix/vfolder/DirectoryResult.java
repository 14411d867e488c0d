package majix.vfolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A result that is a directory: a Maildir or an MH folder.
final class DirectoryResult implements Result {
    private static final int TRIES = 100;

    private final Place place;
    private final VFolderKind kind;
    private final VFolder.Options options;
    private final Disk disk;
    private @Nullable Marking marking;

    DirectoryResult(Place place, VFolderKind kind, VFolder.Options options, Disk disk) throws IOException {
        this.place = place;
        this.kind = kind;
        this.options = options;
        this.disk = disk;
        check();
    }

    /// Looks at the directory early, so that one that is refused is refused before there is a search. Another majix may put a
    /// new one in its place meanwhile; what counts is the look at it under the lock.
    private void check() throws IOException {
        for (int i = 1;; i++) {
            Object before = key();
            try {
                refuse();
                Existing.check(place.path(), place.shown(), kind, options.force());
                return;
            } catch (NoSuchFileException | FolderRefusedException e) {
                if (i == TRIES || before != null && before.equals(key())) {
                    throw e;
                }
            }
        }
    }

    /// What tells the directory from every other one; null if there is none.
    private @Nullable Object key() throws IOException {
        try {
            return Files.readAttributes(place.path(), BasicFileAttributes.class).fileKey();
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private void refuse() throws FolderRefusedException {
        if (place.exists() && !Files.isDirectory(place.path())) {
            throw new FolderRefusedException(place.shown(), "is a file, no folder",
                    "Remove it, or name another folder with -o or mfolder=");
        }
    }

    @Override
    public void mark(Marking marks) {
        marking = kind == VFolderKind.MAILDIR ? marks : null;
    }

    @Override
    public VFolder.Outcome write(List<Hit> hits) throws IOException {
        List<Path> created = new ArrayList<>(disk.makeDirectories(place.parent()));
        try (Held parent = Held.open(place.parent())) {
            Place there = place.in(parent);
            try (FolderLock lock = there.lock(parent, disk)) {
                return new DirectoryWriting(there, lock.directory(), kind, options, disk, marking).write(hits, created);
            } catch (IOException e) {
                throw Held.told(parent.told(e), place.shown());
            }
        }
    }
}
