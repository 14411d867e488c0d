package majix.indexer.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An archive in memory, and the same on a [Disk] if there is one. Its clock is its own, so that a history is the same
/// each time it is played.
final class Tree {
    /// A file.
    ///
    /// @param mtime nanoseconds since the epoch
    record File(Node node, long mtime) {}

    private final @Nullable Disk disk;
    private final TreeMap<String, File> files = new TreeMap<>();
    private final TreeSet<String> directories = new TreeSet<>();
    private final Map<String, Long> times = new HashMap<>();
    private long clock = 1_704_067_200_000_000_000L;

    Tree(@Nullable Disk disk) {
        this.disk = disk;
    }

    SortedMap<String, File> files() {
        return files;
    }

    boolean isDirectory(String path) {
        return path.isEmpty() || directories.contains(path);
    }

    SortedSet<String> directories() {
        return directories;
    }

    /// When each directory was last changed.
    Map<String, Long> times() {
        return times;
    }

    private void changed(String directory) {
        times.put(directory, clock);
        if (disk != null) {
            disk.touchDirectory(directory, clock);
        }
    }

    /// Names of files and directories in a directory.
    List<String> names(String directory) {
        String prefix = directory.isEmpty() ? "" : directory + "/";
        TreeSet<String> names = new TreeSet<>();
        for (String path : files.keySet()) {
            names.add(path);
        }
        names.addAll(directories);
        return names.stream().filter(path -> path.startsWith(prefix) && path.length() > prefix.length())
                .map(path -> path.substring(prefix.length())).filter(rest -> rest.indexOf('/') < 0)
                .collect(Collectors.toList());
    }

    /// Whether some mbox can be split in several ways.
    boolean odd() {
        return files.values().stream().anyMatch(file -> file.node instanceof Node.Box box && box.odd());
    }

    /// Does what a step says to mail; others are nothing to a tree.
    void apply(Step step) {
        clock += 3_000_000_000L;
        switch (step) {
            case Step.Folder folder -> {
                makeDirectory(folder.path());
                if (folder.kind() == majix.formats.StoreKind.MAILDIR) {
                    List.of("cur", "new", "tmp").forEach(sub -> makeDirectory(folder.path() + "/" + sub));
                }
            }
            case Step.Deliver(var path, var letter, var gzip) ->
                write(path, new Node.Single(letter, gzip), clock, false);
            case Step.Scribble(var path, var text) -> write(path, new Node.Other(text), clock, false);
            case Step.Delete(var path) -> delete(path);
            case Step.Move(var from, var to) -> move(from, to);
            case Step.Copy(var from, var to, var withTime) -> {
                File file = files.get(from);
                if (file != null && !from.equals(to)) {
                    write(to, file.node, withTime ? file.mtime : clock, true);
                }
            }
            case Step.Touch(var path) -> {
                File file = files.get(path);
                if (file != null) {
                    write(path, file.node, clock, false);
                }
            }
            case Step.MoveFolder(var from, var to) -> moveFolder(from, to);
            case Step.RemoveFolder(var path) -> removeFolder(path);
            case Step.Pack(var folder) -> pack(folder);
            case Step.Sequences sequences -> write(sequences.folder() + "/.mh_sequences",
                    new Node.Other(Mh.text(sequences)), clock, false);
            case Step.Append append -> append(append);
            case Step.Replace(var box, var at, var letter, var way) -> edit(box, at, letter, way);
            case Step.Expunge(var box, var at, var way) -> edit(box, at, null, way);
            case Step.Truncate(var path, var letters, var bytes) -> truncate(path, letters, bytes);
            case Step.Lock(var path, var locked) -> {
                if (disk != null && isDirectory(path)) {
                    disk.lock(path, locked);
                }
            }
            case Step.Configure _,Step.Index _,Step.Hold _,Step.Release _ -> {
            }
        }
    }

