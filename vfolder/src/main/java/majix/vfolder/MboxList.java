package majix.vfolder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The [Manifest] beside an mbox, which names the messages of the file that stands there and those of the one before,
/// each with the stamp of its file, so that it is right whichever of the two that is.
final class MboxList {
    private final List<String> stamps = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();

    /// A message.
    ///
    /// @param print its [Fingerprint]; empty in lists that older versions wrote
    record Entry(String id, String print) {}

    /// The list that a manifest is.
    static MboxList of(Manifest manifest) {
        MboxList list = new MboxList();
        for (Manifest.Written written : manifest.entries()) {
            int slash = written.name().indexOf('/');
            String stamp = slash < 0 ? written.name() : written.name().substring(0, slash);
            list.add(new Entry(written.id(), slash < 0 ? "" : written.name().substring(slash + 1)), stamp);
        }
        return list;
    }

    /// Adds messages of a file.
    void add(List<Entry> more, String stamp) {
        for (Entry entry : more) {
            add(entry, stamp);
        }
    }

    private void add(Entry entry, String stamp) {
        entries.add(entry);
        stamps.add(stamp);
    }

    Manifest manifest() {
        List<Manifest.Written> written = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            String print = entry.print.isEmpty() ? "" : "/" + entry.print;
            written.add(new Manifest.Written(entry.id, stamps.get(i) + print));
        }
        return new Manifest(VFolderKind.MBOX, written);
    }

    /// The messages of the file with a stamp.
    List<Entry> of(String stamp) {
        List<Entry> of = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            if (stamps.get(i).equals(stamp)) {
                of.add(entries.get(i));
            }
        }
        return of;
    }

    /// The messages that a file still holds which a mail program wrote anew: it may have deleted some.
    ///
    /// @param prints the [Fingerprint]s in the file
    List<Entry> among(List<String> prints) {
        List<Entry> last = stamps.isEmpty() ? List.of() : of(stamps.getLast());
        if (last.size() == prints.size() && last.stream().allMatch(entry -> entry.print.isEmpty())) {
            return last;
        }
        Map<String, Integer> there = new HashMap<>();
        for (String print : prints) {
            there.merge(print, 1, Integer::sum);
        }
        Map<String, Entry> byId = new LinkedHashMap<>();
        for (Entry entry : entries) {
            byId.put(entry.id, entry);
        }
        List<Entry> among = new ArrayList<>();
        for (Entry entry : byId.values()) {
            if (there.merge(entry.print, -1, Integer::sum) >= 0) {
                among.add(entry);
            }
        }
        return among;
    }
}
