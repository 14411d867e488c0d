package majix.vfolder;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lays a Maildir out as mairix does: `cur` or `new` as the source, flags in the name. A name tells the message, not
/// its place in the result, so that a message is called the same in each search that finds it.
final class MaildirWriter implements Layout {

    @Override
    public List<String> folders() {
        return List.of("cur", "new", "tmp");
    }

    @Override
    public List<Item> items(List<Finder.Found> found, Previous previous) {
        Map<String, Existing.Own> earlier = previous.byName();
        List<Item> items = new ArrayList<>(found.size());
        for (Finder.Found message : found) {
            String name = EntryName.maildir(message.id());
            items.add(item(message, name, earlier.get(name), previous));
        }
        if (previous.isAugmented()) {
            Set<String> names = HashSet.newHashSet(found.size());
            for (Finder.Found message : found) {
                names.addAll(Marking.names(message.id()));
            }
            for (Map.Entry<String, Existing.Own> entry : earlier.entrySet()) {
                if (names.add(entry.getKey())) {
                    keep(entry.getValue(), previous, items);
                }
            }
        }
        return items;
    }

    private static Item item(Finder.Found message, String name, Existing.@Nullable Own own, Previous previous) {
        Existing.Own stays = own != null && own.name().equals(name) ? own : null;
        Item.Content content = previous.content(message, stays);
        // A copy made again keeps the flags that its reader gave it; a link that leads elsewhere takes the new ones.
        if (stays != null && !(content instanceof Item.Content.Link)) {
            return new Item(message.id(), name, stays.path(), content);
        }
        String folder = message.isNew() ? "new/" : "cur/";
        String info = EntryName.info(message.flags());
        String free = name;
        String path = folder.concat(free).concat(info);
        for (String id = message.id(); previous.isForeign(path);) {
            id += "0";
            free = EntryName.maildir(id);
            path = folder + free + info;
        }
        return new Item(message.id(), free, path, content);
    }

    private static void keep(Existing.Own own, Previous previous, List<Item> items) {
        Optional<Item.Content> content = previous.kept(own);
        if (content.isEmpty()) {
            return;
        }
        String id = previous.id(own);
        String path = own.path();
        if (content.get() instanceof Item.Content.Link link) {
            String source = link.file().toString();
            path = (SourceId.isNew(link.file()) ? "new/" : "cur/") + own.name()
                    + EntryName.info(EntryName.flags(source));
        }
        items.add(new Item(id, own.name(), path, content.get()));
    }
}
