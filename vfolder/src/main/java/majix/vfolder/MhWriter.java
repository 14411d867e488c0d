package majix.vfolder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Lays an MH folder out: numbers from 1 in the order of the hits; numbers that foreign entries have are passed over.
/// With them comes [EntryName#SEQUENCES], unless there is one of somebody else, or mail of somebody else that it would be for.
final class MhWriter implements Layout {
    /// Stands for the file with the marks where messages have an id.
    private static final String MARKS = "-";

    @Override
    public List<String> folders() {
        return List.of();
    }

    @Override
    public List<Item> items(List<Finder.Found> found, Previous previous) {
        Map<String, Existing.Own> earlier = new HashMap<>();
        for (Existing.Own own : previous.own()) {
            earlier.put(own.path(), own);
        }
        List<Item> items = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        int number = previous.isAugmented() ? keep(previous, items, ids) : 0;
        for (Finder.Found message : found) {
            if (ids.add(message.id())) {
                do {
                    number++;
                } while (previous.isForeign(Integer.toString(number)));
                String name = Integer.toString(number);
                Item.Content content = previous.content(message, earlier.get(name));
                items.add(new Item(message.id(), name, name, content));
            }
        }
        if (!previous.isForeign(EntryName.SEQUENCES) && !previous.hasForeignNumbers()) {
            items.add(sequences(items, earlier, previous.isAugmented()));
        }
        return items;
    }

    /// The marks stay as long as each number is that of the same message.
    private static Item sequences(List<Item> items, Map<String, Existing.Own> earlier, boolean augmented) {
        boolean stays = earlier.containsKey(EntryName.SEQUENCES);
        if (!augmented) {
            stays &= earlier.size() == items.size() + 1;
            for (Item item : items) {
                Existing.Own own = earlier.get(item.path());
                stays &= own != null && own.id().equals(item.id());
            }
        }
        return new Item(MARKS, EntryName.SEQUENCES, EntryName.SEQUENCES,
                stays ? new Item.Content.Kept() : new Item.Content.Empty());
    }

    /// Keeps the earlier results under their numbers.
    ///
    /// @return the highest number
    private static int keep(Previous previous, List<Item> items, Set<String> ids) {
        List<Existing.Own> sorted = new ArrayList<>(previous.own());
        sorted.removeIf(own -> own.path().equals(EntryName.SEQUENCES));
        sorted.sort(Comparator.comparingInt(own -> Integer.parseInt(own.path())));
        int highest = 0;
        for (Existing.Own own : sorted) {
            Optional<Item.Content> content = previous.kept(own);
            if (content.isPresent()) {
                String id = previous.id(own);
                ids.add(id);
                items.add(new Item(id, own.name(), own.path(), content.get()));
                highest = Integer.parseInt(own.path());
            }
        }
        return highest;
    }
}
