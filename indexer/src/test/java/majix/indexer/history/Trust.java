package majix.indexer.history;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import majix.formats.StoreKind;

/// What a run that trusts the times of folders (`-F`) may take as unchanged although it is not: a file in a Maildir that
/// has the name of another one before, and a file in an MH folder written over, as long as that has its old time.
final class Trust {
    private final Map<String, Set<Tree.File>> known = new HashMap<>();
    private final Map<String, Long> times = new HashMap<>();

    /// Takes note of what a run finds.
    void look(Tree tree, List<Rc> rc) {
        known.clear();
        times.clear();
        visit(tree, rc, (key, file, _) -> {
            known.computeIfAbsent(key, _ -> new HashSet<>()).add(file);
            return false;
        });
        times.putAll(tree.times());
    }

    /// Whether a run need not see all that changed since.
    boolean mayDeceive(Tree tree, List<Rc> rc) {
        return visit(tree, rc, (key, file, folder) -> {
            Set<Tree.File> before = known.get(key);
            boolean changed = before != null && !before.equals(Set.of(file)) && !before.contains(file);
            return changed && (folder.isEmpty() || tree.times().get(folder).equals(times.get(folder)));
        });
    }

    private interface Visitor {
        /// @param folder the MH folder, empty for another kind
        boolean file(String key, Tree.File file, String folder);
    }

    private static boolean visit(Tree tree, List<Rc> rc, Visitor visitor) {
        boolean some = false;
        for (Rc each : rc) {
            if (each.kind() != StoreKind.MAILDIR && each.kind() != StoreKind.MH) {
                continue;
            }
            for (String container : each.containers(tree)) {
                String end = each.kind() == StoreKind.MAILDIR ? "/(cur|new)/[^/]*" : "/[^/]*";
                for (Map.Entry<String, Tree.File> file : tree.files().entrySet()) {
                    if (file.getKey().startsWith(container)
                            && file.getKey().substring(container.length()).matches(end)) {
                        String name = file.getKey().substring(file.getKey().lastIndexOf('/') + 1);
                        String folder = each.kind() == StoreKind.MH ? container : "";
                        some |= visitor.file(container + "/" + name.replaceAll(":2,.*", ""), file.getValue(), folder);
                    }
                }
            }
        }
        return some;
    }
}
