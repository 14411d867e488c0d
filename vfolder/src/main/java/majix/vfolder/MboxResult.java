package majix.vfolder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import majix.formats.PrivateFiles;
import majix.formats.Problem;
import org.jspecify.annotations.Nullable;

/// A result that is one file with copies. The new file is written beside the old one and takes its name. Nobody's mail
/// can be lost: a file in which one message was not put by majix or mairix is refused, also with force.
final class MboxResult implements Result {
    private static final int TRIES = 100;

    private final VFolder.Options options;
    private final Disk disk;
    private Place place;
    private Path list;
    /// What was looked at last; empty if there was nothing.
    private String examined = "";
    private String stamp = "";

    MboxResult(Place place, VFolder.Options options, Disk disk) throws IOException {
        this.place = place;
        this.options = options;
        this.disk = disk;
        this.list = place.beside(Manifest.NAME);
        check();
    }

    /// Looks at the file early. Another majix may put a new one in its place meanwhile; what counts is the look at it under the
    /// lock.
    private void check() throws IOException {
        for (int i = 1;; i++) {
            try {
                examine();
                return;
            } catch (NoSuchFileException e) {
                if (i == TRIES) {
                    throw e;
                }
            }
        }
    }

    /// The messages that the present file holds, as far as they are known by their ids.
    ///
    /// @throws FolderRefusedException if it could hold mail of the user's
    private List<MboxList.Entry> examine() throws IOException {
        examined = "";
        if (!place.exists()) {
            return List.of();
        }
        if (!Files.isRegularFile(place.path(), LinkOption.NOFOLLOW_LINKS)) {
            throw new FolderRefusedException(place.shown(), "is no file, and the results are to be an mbox",
                    "Remove it, or name another file with -o or mfolder=");
        }
        examined = identity(place.path());
        stamp = stamp(place.path());
        Manifest manifest = manifest();
        MboxList known = manifest == null ? new MboxList() : MboxList.of(manifest);
        List<MboxList.Entry> held = known.of(stamp);
        if (!held.isEmpty() || Files.size(place.path()) == 0) {
            return held;
        }
        MboxHeads heads = MboxHeads.read(place.path(), Files.exists(list));
        if (!heads.isResult()) {
            throw new FolderRefusedException(place.shown(), "holds what majix did not write",
                    "Move it away, or name another file with -o or mfolder=");
        }
        // A mail program changed flags in it, or deleted messages.
        return known.among(heads.prints());
    }

    private @Nullable Manifest manifest() throws IOException {
        try {
            return Manifest.read(list);
        } catch (Manifest.DamagedException e) {
            // The file itself tells what it is; only its ids are lost, and a later -a may add a message again.
            return null;
        }
    }

    /// What tells this state of a file from another one.
    private static String stamp(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return attributes.size() + "." + attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
    }

