package majix.vfolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import majix.formats.MessageRef;
import majix.formats.RenamedFiles;
import org.jspecify.annotations.Nullable;

/// The earlier result in a directory, as far as it matters for the next one.
final class Previous {
    private final Path dir;
    private final Existing existing;
    private final VFolder.Options options;
    private final Map<Finder.Found, Path> copies;
    private final Map<String, Existing.Own> byName;
    private final RenamedFiles renamed = new RenamedFiles();

    /// @param copies where copies lie ready
    Previous(Path dir, Existing existing, VFolder.Options options, Map<Finder.Found, Path> copies) {
        this.dir = dir;
        this.existing = existing;
        this.options = options;
        this.copies = copies;
        this.byName = LinkedHashMap.newLinkedHashMap(existing.own().size());
        for (Existing.Own own : existing.own()) {
            String id = id(own);
            boolean named = id.equals(Existing.UNKNOWN) || EntryName.isMaildir(own.name(), id);
            byName.putIfAbsent(named ? own.name() : EntryName.maildir(id), own);
        }
    }

    /// The file that the link of an entry leads to, null if it is a copy or a hard link, or cannot be read: then it is
    /// made anew, or that fails and tells why. Read when it is wanted: most searches have little in common with the one
    /// before.
    private @Nullable Path target(Existing.Own own) {
        try {
            return Files.readSymbolicLink(dir.resolve(own.path()));
        } catch (IOException e) {
            return null;
        }
    }

    /// The earlier entries by the names that their messages have in a Maildir.
    Map<String, Existing.Own> byName() {
        return byName;
    }

    List<Existing.Own> own() {
        return existing.own();
    }

    /// Whether messages of others lie beside the results.
    boolean hasForeignNumbers() {
        return existing.foreign().stream().anyMatch(EntryName::isNumber);
    }

    boolean isForeign(String path) {
        return existing.foreign().contains(path);
    }

    /// Whether earlier results stay.
    boolean isAugmented() {
        return options.augment();
    }

    /// What an entry for a message is made of.
    ///
    /// @param own the entry that may stay; null if there is none, or if it would have to be called otherwise
    Item.Content content(Finder.Found found, Existing.@Nullable Own own) {
        if (found.copy()) {
            Path ready = copies.get(found);
            if (ready == null) {
                throw new IllegalStateException("no copy of " + found.ref());
            }
            return new Item.Content.Copy(ready);
        }
        Path file = found.ref().path();
        boolean stays = own != null && (options.hardLinks()
                ? isSame(dir.resolve(own.path()), file)
                : file.equals(target(own)));
        return stays ? new Item.Content.Kept() : new Item.Content.Link(file);
    }

    private static boolean isSame(Path entry, Path file) {
        try {
            Object key = Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .fileKey();
            return key != null && key.equals(Files.readAttributes(file, BasicFileAttributes.class).fileKey());
        } catch (IOException e) {
            return false;
        }
    }

    /// What an entry of an earlier search is made of, that the new one does not speak of: a link follows its message
    /// to a new name.
    ///
    /// @return empty if its message is gone
    Optional<Item.Content> kept(Existing.Own own) {
        Path target = target(own);
        if (target == null || Files.exists(dir.resolve(own.path())) || Finder.closed(target) != null) {
            return Optional.of(new Item.Content.Kept());
        }
        try {
            return renamed.locate(target).map(Item.Content.Link::new);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// The message of an earlier entry; what mairix wrote tells it by its link only.
    String id(Existing.Own own) {
        Path target = own.id().equals(Existing.UNKNOWN) ? target(own) : null;
        return target == null
                ? own.id()
                : SourceId.hash(SourceId.identity(new MessageRef.WholeFile(target)), 0);
    }
}