    private void makeDirectory(String path) {
        if (directories.contains(path) || files.containsKey(path)) {
            return;
        }
        String parent = parent(path);
        if (!parent.isEmpty()) {
            makeDirectory(parent);
        }
        directories.add(path);
        if (disk != null) {
            disk.makeDirectory(path);
        }
        changed(parent);
        changed(path);
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /// @param anew as another file, moved over the old one
    private void write(String path, Node node, long mtime, boolean anew) {
        if (isDirectory(path) || !isDirectory(parent(path))) {
            return;
        }
        boolean listed = files.put(path, new File(node, mtime)) == null || anew;
        if (disk != null) {
            disk.write(path, node.stored(), mtime, anew);
        }
        if (listed || path.endsWith("/.mh_sequences")) {
            changed(parent(path));
        }
    }

    private void delete(String path) {
        if (files.remove(path) == null) {
            return;
        }
        if (disk != null) {
            disk.delete(path);
        }
        changed(parent(path));
    }

    private void move(String from, String to) {
        File file = files.get(from);
        if (file == null || from.equals(to) || isDirectory(to) || !isDirectory(parent(to))) {
            return;
        }
        files.remove(from);
        files.put(to, file);
        if (disk != null) {
            disk.move(from, to);
        }
        changed(parent(from));
        changed(parent(to));
    }

    private void moveFolder(String from, String to) {
        boolean free = !isDirectory(to) && !files.containsKey(to) && isDirectory(parent(to))
                && !(to + "/").startsWith(from + "/");
        if (from.isEmpty() || !directories.contains(from) || !free) {
            return;
        }
        for (String path : below(from, directories)) {
            directories.remove(path);
            directories.add(to + path.substring(from.length()));
            times.put(to + path.substring(from.length()), times.remove(path));
        }
        for (String path : below(from, files.keySet())) {
            files.put(to + path.substring(from.length()), files.remove(path));
        }
        if (disk != null) {
            disk.move(from, to);
        }
        changed(parent(from));
        changed(parent(to));
    }

    private static List<String> below(String folder, Iterable<String> paths) {
        List<String> all = new ArrayList<>();
        for (String path : paths) {
            if (path.equals(folder) || path.startsWith(folder + "/")) {
                all.add(path);
            }
        }
        return all;
    }

    private void removeFolder(String folder) {
        if (folder.isEmpty()) {
            return;
        }
        below(folder, files.keySet()).forEach(this::delete);
        List<String> gone = below(folder, directories);
        for (String path : gone.reversed()) {
            directories.remove(path);
            if (disk != null) {
                disk.delete(path);
            }
            changed(parent(path));
        }
    }

    private void pack(String folder) {
        int next = 1;
        for (int number : Mh.numbers(this, folder)) {
            move(folder + "/" + number, folder + "/" + next++);
        }
    }

    private void append(Step.Append append) {
        File file = files.get(append.box());
        if (file == null) {
            write(append.box(), new Node.Box(append.letters(), append.gzip(), 0), clock, false);
        } else if (file.node instanceof Node.Box(var letters, var gzip, var cut)) {
            List<Letter> all = new ArrayList<>(letters);
            all.addAll(append.letters());
            if (cut == 0) {
                write(append.box(), new Node.Box(all, gzip, 0), clock, false);
            }
        }
    }

    private void edit(String path, int at, @Nullable Letter letter, Step.Way way) {
        File file = files.get(path);
        if (file != null && file.node instanceof Node.Box(var letters, var gzip, var cut) && at < letters.size()) {
            List<Letter> all = new ArrayList<>(letters);
            if (letter == null) {
                all.remove(at);
            } else {
                all.set(at, letter);
            }
            long mtime = way == Step.Way.SAME_SECOND ? file.mtime + 1000 : clock;
            write(path, new Node.Box(all, gzip, cut), mtime, way == Step.Way.RENAMED);
        }
    }

    private void truncate(String path, int count, int bytes) {
        File file = files.get(path);
        if (file != null && file.node instanceof Node.Box(var letters, var gzip, _)) {
            write(path, new Node.Box(letters.subList(0, Math.min(count, letters.size())), gzip, bytes), clock, false);
        }
    }
}