    /// What tells a file from every other one, and this state of it.
    private static String identity(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class,
                LinkOption.NOFOLLOW_LINKS);
        return attributes.fileKey() + "." + attributes.size() + "."
                + attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
    }

    @Override
    public VFolder.Outcome write(List<Hit> hits) throws IOException {
        List<Path> created = disk.makeDirectories(place.parent());
        try (Held parent = Held.open(place.parent())) {
            place = place.in(parent);
            list = place.beside(Manifest.NAME);
            try {
                return locked(hits, created);
            } catch (IOException e) {
                throw parent.told(e);
            }
        }
    }

    private VFolder.Outcome locked(List<Hit> hits, List<Path> created) throws IOException {
        place.checkBeside();
        try (FolderLock lock = lock()) {
            comeBack();
            try {
                return write(hits, lock, created);
            } catch (IOException | RuntimeException e) {
                disk.delete(place.next());
                disk.delete(place.sorted());
                throw e;
            }
        }
    }

    /// Gives a file its name again that a killed search had moved away.
    private void comeBack() throws IOException {
        if (!Files.isRegularFile(place.old(), LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!place.exists()) {
            disk.moveIn(place.old(), place.path());
        } else if (MboxHeads.read(place.old(), Files.exists(list)).isResult()) {
            disk.delete(place.old());
        } else {
            throw new FolderRefusedException(place.shown(), "has a file beside it that is no result ("
                    + VisibleText.of(String.valueOf(place.old().getFileName())) + ")", "Move it away");
        }
    }

    /// The lock is on the new file itself; with its renaming it is gone.
    private FolderLock lock() throws IOException {
        return FolderLock.take(place.shown(), new FolderLock.Attempt() {
            @Override
            public @Nullable FolderLock tryTake() throws IOException {
                if (Files.isDirectory(place.next(), LinkOption.NOFOLLOW_LINKS)) {
                    // A killed search can have left what was to be a directory.
                    disk.purge(place.next());
                }
                return isShared(place.next()) ? null : FolderLock.tryTake(place.next());
            }
        });
    }

    /// Whether a name is one of several of a file, which cannot be one of majix's in the making: then the name goes, and
    /// the file stays.
    private boolean isShared(Path file) throws IOException {
        boolean shared = Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                && (Integer) Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS) > 1;
        if (shared) {
            disk.delete(file);
        }
        return shared;
    }

    private VFolder.Outcome write(List<Hit> hits, FolderLock lock, List<Path> created) throws IOException {
        List<MboxList.Entry> before = examine();
        List<MboxList.Entry> stays = options.augment() ? before : List.of();
        Set<String> kept = new HashSet<>();
        for (MboxList.Entry entry : stays) {
            kept.add(entry.id());
        }
        Finder finder = Finder.copying(hits.size());
        for (Hit hit : hits) {
            finder.find(hit);
        }
        List<Finder.Found> wanted = new ArrayList<>();
        for (Finder.Found found : finder.found()) {
            if (!kept.contains(found.id())) {
                wanted.add(found);
            }
        }
        List<Problem> problems = finder.problems();
        disk.step("write");
        Spool spool = new Spool(lock.channel(), place.next());
        if (options.augment() && place.exists()) {
            spool.appendMbox(place.path());
        }
        long head = spool.position();
        MboxPieces pieces = new MboxPieces(spool);
        new Copies(pieces, finder.vanished(), problems).read(wanted);
        spool.flush();
        Path ready = pieces.inOrder(wanted, head) ? place.next() : sort(lock.channel(), head, pieces.sorted(wanted));
        appear(ready, before, stays, pieces.entries(wanted));
        int messages = finder.found().size() - wanted.size() + pieces.count();
        return new VFolder.Outcome(messages, finder.vanished(), problems, created);
    }

    private Path sort(FileChannel from, long head, List<MboxPieces.Piece> pieces) throws IOException {
        disk.step("sort");
        Files.deleteIfExists(place.sorted());
        try (FileChannel to = PrivateFiles.create(place.sorted())) {
            Spool spool = new Spool(to, place.sorted());
            spool.append(from, 0, head);
            for (MboxPieces.Piece piece : pieces) {
                spool.append(from, piece.start(), piece.end());
            }
        }
        return place.sorted();
    }

    /// Puts the new file in place. The list names what the old file held as well, each with the stamp of its file, so
    /// that it is right whichever of the two stands there.
    private void appear(Path ready, List<MboxList.Entry> before, List<MboxList.Entry> kept, List<MboxList.Entry> added)
            throws IOException {
        MboxList both = new MboxList();
        if (place.exists()) {
            if (!identity(place.path()).equals(examined)) {
                throw place.replaced();
            }
            Files.setPosixFilePermissions(ready, Files.getPosixFilePermissions(place.path()));
            // of the file that was looked at, not of what it is by now
            both.add(before, stamp);
        }
        boolean lasting = options.augment() && !examined.isEmpty();
        if (lasting) {
            // What earlier searches found is nowhere else.
            disk.force(ready);
        }
        String next = stamp(ready);
        both.add(kept, next);
        both.add(added, next);
        both.manifest().replace(list, place.beside(".majix-list"), lasting, disk);
        replace(ready);
        if (!ready.equals(place.next())) {
            disk.delete(place.next());
        }
    }

    /// Gives the new file its name. The old one steps aside first, and only if it turns out to be what was looked at, the
    /// new one comes: what somebody put there, or wrote into it, meanwhile stays.
    private void replace(Path ready) throws IOException {
        if (!examined.isEmpty()) {
            disk.rename(place.path(), place.old());
            if (!identity(place.old()).equals(examined)) {
                disk.moveIn(place.old(), place.path());
                throw place.replaced();
            }
        }
        try {
            disk.moveIn(ready, place.path());
        } catch (FileAlreadyExistsException e) {
            throw place.replaced();
        }
        if (!examined.isEmpty()) {
            if (!identity(place.old()).equals(examined)) {
                throw new FolderRefusedException(place.shown(),
                        "was written by somebody else in the last moment; what it"
                                + " held is in " + VisibleText.of(String.valueOf(place.old().getFileName())),
                        "Move that away");
            }
            disk.delete(place.old());
        }
    }
}
