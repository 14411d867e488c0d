package majix.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import majix.indexer.Hits;
import majix.vfolder.VisibleText;

/// Counts hits that have something in common.
final class HitGroups {
    private static final int COLUMN = 8;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy-MM");

    /// What they have in common.
    enum Key {
        FROM,
        DOMAIN,
        MONTH,
        FOLDER,
        LIST,
        THREAD;

        Found.Depth depth() {
            return switch (this) {
                case FROM, DOMAIN, LIST -> Found.Depth.HEADER;
                case MONTH, FOLDER, THREAD -> Found.Depth.NOTHING;
            };
        }
    }

    /// Hits of one group.
    private static final class Group {
        private final String name;
        private final int first;
        private int count;
        private String subject = "";

        private Group(String name, int first) {
            this.name = name;
            this.first = first;
        }
    }

    private final Key key;
    private final OutputOptions options;
    private final Hits hits;
    private final Console console;
    private final ZoneId zone = ZoneId.systemDefault();

    private HitGroups(Key key, OutputOptions options, Hits hits, Console console) {
        this.key = key;
        this.options = options;
        this.hits = hits;
        this.console = console;
    }

    /// Prints the groups.
    static void print(Key key, OutputOptions options, Hits hits, Console console) throws IOException {
        HitGroups groups = new HitGroups(key, options, hits, console);
        List<Group> all = groups.counted();
        int from = Math.min(options.offset, all.size());
        List<Group> shown = all.subList(from, from + Math.min(options.limit, all.size() - from));
        if (key == Key.THREAD) {
            groups.readSubjects(shown);
        }
        groups.print(shown);
    }

    private List<Group> counted() throws IOException {
        int[] all = new int[hits.size()];
        Arrays.setAll(all, i -> i);
        Map<String, Group> groups = new HashMap<>();
        HitMessages.read(hits, all, key.depth(), console, found -> {
            String name = name(found);
            Group group = groups.get(name);
            if (group == null) {
                group = new Group(name, found.index());
                groups.put(name, group);
            }
            group.count++;
        });
        Comparator<Group> byName = Comparator.comparing(group -> group.name);
        Comparator<Group> bySize = Comparator.<Group>comparingInt(group -> -group.count)
                .thenComparingInt(group -> key == Key.THREAD ? group.first : 0).thenComparing(byName);
        List<Group> sorted = new ArrayList<>(groups.values());
        sorted.sort(key == Key.MONTH ? byName : bySize);
        return sorted;
    }

    private String name(Found found) throws IOException {
        return switch (key) {
            case FROM -> Senders.address(found.from());
            case DOMAIN -> Senders.domain(Senders.address(found.from()));
            case MONTH -> MONTH.format(found.date(zone));
            case FOLDER -> new String(hits.folder(found.index()), StandardCharsets.UTF_8);
            case LIST -> found.list();
            case THREAD -> String.valueOf(hits.thread(found.index()));
        };
    }

    private void readSubjects(List<Group> groups) throws IOException {
        int[] first = new int[groups.size()];
        Arrays.setAll(first, i -> groups.get(i).first);
        int[] next = {0};
        HitMessages.read(hits, first, Found.Depth.HEADER, console,
                found -> groups.get(next[0]++).subject = found.subject());
    }

    private void print(List<Group> groups) throws IOException {
        boolean csv = "csv".equals(options.format);
        boolean json = "json".equals(options.format);
        if (csv) {
            CsvFormat.line(row("count", "group", "subject"), console.out());
        }
        for (Group group : groups) {
            String count = String.valueOf(group.count);
            if (csv) {
                CsvFormat.line(row(count, group.name, group.subject), console.out());
            } else if (json) {
                Json line = new Json().put("version", JsonFormat.VERSION).put("count", (long) group.count)
                        .put("group", group.name);
                console.print((key == Key.THREAD ? line.put("subject", group.subject) : line).toString());
            } else {
                String name = group.name.isEmpty() ? "(none)" : group.name;
                console.print(" ".repeat(Math.max(0, COLUMN - count.length())) + count + "  "
                        + VisibleText.of(key == Key.THREAD ? name + "  " + group.subject : name));
            }
        }
    }

    private List<String> row(String count, String group, String subject) {
        return key == Key.THREAD ? List.of(count, group, subject) : List.of(count, group);
    }
}
