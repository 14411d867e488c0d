package majix.cli;

import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import majix.indexer.Hits;
import majix.vfolder.VisibleText;
import org.jspecify.annotations.Nullable;

/// `majix thread`: the threads of the hits as trees of replies.
final class ThreadCommand {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");

    /// Deeper replies stand no further to the right.
    private static final int DEEPEST = 60;

    private final Colors colors;
    private final Console console;
    private final @Nullable JsonFormat json;
    private final ZoneId zone = ZoneId.systemDefault();

    private ThreadCommand(OutputOptions options, Environment env, Console console) {
        this.colors = Colors.of(options.color, env, console);
        this.console = console;
        this.json = options.format == null ? null : new JsonFormat();
    }

    /// Prints the trees.
    ///
    /// @param hits with all of their threads
    /// @return the exit status
    static int print(OutputOptions options, Hits hits, Environment env, Console console) throws IOException {
        ThreadCommand command = new ThreadCommand(options, env, console);
        List<List<Integer>> threads = threads(hits);
        int from = Math.min(options.offset, threads.size());
        int to = from + Math.min(options.limit, threads.size() - from);
        for (List<Integer> thread : threads.subList(from, to)) {
            command.print(hits, thread);
        }
        return hits.size() > 0 ? Failure.DONE : Failure.NO_HIT;
    }

    private static List<List<Integer>> threads(Hits hits) throws IOException {
        Map<Integer, List<Integer>> threads = new LinkedHashMap<>();
        for (int i = 0; i < hits.size(); i++) {
            List<Integer> thread = threads.get(hits.thread(i));
            if (thread == null) {
                thread = new ArrayList<>();
                threads.put(hits.thread(i), thread);
            }
            thread.add(i);
        }
        return new ArrayList<>(threads.values());
    }

    private void print(Hits hits, List<Integer> thread) throws IOException {
        List<Found> messages = new ArrayList<>();
        HitMessages.read(hits, thread.stream().mapToInt(Integer::intValue).toArray(),
                json == null ? Found.Depth.HEADER : json.depth(), console, messages::add);
        if (json != null) {
            for (ThreadNode root : ThreadTrees.of(messages)) {
                objects(root, json);
            }
            return;
        }
        long matching = thread.stream().filter(hits::matches).count();
        console.print(colors.strong("thread: " + counted(thread.size(), "message") + ", " + counted(matching, "hit")));
        for (ThreadNode root : ThreadTrees.of(messages)) {
            new Drawing(root).draw();
        }
    }

    /// Each message of a tree, in the order in which it is drawn, with its place.
    private void objects(ThreadNode root, JsonFormat format) throws IOException {
        record Place(ThreadNode node, String parent, long level) {}

        List<Place> open = new ArrayList<>(List.of(new Place(root, "", 0)));
        while (!open.isEmpty()) {
            Place place = open.removeLast();
            Found found = place.node.found();
            if (found != null) {
                Json object = format.object(found).put("parent", place.parent).put("level", place.level);
                console.print(object.toString());
            }
            for (ThreadNode child : place.node.children().reversed()) {
                open.add(new Place(child, place.node.id(), place.level + 1));
            }
        }
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /// One tree.
    private final class Drawing {
        private final List<Line> open = new ArrayList<>();

        /// A node that waits to be drawn.
        ///
        /// @param before what is drawn before it
        /// @param below what is drawn before those below it
        /// @param subject the subject above it
        private record Line(ThreadNode node, String before, String below, String subject) {}

        Drawing(ThreadNode root) {
            open.add(new Line(root, "", "", ""));
        }

        void draw() throws IOException {
            while (!open.isEmpty()) {
                Line line = open.removeLast();
                Found found = line.node.found();
                String subject = found == null ? line.subject : HitOrder.bareSubject(found.subject());
                console.print(found == null ? missing(line) : message(line, found, subject));
                List<ThreadNode> children = line.node.children();
                for (int i = children.size() - 1; i >= 0; i--) {
                    boolean last = i == children.size() - 1;
                    boolean deep = line.below.length() >= DEEPEST;
                    open.add(new Line(children.get(i), line.below + (last ? "└─ " : "├─ "),
                            deep ? line.below : line.below + (last ? "   " : "│  "), subject));
                }
            }
        }

        private String missing(Line line) {
            return "              " + line.before
                    + colors.faint("[missing] " + VisibleText.of("<" + line.node.id() + ">"));
        }

        private String message(Line line, Found found, String subject) {
            boolean hit = found.hits().matches(found.index());
            String name = VisibleText.of(Senders.name(found.from()));
            String told = subject.equals(line.subject) ? "" : "  " + VisibleText.of(found.subject());
            String text = (name.isEmpty() ? "(nobody)" : name) + (line.node.isCopy() ? " [copy]" : "") + told;
            return (hit ? "* " : "  ") + DAY.format(found.date(zone)) + "  " + line.before
                    + (hit ? colors.strong(text) : text);
        }
    }
}
