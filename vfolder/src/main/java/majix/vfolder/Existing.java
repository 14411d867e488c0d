package majix.vfolder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What stands in a result directory before it is written, told apart into majix's own and what is not to be touched.
///
/// @param kind the kind it was written as
/// @param own majix's entries, and those that mairix left in a folder that holds nothing else
/// @param foreign all else, relative to the directory
record Existing(VFolderKind kind, List<Own> own, Set<String> foreign) {
    /// Stands for an entry whose message is not known.
    static final String UNKNOWN = "0";
    private static final String REMEDY = "Name another folder with -o or mfolder=, or let the results in beside it"
            + " with --force";

    /// One entry.
    ///
    /// @param path relative to the directory, as it is called now: a mail program may have changed its flags
    /// @param name its name in the manifest
    record Own(String id, String name, String path) {}

    /// Makes sure that a directory may be written, without a look at each of majix's own entries; [#examine] will do
    /// that.
    ///
    /// @throws FolderRefusedException as [#examine] does
    static void check(Path dir, Path shown, VFolderKind kind, boolean force) throws IOException {
        checkParts(dir, shown);
        if (!Manifest.looksWhole(dir.resolve(Manifest.NAME)) && manifest(dir) == null) {
            examine(dir, shown, kind, force);
        }
    }

    /// Looks at a directory.
    ///
    /// @param dir need not exist
    /// @param shown the directory as the user calls it
    /// @param kind what it will be
    /// @param force whether majix may write beside other things
    /// @throws FolderRefusedException if something is in it that majix did not write, and no manifest beside it
    static Existing examine(Path dir, Path shown, VFolderKind kind, boolean force) throws IOException {
        checkParts(dir, shown);
        Manifest manifest = manifest(dir);
        Listing listing = Listing.of(dir, manifest == null ? kind : manifest.kind());
        if (manifest != null) {
            return of(dir, manifest, listing);
        }
        boolean damaged = Files.exists(dir.resolve(Manifest.NAME));
        List<Own> mairix = mairix(dir, kind, listing, damaged);
        if (damaged && kind == VFolderKind.MH && mairix.size() == listing.messages().size()
                && isEmpty(dir.resolve(EntryName.SEQUENCES)) && listing.others().remove(EntryName.SEQUENCES)) {
            listing.messages().add(EntryName.SEQUENCES);
            mairix.add(new Own(UNKNOWN, EntryName.SEQUENCES, EntryName.SEQUENCES));
        }
        boolean alone = mairix.size() == listing.messages().size()
                && (listing.others().isEmpty()
                        || (!mairix.isEmpty() && (kind == VFolderKind.MAILDIR || dots(listing))));
        if (!alone && !force) {
            if (damaged) {
                throw new FolderRefusedException(shown, "has a damaged list of what majix wrote (.majix)",
                        "Delete the folder, or go on with --force");
            }
            String first = listing.messages().isEmpty() ? listing.others().getFirst() : listing.messages().getFirst();
            throw new FolderRefusedException(shown,
                    "holds what majix did not write (" + VisibleText.of(first) + ")", REMEDY);
        }
        List<Own> own = alone || damaged ? mairix : List.of();
        Set<String> foreign = new HashSet<>(listing.messages());
        foreign.addAll(listing.others());
        for (Own entry : own) {
            foreign.remove(entry.path);
        }
        return new Existing(kind, own, foreign);
    }

    /// Entries would be written and deleted where the link leads, which nobody has looked at.
    private static void checkParts(Path dir, Path shown) throws FolderRefusedException {
        for (String part : List.of("cur", "new", "tmp")) {
            if (Files.isSymbolicLink(dir.resolve(part))) {
                throw new FolderRefusedException(shown, "holds a symbolic link in the place of its directory " + part,
                        "Remove the link, or name another folder with -o or mfolder=");
            }
        }
    }

