package majix.vfolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import majix.formats.Flag;
import majix.formats.MessageFiles;
import majix.formats.MessageRef;

/// Finds where hits lie now: Maildir files may have been renamed since they were indexed, others may be gone.
final class Finder {
    private final boolean links;
    private final Set<Path> plain;
    private final Map<String, String> identities = new HashMap<>();
    private final List<Found> found = new ArrayList<>();
    private final List<MessageRef> vanished = new ArrayList<>();

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
    /// @param plain files that are known not to be compressed, because there are links to them from an earlier search
    static Finder linking(Set<Path> plain) {
        return new Finder(true, plain);
    }

    /// Copies of everything are wanted.
    static Finder copying() {
        return new Finder(false, Set.of());
    }

    private Finder(boolean links, Set<Path> plain) {
        this.links = links;
        this.plain = plain;
    }

    /// Looks for one hit; a message that came already is passed over.
    void find(MessageRef ref, Set<Flag> flags) {
        String identity = SourceId.identity(ref);
        String id;
        String other;
        int salt = 0;
        do {
            id = SourceId.hash(identity, salt++);
            other = identities.putIfAbsent(id, identity);
        } while (other != null && !other.equals(identity));
        if (other == null) {
            find(id, ref, flags);
        }
    }

    private void find(String id, MessageRef ref, Set<Flag> flags) {
        if (ref instanceof MessageRef.Slice) {
            found.add(new Found(id, ref, flags, true));
        } else if (!isTaken(id, ref.path(), flags) && !isRenamed(id, ref.path())) {
            vanished.add(ref);
        }
    }

    private boolean isRenamed(String id, Path file) {
        Path now = located(file).orElse(null);
        return now != null && isTaken(id, now, EntryName.flags(now.toString()));
    }

    /// Takes a file if it is there.
    private boolean isTaken(String id, Path path, Set<Flag> flags) {
        boolean copy = !links;
        boolean there;
        try {
            // To open a file tells whether it is there as well, which saves a second look at each of many hits.
            boolean known = copy || plain.contains(path);
            there = !known || Files.exists(path);
            copy |= !known && MessageFiles.isCompressed(path);
        } catch (IOException e) {
            // What cannot be read can still be linked to; the mail program will say what is wrong with it.
            there = Files.exists(path);
        }
        if (there) {
            found.add(new Found(id, new MessageRef.WholeFile(path), flags, copy));
        }
        return there;
    }

    /// The present name of a file that once had this one.
    static Optional<Path> now(Path file) {
        return Files.exists(file) ? Optional.of(file) : located(file);
    }

    private static Optional<Path> located(Path file) {
        try {
            return MessageFiles.locate(file);
        } catch (IOException e) {
            // A Maildir that cannot be listed gives no other name.
            return Optional.empty();
        }
    }

    /// The messages found, in the order they were looked for.
    List<Found> found() {
        return found;
    }

    /// The messages that are gone.
    List<MessageRef> vanished() {
        return vanished;
    }
}
