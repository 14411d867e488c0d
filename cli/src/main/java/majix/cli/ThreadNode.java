package majix.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message in the tree of a thread, or one that others refer to and that is not there.
final class ThreadNode {
    private final String id;
    private @Nullable Found found;
    private boolean copy;
    private @Nullable ThreadNode parent;
    private @Nullable ThreadNode kept;
    private long date;
    private final List<ThreadNode> children = new ArrayList<>();

    /// @param id the Message-ID as written; empty for a message without one
    ThreadNode(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    /// The message; null if it is missing.
    @Nullable
    Found found() {
        return found;
    }

    void setFound(Found message) {
        found = message;
    }

    /// Whether another message with the same Message-ID has come before.
    boolean isCopy() {
        return copy;
    }

    void setCopy() {
        copy = true;
    }

    @Nullable
    ThreadNode parent() {
        return parent;
    }

    List<ThreadNode> children() {
        return children;
    }

    /// Puts this below another, unless that is below this.
    void moveTo(ThreadNode other) {
        if (other == this || other.isBelow(this)) {
            return;
        }
        if (parent != null) {
            parent.children.remove(this);
        }
        parent = other;
        other.children.add(this);
    }

    private boolean isBelow(ThreadNode other) {
        // most are put somewhere before anything is put below them, and chains can be long
        ThreadNode up = other.children.isEmpty() ? null : parent;
        while (up != null && up != other) {
            up = up.parent;
        }
        return up != null;
    }

    /// The time of the message, or of the first below it; known when this is pruned.
    long date() {
        return date;
    }

    /// What stands in the place of this when it is pruned; null for nothing.
    @Nullable
    ThreadNode kept() {
        return kept;
    }

    /// Takes out what is missing and has nothing, or nothing but another missing message, below it, and puts the rest in
    /// order. Those below must have been pruned.
    void prune() {
        List<ThreadNode> left = new ArrayList<>();
        for (ThreadNode child : children) {
            if (child.kept != null) {
                left.add(child.kept);
            }
        }
        left.sort(Comparator.comparingLong(ThreadNode::date));
        children.clear();
        children.addAll(left);
        Found message = found;
        if (message != null) {
            date = message.hits().date(message.index());
            kept = this;
        } else if (!left.isEmpty()) {
            date = left.getFirst().date;
            kept = left.size() == 1 && left.getFirst().found == null ? left.getFirst() : this;
        }
    }
}
