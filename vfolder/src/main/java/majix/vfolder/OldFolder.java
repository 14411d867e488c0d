package majix.vfolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/// A result directory that has stepped aside for a new one, and is removed.
final class OldFolder {
    private final Place place;
    private final Disk disk;

    /// @param place of the new one
    OldFolder(Place place, Disk disk) {
        this.place = place;
        this.disk = disk;
    }

    /// Removes what earlier runs left that were killed.
    ///
    /// @param dir leads to the folder
    static void tidy(Place place, Path dir, Disk disk) throws IOException {
        disk.purge(dir.resolve(Listing.STAGING));
        disk.purge(place.next());
        if (Files.isDirectory(place.old(), LinkOption.NOFOLLOW_LINKS)) {
            Path shown = place.shown().resolveSibling(place.old().getFileName());
            try (Held parent = Held.open(place.parent()); Held old = parent.below(place.old().getFileName())) {
                Existing left = Existing.examine(old.path(), shown, VFolderKind.MAILDIR, true);
                new OldFolder(place, disk).drop(old, place.old(), left);
            }
        }
    }

    /// Removes a directory that was moved away. What somebody put into it in the last moment moves over.
    ///
    /// @param name what it is called now
    void drop(Held held, Path name, Existing was) throws IOException {
        Path old = held.path();
        Set<String> names = new HashSet<>();
        try (Parts parts = new Parts(held)) {
            for (Existing.Own own : was.own()) {
                if (was.isStill(old, own.path())) {
                    parts.delete(own.path(), disk);
                }
                names.add(own.name());
            }
        }
        disk.purge(old.resolve(Listing.STAGING));
        for (Path part : Disk.entries(old)) {
            String called = part.getFileName().toString();
            boolean mark = called.equals(Manifest.NAME) || called.equals(FolderLock.NAME);
            if (!mark && Files.isDirectory(part, LinkOption.NOFOLLOW_LINKS)) {
                for (Path stray : Disk.entries(part)) {
                    stray(old, stray, names);
                }
                disk.removeDirectory(part);
            } else if (!mark) {
                stray(old, part, names);
            }
        }
        disk.delete(old.resolve(Manifest.NAME));
        disk.delete(old.resolve(FolderLock.NAME));
        disk.removeDirectory(name);
    }

    /// Deals with an entry that was not there, or not under this name, when the old directory was listed.
    private void stray(Path old, Path entry, Set<String> names) throws IOException {
        String name = EntryName.base(entry.getFileName().toString());
        if (names.contains(name) && EntryName.isResult(name)) {
            disk.delete(entry);
            return;
        }
        Path to = place.path().resolve(old.relativize(entry));
        Path parent = to.getParent();
        if (parent != null && Files.isDirectory(parent) && !Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
            disk.rename(entry, to);
        }
    }
}
