package majix.vfolder;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import majix.formats.MessageRef;
import majix.formats.Problem;
import org.jspecify.annotations.Nullable;

/// The writing of a [DirectoryResult], while its directory is locked and held open.
final class DirectoryWriting {
    private static final String COPIES = "copies";

    private final Place place;
    private final Held held;
    /// Leads to the result that stands; to the one in the making if there is none.
    private final Path dir;
    private final VFolderKind kind;
    private final VFolder.Options options;
    private final Disk disk;
    private final @Nullable Marking marking;

    /// The new result.
    private record Made(Held held, Parts parts) {}

    /// @param place in a directory that is held open
    /// @param held the folder itself, or what is to become it
    DirectoryWriting(Place place, Held held, VFolderKind kind, VFolder.Options options, Disk disk,
            @Nullable Marking marking) {
        this.place = place;
        this.held = held;
        this.dir = held.path();
        this.kind = kind;
        this.options = options;
        this.disk = disk;
        this.marking = marking;
    }

    /// Writes the messages and makes them visible.
    ///
    /// @param created directories that were made for it
    VFolder.Outcome write(List<Hit> hits, List<Path> created) throws IOException {
        boolean isNew = !place.exists();
        if (!isNew && !held.isAt(place.path())) {
            throw place.replaced();
        }
        Path staging = isNew ? dir : dir.resolve(Listing.STAGING);
        try {
            prepare(staging, isNew);
            if (isNew) {
                return write(hits, held, true, created);
            }
            try (Held making = held.below(Path.of(Listing.STAGING))) {
                return write(hits, making, false, created);
            }
        } catch (IOException e) {
            drop(staging, isNew);
            throw held.told(e);
        } catch (RuntimeException e) {
            drop(staging, isNew);
            throw e;
        }
    }

    private void drop(Path staging, boolean isNew) throws IOException {
        if (!isNew) {
            disk.purge(staging);
        } else if (held.isAt(place.next())) {
            disk.purge(place.next());
        }
    }

    private void prepare(Path staging, boolean isNew) throws IOException {
        if (!isNew) {
            OldFolder.tidy(place, dir, disk);
            disk.makeDirectory(staging);
            return;
        }
        for (Path left : Disk.entries(staging)) {
            if (Files.isDirectory(left, LinkOption.NOFOLLOW_LINKS)) {
                disk.purge(left);
            } else if (!left.endsWith(FolderLock.NAME)) {
                disk.delete(left);
            }
        }
    }

    private VFolder.Outcome write(List<Hit> hits, Held making, boolean isNew, List<Path> created) throws IOException {
        Finder finder = Finder.linking(hits.size());
        for (Hit hit : hits) {
            finder.find(hit);
        }
        boolean summed = kind == VFolderKind.MAILDIR && !options.augment() && !options.hardLinks() && marking == null;
        long sum = summed ? Standing.sum(finder.found()) : 0;
        if (!isNew && Standing.holds(dir, sum)) {
            disk.purge(dir.resolve(Listing.STAGING));
            return new VFolder.Outcome(finder.found().size(), finder.vanished(), finder.problems(), created);
        }
        Existing existing = isNew
                ? new Existing(kind, List.of(), Set.of())
                : Existing.examine(dir, place.shown(), kind, options.force());
        refuseToAugment(existing);
        Existing usable = existing.kind() == kind ? existing : new Existing(kind, List.of(), existing.foreign());
        Map<Finder.Found, Path> copies = new HashMap<>();
        Previous previous = new Previous(dir, usable, options, copies);
        List<Problem> problems = finder.problems();
        List<MessageRef> vanished = finder.vanished();
        List<Finder.Found> found;
        try (Parts staging = new Parts(making)) {
            found = copy(marked(finder.found()), staging, copies, vanished, problems);
            replace(existing, Layout.of(kind), found, previous, new Made(making, staging), isNew, created, sum);
        }
        return new VFolder.Outcome(found.size(), vanished, problems, created);
    }

