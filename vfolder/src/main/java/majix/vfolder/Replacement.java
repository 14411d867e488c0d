package majix.vfolder;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Puts a new result directory in the place of the old one.
///
/// A directory that holds majix's entries only is swapped whole: the new one is made inside the old one, stepped out
/// beside it, and takes its name, with two renames one right after the other. A directory with entries of others is
/// changed in place, so that nothing happens to them: the manifest first names old and new entries alike, then the
/// new ones get their names, never over a foreign one, then the old ones go.
final class Replacement {
    private final Place place;
    private final Path dir;
    private final Disk disk;
    private final Existing existing;
    private final List<Item> items;
    private final Manifest manifest;

    /// @param dir leads to what stands there, whatever it is called
    /// @param existing what stands there
    /// @param items what is to stand there
    /// @param sum [Standing]'s number for it, or 0
    Replacement(Place place, Path dir, Disk disk, Existing existing, VFolderKind kind, List<Item> items, long sum) {
        this.place = place;
        this.dir = dir;
        this.disk = disk;
        this.existing = existing;
        this.items = items;
        List<Manifest.Written> written = new ArrayList<>(items.size());
        for (Item item : items) {
            written.add(new Manifest.Written(item.id(), item.name()));
        }
        this.manifest = new Manifest(kind, written, sum);
    }

    /// The number of visible changes that the new result needs.
    int changes() {
        int changes = 0;
        for (Item item : items) {
            changes += item.isKept() ? 0 : 1;
        }
        if (changes == 0) {
            return existing.own().size() - items.size();
        }
        if (existing.own().isEmpty()) {
            return changes;
        }
        Set<String> paths = HashSet.newHashSet(items.size());
        for (Item item : items) {
            paths.add(item.path());
        }
        for (Existing.Own own : existing.own()) {
            changes += paths.contains(own.path()) ? 0 : 1;
        }
        return changes;
    }

    /// Makes the new result in a directory.
    ///
    /// @param whole whether entries that stay are wanted too
    void build(Parts staging, List<String> folders, boolean hardLinks, boolean whole) throws IOException {
        for (String folder : folders) {
            disk.makeDirectory(staging.resolve(folder));
            staging.hold(folder);
        }
        for (Item item : items) {
            Path entry = staging.resolve(item.path());
            if (item.content() instanceof Item.Content.Link link) {
                if (hardLinks) {
                    hardLink(entry, link.file());
                } else {
                    disk.link(entry, link.file());
                }
            } else if (item.content() instanceof Item.Content.Copy copy) {
                disk.rename(copy.ready(), entry);
            } else if (item.content() instanceof Item.Content.Empty) {
                disk.create(entry).close();
            } else if (whole) {
                keep(dir.resolve(item.path()), entry);
            }
        }
    }

    private void keep(Path from, Path to) throws IOException {
        try {
            disk.hardLink(to, from);
        } catch (FileSystemException | UnsupportedOperationException e) {
            if (!Files.isSymbolicLink(from)) {
                throw e;
            }
            disk.link(to, Files.readSymbolicLink(from));
        }
    }

    private void hardLink(Path entry, Path file) throws IOException {
        try {
            // Where the source is a symbolic link itself, its message is meant.
            disk.hardLink(entry, Files.isSymbolicLink(file) ? file.toRealPath() : file);
        } catch (FileSystemException e) {
            throw new IOException("cannot make a hard link to " + file + ": " + e.getReason(), e);
        }
    }

    /// Gives a new result its name where nothing stands yet.
    void appear(Parts staging, Held making) throws IOException {
        list(staging);
        if (!making.isAt(place.next())) {
            throw place.replaced();
        }
        disk.rename(place.next(), place.path());
    }

    private void list(Parts staging) throws IOException {
        manifest.write(staging.resolve(Manifest.NAME), disk);
        if (manifest.sum() != 0) {
            Standing.settle(staging.resolve("."), disk);
        }
    }

    /// Swaps the whole directory.
    ///
    /// @param name what the new one is called
    /// @param making the new one
    /// @param held the old one
    /// @return false if that cannot be done here, for want of a right or because it is a mount point; then nothing
    ///     has changed
    boolean swap(Path name, Parts staging, Held making, Held held) throws IOException {
        list(staging);
        try {
            disk.hardLink(staging.resolve(FolderLock.NAME), dir.resolve(FolderLock.NAME));
            permissions(dir, staging.resolve("."));
            disk.rename(name, place.next());
        } catch (FileSystemException | UnsupportedOperationException e) {
            return false;
        }
        if (!making.isAt(place.next())) {
            disk.rename(place.next(), name);
            throw place.replaced();
        }
        try {
            disk.rename(place.path(), place.old());
        } catch (FileSystemException e) {
            disk.rename(place.next(), name);
            return false;
        }
        if (!held.isAt(place.old())) {
            // somebody put something else there in the last moment: it stays
            disk.rename(place.old(), place.path());
            disk.rename(place.next(), name);
            throw place.replaced();
        }
        try {
            disk.rename(place.next(), place.path());
        } catch (FileSystemException e) {
            disk.rename(place.old(), place.path());
            throw e;
        }
        new OldFolder(place, disk).drop(held.movedTo(place.old()), place.old(), existing);
        return true;
    }

    private static void permissions(Path dir, Path staging) throws IOException {
        for (String part : List.of(".", "cur", "new", "tmp")) {
            Path from = dir.resolve(part);
            Path to = staging.resolve(part);
            if (Files.isDirectory(from, LinkOption.NOFOLLOW_LINKS) && Files.isDirectory(to)) {
                Set<PosixFilePermission> wanted = Files.getPosixFilePermissions(from);
                if (!wanted.equals(Files.getPosixFilePermissions(to))) {
                    Files.setPosixFilePermissions(to, wanted);
                }
            }
        }
    }

    /// Changes the directory in place.
    ///
    /// @param made what the staging directory is called
    void update(Path made, Parts staging, Parts folder, List<String> folders) throws IOException {
        Path list = dir.resolve(Manifest.NAME);
        Path aside = staging.resolve(Manifest.NAME);
        Set<String> replaced = new HashSet<>();
        List<Manifest.Written> both = new ArrayList<>(manifest.entries());
        for (Existing.Own own : existing.own()) {
            if (existing.kind() == manifest.kind()) {
                both.add(new Manifest.Written(own.id(), own.name()));
                replaced.add(own.path());
            } else if (existing.isStill(dir, own.path())) {
                // A manifest names entries of one kind only, so those of the other kind go first.
                disk.delete(dir.resolve(own.path()));
            }
        }
        boolean lasting = !existing.foreign().isEmpty();
        new Manifest(manifest.kind(), both).replace(list, aside, lasting, disk);
        for (String part : folders) {
            if (!Files.exists(dir.resolve(part), LinkOption.NOFOLLOW_LINKS)) {
                disk.makeDirectory(dir.resolve(part));
            }
            folder.hold(part);
        }
        for (Item item : items) {
            boolean over = replaced.remove(item.path());
            if (!item.isKept() && over) {
                if (!existing.isStill(dir, item.path())) {
                    throw place.replaced();
                }
                disk.rename(staging.resolve(item.path()), folder.resolve(item.path()));
            } else if (!item.isKept()) {
                disk.moveIn(staging.resolve(item.path()), folder.resolve(item.path()));
            }
        }
        for (String gone : replaced) {
            if (existing.isStill(dir, gone)) {
                disk.delete(folder.resolve(gone));
            }
        }
        manifest.replace(list, aside, lasting, disk);
        disk.purge(made);
    }
}
