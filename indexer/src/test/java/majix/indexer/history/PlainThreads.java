package majix.indexer.history;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Threads by union-find over ids: messages that have or mention the same id belong together.
final class PlainThreads {
    private final Map<String, String> parents = new HashMap<>();
    private final List<Message> messages;

    PlainThreads(List<Message> messages) {
        this.messages = messages;
        for (Message message : messages) {
            List<String> links = message.letter().links();
            for (String link : links) {
                parents.put(root(link), root(links.getFirst()));
            }
        }
    }

    private String root(String id) {
        String at = id;
        for (String up = parents.get(at); up != null && !up.equals(at); up = parents.get(at)) {
            at = up;
        }
        return at;
    }

    /// The messages and all others of their threads, in the order of all messages.
    List<Message> of(List<Message> hits) {
        Set<Message> matching = new HashSet<>(hits);
        Set<String> roots = new HashSet<>();
        for (Message hit : hits) {
            hit.letter().links().stream().map(this::root).forEach(roots::add);
        }
        return messages.stream().filter(message -> matching.contains(message)
                || message.letter().links().stream().map(this::root).anyMatch(roots::contains)).toList();
    }
}
