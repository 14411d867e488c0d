package majix.vfolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import majix.formats.Flag;
import majix.formats.MessageRef;
import majix.formats.Problem;
import org.jspecify.annotations.Nullable;

/// A folder that search results are written into, for mail programs to open. Nothing on the disk changes before
/// [#finish]; closed without it, everything is as it was. Not thread-safe.
///
/// A folder is written if it is new, empty, or majix's own; also if mairix made it, so that an old mfolder goes on
/// working: a Maildir with nothing but mairix's entries in `cur` and `new`, an MH folder with nothing but symbolic
/// links and mairix's copies, an mbox with nothing but mairix's copies. What mairix left there is replaced.
public final class VFolder implements AutoCloseable {
    private final Result result;
    private final List<Hit> hits = new ArrayList<>();

    /// What the user wants.
    ///
    /// @param hardLinks hard links to message files instead of symbolic ones
    /// @param augment keep the earlier results, add those that are not there yet
    /// @param force write also into a directory that holds other things, beside them
    /// @param sources the folders that are indexed (Maildirs, MH directories, mbox files): never written to
    /// @param index the directory that the index lies in: never written to either; null if there is none
    public record Options(boolean hardLinks, boolean augment, boolean force, Collection<Path> sources,
            @Nullable Path index) {
        public Options {
            sources = List.copyOf(sources);
        }

        /// Options where no index is near.
        public Options(boolean hardLinks, boolean augment, boolean force, Collection<Path> sources) {
            this(hardLinks, augment, force, sources, null);
        }
    }

    /// What became of the hits.
    ///
    /// @param messages how many of them are in the folder, each message counted once
    /// @param vanished those that are not, because their file is gone or too short
    /// @param problems files that could not be read; their messages are not in the folder
    /// @param created directories that were made, parents first
    public record Outcome(int messages, List<MessageRef> vanished, List<Problem> problems, List<Path> created) {
        public Outcome {
            vanished = List.copyOf(vanished);
            problems = List.copyOf(problems);
            created = List.copyOf(created);
        }
    }

    private VFolder(Result result) {
        this.result = result;
    }

    /// Looks at a folder, existing or not, and gets ready to write into it.
    ///
    /// @param target the folder; a relative path is relative to the working directory
    /// @throws FolderRefusedException if it could hold something of the user's, or touches a source folder
    /// @throws IOException if it cannot be looked at
    public static VFolder open(VFolderKind kind, Path target, Options options) throws IOException {
        return open(kind, target, options, Disk.Steps.UNWATCHED);
    }

    static VFolder open(VFolderKind kind, Path target, Options options, Disk.Steps steps) throws IOException {
        Place place = Place.of(target);
        SourceGuard.check(place.shown(), options.sources);
        if (options.index != null) {
            SourceGuard.checkIndex(place.shown(), options.index);
        }
        Disk disk = new Disk(steps);
        return new VFolder(switch (kind) {
            case MAILDIR, MH -> new DirectoryResult(place, kind, options, disk);
            case MBOX -> new MboxResult(place, options, disk);
        });
    }

    /// Whether majix keeps results in a folder, perhaps beside other things.
    ///
    /// @param folder existing or not
    public static boolean isResult(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return false;
        }
        return Files.exists(manifest(folder));
    }

    /// Whether a file has the name of a list of what majix wrote into a result folder, or beside one that is a file.
    public static boolean isList(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(".") && name.endsWith(Manifest.NAME);
    }

    /// What tells the result that a folder was given last from all others that majix writes there. What a mail program does
    /// to the entries changes nothing about it.
    ///
    /// @param folder existing or not
    /// @return without blanks; empty if majix keeps no result there
    public static String stamp(Path folder) throws IOException {
        if (!isResult(folder)) {
            return "";
        }
        Path manifest = manifest(folder);
        return Files.getAttribute(manifest, "unix:ino") + "."
                + Files.getLastModifiedTime(manifest).to(TimeUnit.NANOSECONDS);
    }

    /// When majix last wrote another result into a folder.
    ///
    /// @param folder existing or not
    /// @return null if majix keeps no result there
    public static @Nullable FileTime written(Path folder) throws IOException {
        return isResult(folder) ? Files.getLastModifiedTime(manifest(folder)) : null;
    }

    private static Path manifest(Path folder) throws IOException {
        Place place = Place.of(folder);
        return Files.isDirectory(folder) ? place.path().resolve(Manifest.NAME) : place.beside(Manifest.NAME);
    }

    /// Adds a message; messages come in the order they are to have. One that was added already is passed over.
    ///
    /// @param flags the flags it had when it was indexed
    public void add(MessageRef ref, Set<Flag> flags) {
        add(ref, flags, -1);
    }

    /// Adds a message of which more is known; as [#add(MessageRef, Set)] otherwise.
    ///
    /// @param plainSize bytes of its file, if it is all of one that was not compressed when it was indexed; otherwise
    ///     -1. A file that still has this size is linked to without being opened
    public void add(MessageRef ref, Set<Flag> flags, long plainSize) {
        hits.add(new Hit(ref, flags, plainSize));
    }

    /// Tells those messages that were searched for from the others, which came with their threads: in a Maildir the former
    /// are flagged, the latter are not. Other kinds of folders show no difference.
    ///
    /// @param searched where the former lie; they are added as well
    public void mark(Collection<MessageRef> searched) {
        result.mark(new Marking(searched));
    }

    /// Writes the result and makes it visible. If it fails, the folder is as it was before; only one that holds entries
    /// of others can be changed in part, which the next search puts right.
    ///
    /// @throws FolderRefusedException if something foreign has come into the folder meanwhile
    /// @throws IOException if it cannot be written; also if a hard link that was asked for cannot be made
    public Outcome finish() throws IOException {
        return result.write(hits);
    }

    @Override
    public void close() {
        hits.clear();
    }
}