    /// The manifest; null if there is none that says something. A failure of the power takes what was written last, and
    /// is no reason to give up a folder with nothing of anybody else in it.
    private static @Nullable Manifest manifest(Path dir) throws IOException {
        try {
            Manifest manifest = Manifest.read(dir.resolve(Manifest.NAME));
            return manifest == null || manifest.kind() == VFolderKind.MBOX ? null : manifest;
        } catch (Manifest.DamagedException e) {
            return null;
        }
    }

    private static Existing of(Path dir, Manifest manifest, Listing listing) throws IOException {
        Map<String, String> ids = new HashMap<>();
        for (Manifest.Written written : manifest.entries()) {
            ids.put(written.name(), written.id());
        }
        List<Own> own = new ArrayList<>();
        Set<String> foreign = new HashSet<>(listing.others());
        for (String path : listing.messages()) {
            String name = EntryName.base(path);
            String id = ids.get(name);
            // A mail program gives a number again whose message was deleted; names in a Maildir are never the same.
            if (id != null && (manifest.kind() == VFolderKind.MAILDIR || isMade(dir.resolve(path)))) {
                own.add(new Own(id, name, path));
            } else {
                foreign.add(path);
            }
        }
        String marks = ids.get(EntryName.SEQUENCES);
        // Where somebody has put mail between the results, its marks are there too.
        if (marks != null && own.size() == listing.messages().size() && foreign.remove(EntryName.SEQUENCES)) {
            own.add(new Own(marks, EntryName.SEQUENCES, EntryName.SEQUENCES));
        }
        return new Existing(manifest.kind(), own, foreign);
    }

    /// Whether an own entry still is what majix made: a number can have been given to somebody's message since it was
    /// looked at. Names in a Maildir are never the same.
    boolean isStill(Path dir, String path) throws IOException {
        return kind != VFolderKind.MH || path.equals(EntryName.SEQUENCES) || Files.isSymbolicLink(dir.resolve(path))
                || !Files.exists(dir.resolve(path), LinkOption.NOFOLLOW_LINKS) || isMade(dir.resolve(path));
    }

    private static boolean isMade(Path entry) throws IOException {
        return isLinkOrCopy(entry, true)
                || (Integer) Files.getAttribute(entry, "unix:nlink", LinkOption.NOFOLLOW_LINKS) > 1;
    }

    /// The entries that mairix must have made, by their names in a Maildir, by what they are in an MH folder.
    ///
    /// @param cut whether the last of them may have been lost
    private static List<Own> mairix(Path dir, VFolderKind kind, Listing listing, boolean cut) throws IOException {
        List<Own> own = new ArrayList<>();
        for (String path : listing.messages()) {
            String name = EntryName.base(path);
            if (kind == VFolderKind.MAILDIR ? EntryName.isResult(name) : isLinkOrCopy(dir.resolve(path), cut)) {
                own.add(new Own(UNKNOWN, name, path));
            }
        }
        return own;
    }

    /// @param cut whether a copy counts of which nothing is left but a part of its first line, or zero bytes
    private static boolean isLinkOrCopy(Path entry, boolean cut) throws IOException {
        if (Files.isSymbolicLink(entry)) {
            return true;
        }
        if (!Files.isRegularFile(entry)) {
            return false;
        }
        byte[] header = Copies.HEADER.getBytes(StandardCharsets.ISO_8859_1);
        try (InputStream in = Files.newInputStream(entry)) {
            byte[] start = in.readNBytes(header.length);
            boolean begun = Arrays.equals(start, Arrays.copyOf(header, start.length));
            return begun && start.length == header.length
                    || cut && (begun || Arrays.equals(start, new byte[header.length]));
        }
    }

    private static boolean isEmpty(Path file) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) == 0;
    }

    private static boolean dots(Listing listing) {
        for (String other : listing.others()) {
            if (!other.startsWith(".")) {
                return false;
            }
        }
        return true;
    }
}
