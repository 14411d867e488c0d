package majix.indexer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import majix.formats.Container;
import majix.formats.Entry;
import majix.formats.FileNames;
import majix.formats.FolderSpec;
import majix.formats.Inode;
import majix.formats.MessageFiles;
import majix.formats.StoreKind;
import org.jspecify.annotations.Nullable;

/// Who takes what in one run, so that no message is lost and none indexed twice. A directory may be a folder of several
/// kinds: a Maildir with an mbox in it that `files=` finds, for one. Each kind has it once, whatever its names, and what
/// Maildirs, MH folders and mboxes take is none of `files=`.
final class Claims {
    private final Map<Object, Set<StoreKind>> kinds = new HashMap<>();
    private final List<Path> maildirs = new ArrayList<>();
    private final List<Path> mboxes = new ArrayList<>();
    private @Nullable Held held;

    /// What trees of anything are not to take, asked for when the first of them is met.
    ///
    /// @param parts identities of `cur` and `new` of all Maildirs
    /// @param mboxes by inode number
    private record Held(Set<Object> parts, Map<Long, List<Path>> mboxes) {}

    /// Trees of anything come last.
    static List<FolderSpec> inOrder(List<FolderSpec> folders) {
        List<FolderSpec> sorted = new ArrayList<>(folders);
        sorted.sort(Comparator.comparing(spec -> spec.kind() == StoreKind.FILES));
        return sorted;
    }

    /// Those folders that are not taken already, as the index is to know them.
    ///
    /// @param found of one kind
    List<Container> take(List<Container> found) {
        List<Container> mine = new ArrayList<>();
        for (Container container : found) {
            Set<StoreKind> before = kinds.computeIfAbsent(container.identity(), _ -> EnumSet.noneOf(StoreKind.class));
            int others = before.size();
            boolean free = container.kind() != StoreKind.FILES || !held().parts.contains(container.identity());
            if (free && before.add(container.kind())) {
                mine.add(container.behind(others));
                switch (container.kind()) {
                    case MAILDIR -> maildirs.add(container.path());
                    case MBOX -> mboxes.add(container.path());
                    case MH, FILES -> {
                    }
                }
            }
        }
        return mine;
    }

    /// Tells which files in a container belong to a folder of another kind. May be asked in any thread.
    Predicate<Entry> taken(Container container) {
        if (container.kind() != StoreKind.FILES) {
            return _ -> false;
        }
        Set<StoreKind> others = EnumSet.noneOf(StoreKind.class);
        others.addAll(kinds.getOrDefault(container.identity(), Set.of()));
        others.remove(StoreKind.FILES);
        Map<Long, List<Path>> known = held().mboxes;
        return entry -> others.stream().anyMatch(kind -> kind.takes(entry.name()))
                || known.getOrDefault(entry.inode(), List.of()).stream()
                        .anyMatch(mbox -> isSame(mbox, FileNames.resolve(container.path(), entry.name()))
                                && isMbox(mbox));
    }

    private Held held() {
        if (held == null) {
            held = new Held(new HashSet<>(), new HashMap<>());
            for (Path maildir : maildirs) {
                addPart(maildir.resolve("cur"), held.parts);
                addPart(maildir.resolve("new"), held.parts);
            }
            for (Path mbox : mboxes) {
                addMbox(mbox, held.mboxes);
            }
        }
        return held;
    }

    private static void addPart(Path directory, Set<Object> parts) {
        try {
            Object identity = Files.readAttributes(directory, BasicFileAttributes.class).fileKey();
            parts.add(identity == null ? directory.toRealPath() : identity);
        } catch (IOException e) {
            // whoever walks there cannot look at it either
        }
    }

    private static void addMbox(Path mbox, Map<Long, List<Path>> mboxes) {
        try {
            mboxes.computeIfAbsent(Inode.of(mbox).number(), _ -> new ArrayList<>()).add(mbox);
        } catch (IOException e) {
            // it is gone, or whoever lists it cannot look at it either
        }
    }

    /// Whether a file that a wildcard of `mbox=` takes in is one.
    private static boolean isMbox(Path file) {
        try {
            return MessageFiles.isMbox(file);
        } catch (IOException e) {
            // whoever reads it will tell
            return true;
        }
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            return false;
        }
    }
}
