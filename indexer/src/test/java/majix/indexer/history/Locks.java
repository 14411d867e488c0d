package majix.indexer.history;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Folders that cannot be read. What an index holds of them stays as it is. Nothing is locked for root, who reads
/// everything.
final class Locks {
    static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    private final String base;
    private final TreeSet<String> locked = new TreeSet<>();

    Locks(String base) {
        this.base = base;
    }

    void lock(String path, boolean lock) {
        if (lock && !ROOT) {
            locked.add(path);
        } else {
            locked.remove(path);
        }
    }

    boolean some() {
        return !locked.isEmpty();
    }

    List<String> paths() {
        return List.copyOf(locked);
    }

    /// What an index should hold.
    ///
    /// @param readable what it should hold if all could be read
    /// @param before what it held
    List<Message> expected(List<Message> readable, @Nullable List<Message> before) {
        List<Message> expected = new ArrayList<>(readable);
        expected.removeIf(this::isBelow);
        if (before != null) {
            before.stream().filter(this::isBelow).forEach(expected::add);
        }
        return locked.isEmpty() ? readable : expected;
    }

    /// Whether there is something that a run has to tell.
    boolean hide(@Nullable List<Message> before) {
        return before != null && before.stream().anyMatch(this::isBelow);
    }

    private boolean isBelow(Message message) {
        return locked.stream().anyMatch(path -> (message.folder() + "/").startsWith(base + "/" + path + "/"));
    }
}
