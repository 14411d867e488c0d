package majix.vfolder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import majix.formats.Flag;
import majix.formats.MessageRef;

/// Shows in a Maildir which messages were searched for and which came with their threads. Marked entries have names of their
/// own: those of another search are never taken for them, nor their flags for flags that somebody set.
final class Marking {
    private static final int ID = 16;
    private static final String SEARCHED = "f";
    private static final String COMPANY = "c";

    private final Set<String> searched = new HashSet<>();

    /// @param searched the messages that were searched for
    Marking(Collection<MessageRef> searched) {
        for (MessageRef ref : searched) {
            this.searched.add(SourceId.identity(ref));
        }
    }

    /// The messages with other ids, and with flags that are the marks.
    List<Finder.Found> marked(List<Finder.Found> found) {
        List<Finder.Found> marked = new ArrayList<>(found.size());
        for (Finder.Found message : found) {
            boolean hit = searched.contains(SourceId.identity(message.ref()));
            Set<Flag> flags = EnumSet.noneOf(Flag.class);
            flags.addAll(message.flags());
            if (hit) {
                flags.add(Flag.FLAGGED);
            } else {
                flags.remove(Flag.FLAGGED);
            }
            marked.add(new Finder.Found(message.id() + (hit ? SEARCHED : COMPANY), message.ref(), flags,
                    message.copy()));
        }
        return marked;
    }

    /// The names that entries for a message have, marked or not.
    ///
    /// @param id of any of them
    static List<String> names(String id) {
        String plain = id.length() > ID ? id.substring(0, ID) : id;
        return List.of(EntryName.maildir(plain), EntryName.maildir(plain + SEARCHED),
                EntryName.maildir(plain + COMPANY));
    }
}
