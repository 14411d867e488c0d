package majix.vfolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import majix.formats.Flag;
import majix.formats.MessageFiles;
import majix.formats.MessageRef;
import majix.formats.Problem;
import majix.formats.RenamedFiles;
import org.jspecify.annotations.Nullable;

/// Finds where hits lie now: Maildir files may have been renamed since they were indexed, others may be gone.
final class Finder {
    private final boolean links;
    private final Map<String, MessageRef> known;
    private final List<Found> found;
    private final RenamedFiles renamed = new RenamedFiles();
    /// Files that were found under other names than the index knows.
    private final Set<Path> moved = new HashSet<>();
    private final List<MessageRef> vanished = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    /// A message that is there.
    ///
    /// @param id what it is called in the result
    /// @param ref where it lies now
    /// @param flags its flags now
    /// @param copy whether it must be copied out: a part of a file, or compressed
    record Found(String id, MessageRef ref, Set<Flag> flags, boolean copy) {

        /// Whether it belongs into `new`: as its source in a Maildir; otherwise unless it was seen, if it is a part of a
        /// file.
        boolean isNew() {
            return ref instanceof MessageRef.Slice ? !flags.contains(Flag.SEEN) : SourceId.isNew(ref.path());
        }
    }

    /// Links are wanted where they can be.
    ///
    /// @param hits about how many will be looked for
    static Finder linking(int hits) {
        return new Finder(true, hits);
    }

    /// Copies of everything are wanted.
    ///
    /// @param hits about how many will be looked for
    static Finder copying(int hits) {
        return new Finder(false, hits);
    }

    private Finder(boolean links, int hits) {
        this.links = links;
        known = HashMap.newHashMap(hits);
        found = new ArrayList<>(hits);
    }

    /// Looks for one hit; a message that came already is passed over.
    void find(Hit hit) {
        String id;
        MessageRef other;
        int salt = 0;
        do {
            id = SourceId.hash(hit.ref(), salt++);
            other = known.putIfAbsent(id, hit.ref());
        } while (other != null && !isSame(other, hit.ref()));
        if (other == null) {
            find(id, hit);
        }
    }

    /// Whether two that have one id are one message. Two files of a Maildir whose names differ in their flags only are
    /// two, if both are there.
    private boolean isSame(MessageRef other, MessageRef ref) {
        if (other.equals(ref) || !SourceId.identity(other).equals(SourceId.identity(ref))) {
            return other.equals(ref);
        }
        return moved.contains(ref.path()) || !Files.exists(ref.path(), LinkOption.NOFOLLOW_LINKS);
    }

    private void find(String id, Hit hit) {
        MessageRef ref = hit.ref();
        if (ref instanceof MessageRef.Slice) {
            found.add(new Found(id, ref, hit.flags(), true));
        } else if (links && isUnchanged(ref.path(), hit.plainSize())) {
            found.add(new Found(id, ref, hit.flags(), false));
        } else if (!isTaken(id, ref.path(), hit.flags()) && !isRenamed(id, ref.path())) {
            missing(ref);
        }
    }

    private void missing(MessageRef ref) {
        IOException closed = closed(ref.path());
        if (closed == null) {
            vanished.add(ref);
        } else {
            problems.add(Copies.unreadable(ref.path(), closed));
        }
    }

    /// Why a file that seems to be gone cannot be looked at, mostly for want of a right; null if it is gone.
    static @Nullable IOException closed(Path file) {
        try {
            Files.readAttributes(file, BasicFileAttributes.class);
            return null;
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    /// Whether a file is there, and as the index knows it: its size tells both with one call of the system, and that
    /// without a file opened or an exception made for each of many hits.
    private static boolean isUnchanged(Path path, long plainSize) {
        return plainSize > 0 && path.toFile().length() == plainSize;
    }

    private boolean isRenamed(String id, Path file) {
        Path now = located(file).orElse(null);
        return now != null && moved.add(now) && isTaken(id, now, EntryName.flags(now.toString()));
    }

    /// Takes a file if it is there.
    private boolean isTaken(String id, Path path, Set<Flag> flags) {
        boolean copy = !links;
        boolean there;
        try {
            // To open a file tells whether it is there as well, which saves a second look at each of many hits.
            there = links || Files.exists(path);
            copy |= links && MessageFiles.isCompressed(path);
        } catch (IOException e) {
            // What cannot be read can still be linked to; the mail program will say what is wrong with it.
            there = Files.exists(path);
        }
        if (there) {
            found.add(new Found(id, new MessageRef.WholeFile(path), flags, copy));
        }
        return there;
    }

    private Optional<Path> located(Path file) {
        try {
            return renamed.renamed(file);
        } catch (IOException e) {
            // A Maildir that cannot be listed gives no other name.
            return Optional.empty();
        }
    }

    /// The messages found, in the order they were looked for.
    List<Found> found() {
        return found;
    }

    /// The messages that cannot be looked at.
    List<Problem> problems() {
        return problems;
    }

    /// The messages that are gone.
    List<MessageRef> vanished() {
        return vanished;
    }
}
