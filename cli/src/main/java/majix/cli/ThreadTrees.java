package majix.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes trees of the messages of one thread, by what their headers refer to (after J. Zawinski's way of threading).
final class ThreadTrees {
    private final Map<String, ThreadNode> byId = new HashMap<>();
    private final List<ThreadNode> all = new ArrayList<>();

    /// The trees of messages, in the order of their dates.
    static List<ThreadNode> of(List<Found> messages) {
        ThreadTrees trees = new ThreadTrees();
        messages.forEach(trees::add);
        List<ThreadNode> roots = new ArrayList<>();
        for (ThreadNode node : trees.all) {
            ThreadNode root = node.parent() == null ? pruned(node) : null;
            if (root != null) {
                roots.add(root);
            }
        }
        roots.sort(Comparator.comparingLong(ThreadNode::date));
        return roots;
    }

    /// Threads can be thousands of replies deep, so no method calls itself here.
    private static @Nullable ThreadNode pruned(ThreadNode root) {
        List<ThreadNode> order = new ArrayList<>(List.of(root));
        for (int i = 0; i < order.size(); i++) {
            order.addAll(order.get(i).children());
        }
        order.reversed().forEach(ThreadNode::prune);
        return root.kept();
    }

    private void add(Found found) {
        ThreadNode node = found.id().isEmpty() ? created("") : node(found.id());
        boolean copy = node.found() != null;
        if (copy) {
            node = created(found.id());
            node.setCopy();
        }
        node.setFound(found);
        ThreadNode above = null;
        for (String id : ancestors(found)) {
            ThreadNode next = node(id);
            if (above != null && next.parent() == null) {
                next.moveTo(above);
            }
            above = next;
        }
        if (above != null) {
            node.moveTo(above);
        }
    }

    /// The ids that a message refers to, its parent the last.
    private static List<String> ancestors(Found found) {
        List<String> ids = new ArrayList<>(found.message().references());
        String parent = parent(found.message().inReplyTo(), ids);
        if (parent != null) {
            // it stands among the others, wherever In-Reply-To stood among the headers
            ids.removeIf(parent::equals);
            ids.add(parent);
        }
        return ids;
    }

    /// The first id that In-Reply-To names: what stands between brackets, with no other bracket in between.
    private static @Nullable String parent(String inReplyTo, List<String> ids) {
        Set<String> known = inReplyTo.isEmpty() ? Set.of() : new HashSet<>(ids);
        int open = -1;
        for (int i = 0; i < inReplyTo.length(); i++) {
            if (inReplyTo.charAt(i) == '<') {
                open = i;
            } else if (inReplyTo.charAt(i) == '>' && open >= 0) {
                String id = inReplyTo.substring(open + 1, i);
                if (known.contains(id)) {
                    return id;
                }
                open = -1;
            }
        }
        return null;
    }

    private ThreadNode node(String id) {
        ThreadNode node = byId.get(id.toLowerCase(Locale.ROOT));
        if (node == null) {
            node = created(id);
            byId.put(id.toLowerCase(Locale.ROOT), node);
        }
        return node;
    }

    private ThreadNode created(String id) {
        ThreadNode node = new ThreadNode(id);
        all.add(node);
        return node;
    }
}