    /// Earlier results are kept in the format they have.
    private void refuseToAugment(Existing existing) throws FolderRefusedException {
        boolean empty = existing.own().stream().allMatch(own -> own.path().equals(EntryName.SEQUENCES));
        if (options.augment() && existing.kind() != kind && !empty) {
            throw new FolderRefusedException(place.shown(),
                    "holds results of mformat=" + existing.kind().name().toLowerCase(Locale.ROOT)
                            + ", to which -a adds nothing with mformat=" + kind.name().toLowerCase(Locale.ROOT),
                    "Search without -a, or name another folder with -o or mfolder=");
        }
    }

    private List<Finder.Found> marked(List<Finder.Found> found) {
        return marking == null ? found : marking.marked(found);
    }

    private void replace(Existing existing, Layout layout, List<Finder.Found> found, Previous previous, Made made,
            boolean isNew, List<Path> created, long sum) throws IOException {
        List<Item> items = layout.items(found, previous);
        List<Path> missing = missing(layout, isNew);
        created.addAll(missing);
        Replacement replacement = new Replacement(place, dir, disk, existing, kind, items, sum);
        boolean sound = existing.kind() == kind && missing.isEmpty()
                && Manifest.looksWhole(dir.resolve(Manifest.NAME));
        if (sound && replacement.changes() == 0) {
            disk.purge(dir.resolve(Listing.STAGING));
        } else {
            // One change in place is as good as a swap, and cheaper.
            boolean whole = isNew || (existing.foreign().isEmpty() && !(sound && replacement.changes() == 1));
            replacement.build(made.parts(), layout.folders(), options.hardLinks(), whole);
            disk.removeDirectory(made.parts().resolve(COPIES));
            appear(replacement, layout, made, isNew, whole);
        }
    }

    private List<Path> missing(Layout layout, boolean isNew) {
        List<Path> missing = new ArrayList<>();
        if (isNew) {
            missing.add(place.shown());
        }
        for (String folder : layout.folders()) {
            if (isNew || !Files.exists(dir.resolve(folder))) {
                missing.add(place.shown().resolve(folder));
            }
        }
        return missing;
    }

    private void appear(Replacement replacement, Layout layout, Made made, boolean isNew, boolean whole)
            throws IOException {
        if (isNew) {
            replacement.appear(made.parts(), made.held());
            return;
        }
        Path name = dir.resolve(Listing.STAGING);
        if (!whole || !replacement.swap(name, made.parts(), made.held(), held)) {
            try (Parts folder = new Parts(held)) {
                replacement.update(name, made.parts(), folder, layout.folders());
            }
        }
    }

    /// Copies out what cannot be linked to.
    ///
    /// @return the messages without those that could not be copied
    private List<Finder.Found> copy(List<Finder.Found> found, Parts staging, Map<Finder.Found, Path> copies,
            List<MessageRef> vanished, List<Problem> problems) throws IOException {
        List<Finder.Found> wanted = new ArrayList<>();
        for (Finder.Found message : found) {
            if (message.copy()) {
                wanted.add(message);
            }
        }
        if (wanted.isEmpty()) {
            return found;
        }
        disk.makeDirectory(staging.resolve(COPIES));
        staging.hold(COPIES);
        Set<Finder.Found> there = new Copies(new FileTarget(staging, copies), vanished, problems).read(wanted);
        Set<Finder.Found> all = new LinkedHashSet<>(found);
        for (Finder.Found message : wanted) {
            if (!there.contains(message)) {
                all.remove(message);
            }
        }
        return new ArrayList<>(all);
    }

    /// Writes each message into a file of its own.
    private final class FileTarget implements Copies.Target {
        private final Parts into;
        private final Map<Finder.Found, Path> copies;
        private final byte[] buffer = new byte[1 << 16];

        FileTarget(Parts into, Map<Finder.Found, Path> copies) {
            this.into = into;
            this.copies = copies;
        }

        @Override
        public void take(Finder.Found found, InputStream bytes) throws IOException {
            Path file = into.resolve(COPIES + "/" + found.id());
            copies.put(found, file);
            try (OutputStream out = new BufferedOutputStream(disk.create(file), 1 << 13)) {
                Copies.header(out, found.ref().path());
                for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                    out.write(buffer, 0, read);
                }
            }
        }

        @Override
        public void drop(Finder.Found found) throws IOException {
            disk.delete(into.resolve(COPIES + "/" + found.id()));
            copies.remove(found);
        }
    }
}
