package majix.indexer.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import majix.formats.StoreKind;

/// Invents a history. The same seed makes the same one.
final class Maker {
    private static final List<String> MAILDIRS = List.of("a", "b", "a/sub", "a/.Übung", "lists/dev", "lists/spam");
    private static final List<String> MH = List.of("m", "m/old", "n");
    private static final List<String> TREES = List.of("q", "q/deep");
    private static final List<String> BOXES = List.of("box", "archive.gz", "boxes/one", "boxes/two");

    private final Random random;
    private final boolean odd;
    private final Letters letters;
    private final Tree tree = new Tree(null);
    private final List<Step> steps = new ArrayList<>();
    private int names;
    private boolean held;
    /// Files were changed in a way that a run that trusts folder times need not notice.
    private boolean unseen;

    /// @param odd whether mboxes may be such that it is a matter of opinion where their messages end
    Maker(long seed, boolean odd) {
        this.random = new Random(seed);
        this.odd = odd;
        this.letters = new Letters(random, odd);
    }

    /// A history.
    ///
    /// @param rounds how many indexing runs
    List<Step> history(int rounds) {
        MAILDIRS.forEach(path -> maybe(new Step.Folder(StoreKind.MAILDIR, path)));
        MH.forEach(path -> maybe(new Step.Folder(StoreKind.MH, path)));
        TREES.forEach(path -> maybe(new Step.Folder(StoreKind.FILES, path)));
        add(new Step.Folder(StoreKind.FILES, "boxes"));
        configure();
        for (int round = 0; round < rounds; round++) {
            for (int change = random.nextInt(1, 9); change > 0; change--) {
                change();
            }
            index();
        }
        return steps;
    }

    private void add(Step step) {
        steps.add(step);
        tree.apply(step);
    }

    private void maybe(Step step) {
        if (random.nextInt(3) > 0) {
            add(step);
        }
    }

    private void index() {
        boolean fast = random.nextInt(3) == 0;
        if (random.nextInt(8) == 0) {
            add(new Step.Index(fast, false, 1, random.nextInt(2000)));
        }
        add(new Step.Index(fast, random.nextInt(8) == 0, 1 + random.nextInt(3), -1));
        if (fast && unseen) {
            add(Step.Index.PLAIN);
        }
        unseen = false;
        if (random.nextInt(8) == 0) {
            String folder = folder();
            add(new Step.Lock(folder, true));
            add(new Step.Index(random.nextBoolean(), false, 1, -1));
            add(new Step.Lock(folder, false));
            add(new Step.Index(random.nextBoolean(), false, 1, -1));
        }
        if (random.nextInt(6) == 0) {
            add(held ? new Step.Release() : new Step.Hold());
            held = !held;
        }
    }

    private void change() {
        int what = random.nextInt(odd ? 14 : 30);
        switch (what) {
            case 0, 1, 2 -> append();
            case 3, 4, 5 -> box();
            case 6 -> add(new Step.Touch(file("")));
            case 7 -> delete();
            case 8, 9, 10, 11, 12 -> deliver();
            case 13, 14, 15 -> rename();
            case 16 -> copy();
            case 17 -> edit();
            case 18 -> add(new Step.Pack(Vocabulary.pick(random, MH)));
            case 19, 20 -> sequences();
            case 21 -> moveFolder();
            case 22 -> add(new Step.RemoveFolder(folder()));
            case 23 -> folder(Vocabulary.pick(random, MAILDIRS), StoreKind.MAILDIR);
            case 24 -> configure();
            case 25 -> scribble();
            case 26 -> mhMove();
            default -> deliver();
        }
    }

    private void deliver() {
        String name = "" + ++names;
        boolean gzip = random.nextInt(10) == 0;
        String path = switch (random.nextInt(4)) {
            case 0 -> Vocabulary.pick(random, MH) + "/" + (1 + random.nextInt(12));
            case 1 -> Vocabulary.pick(random, TREES) + "/" + name + (random.nextBoolean() ? ".eml" : "");
            default -> maildirName(name);
        };
        if (tree.files().containsKey(path)) {
            unseen = true;
        }
        add(new Step.Deliver(path, letters.next(), gzip));
    }

    private String maildirName(String base) {
        String sub = random.nextBoolean() ? "/new/" + base : "/cur/" + base + ":2," + flags();
        return Vocabulary.pick(random, MAILDIRS) + sub;
    }

    private String flags() {
        StringBuilder flags = new StringBuilder();
        for (char letter : "DFPRST".toCharArray()) {
            flags.append(random.nextInt(4) == 0 ? "" + letter : "");
        }
        return flags.toString();
    }

    /// A file there is, in a folder of that kind of name.
    private String file(String beginning) {
        List<String> paths = tree.files().keySet().stream().filter(path -> path.startsWith(beginning)).toList();
        return paths.isEmpty() ? "nothing" : Vocabulary.pick(random, paths);
    }

    private String folder() {
        List<String> all = tree.directories().stream()
                .filter(path -> !path.matches(".*/(cur|new|tmp)")).toList();
        return all.isEmpty() ? "nothing" : Vocabulary.pick(random, all);
    }

    private void delete() {
        String path = file("");
        add(new Step.Delete(path));
    }

    private void append() {
        List<Letter> some = new ArrayList<>();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            some.add(letters.next());
        }
        String box = random.nextInt(5) == 0 ? Vocabulary.pick(random, TREES) + "/box" : Vocabulary.pick(random, BOXES);
        add(new Step.Append(box, some, box.endsWith("gz") || random.nextInt(12) == 0));
    }

    private void box() {
        List<String> boxes = tree.files().keySet().stream()
                .filter(path -> tree.files().get(path).node() instanceof Node.Box).toList();
        if (boxes.isEmpty()) {
            return;
        }
        String path = Vocabulary.pick(random, boxes);
        int count = tree.files().get(path).node() instanceof Node.Box box ? box.letters().size() : 0;
        int at = random.nextInt(Math.max(1, count));
        Step.Way way = Vocabulary.pick(random, List.of(Step.Way.values()));
        add(switch (random.nextInt(5)) {
            case 0, 1 -> new Step.Expunge(path, at, way);
            case 2 -> new Step.Truncate(path, at, odd ? random.nextInt(200) : 0);
            default -> new Step.Replace(path, at, replacement(path, at), way);
        });
    }

    /// Another letter, or one of the same size.
    private Letter replacement(String path, int at) {
        if (random.nextBoolean() && tree.files().get(path).node() instanceof Node.Box box
                && at < box.letters().size()) {
            Letter old = box.letters().get(at);
            String body = old.get(Part.BODY);
            String changed = body.replace('a', 'o');
            return old.with(Part.BODY, changed.equals(body) ? body.replace('e', 'a') : changed);
        }
        return letters.next();
    }

    private void rename() {
        String path = file("");
        if (path.matches(".*/(cur|new)/[^/]*")) {
            String base = path.substring(path.lastIndexOf('/') + 1).replaceAll(":2,.*", "");
            String folder = path.substring(0, path.lastIndexOf('/', path.lastIndexOf('/') - 1));
            String target = random.nextInt(4) == 0 ? Vocabulary.pick(random, MAILDIRS) : folder;
            move(path, target + (random.nextInt(5) == 0 ? "/new/" + base : "/cur/" + base + ":2," + flags()));
        } else if (path.startsWith("q")) {
            move(path, Vocabulary.pick(random, TREES) + "/r" + ++names);
        } else if (!path.endsWith(".mh_sequences") && path.matches("[mn]/.*")) {
            move(path, Vocabulary.pick(random, MH) + "/" + (1 + random.nextInt(20)));
        } else if (path.startsWith("box") || path.startsWith("archive")) {
            move(path, Vocabulary.pick(random, BOXES));
        }
    }

    private void move(String from, String to) {
        if (tree.files().containsKey(to)) {
            unseen = true;
        }
        add(new Step.Move(from, to));
    }

    private void mhMove() {
        for (int i = random.nextInt(3); i >= 0; i--) {
            move(Vocabulary.pick(random, MH) + "/" + (1 + random.nextInt(12)),
                    Vocabulary.pick(random, MH) + "/" + (1 + random.nextInt(12)));
        }
    }

    private void copy() {
        String path = file("");
        if (path.matches(".*/(cur|new)/[^/]*")) {
            String base = random.nextInt(3) == 0
                    ? path.substring(path.lastIndexOf('/') + 1).replaceAll(":2,.*", "")
                    : "" + ++names;
            String to = maildirName(base);
            unseen |= tree.files().containsKey(to);
            add(new Step.Copy(path, to, random.nextBoolean()));
        } else if (path.startsWith("q")) {
            add(new Step.Copy(path, Vocabulary.pick(random, TREES) + "/c" + ++names, random.nextBoolean()));
        }
    }

    private void edit() {
        String path = file("");
        if (path.matches(".*/(cur|new)/[^/]*")) {
            unseen = true;
            add(new Step.Deliver(path, letters.next(), false));
        }
    }

    private void sequences() {
        List<List<Integer>> some = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            List<Integer> numbers = new ArrayList<>();
            for (int number = 1; number < 13; number++) {
                if (random.nextInt(3) == 0) {
                    numbers.add(number);
                }
            }
            some.add(random.nextInt(4) == 0 ? List.of() : numbers);
        }
        add(new Step.Sequences(Vocabulary.pick(random, MH), some.get(0), some.get(1), some.get(2)));
    }

    private void folder(String path, StoreKind kind) {
        add(new Step.Folder(kind, path));
    }

    private void moveFolder() {
        String from = folder();
        List<String> kind = MAILDIRS.contains(from) ? MAILDIRS : MH.contains(from) ? MH : TREES;
        add(new Step.MoveFolder(from, kind.contains(from) ? Vocabulary.pick(random, kind) : "elsewhere"));
    }

    private void scribble() {
        add(new Step.Scribble(Vocabulary.pick(random, TREES) + "/notes" + random.nextInt(3), "buy milk\n"));
    }

    private void configure() {
        List<Rc> rc = new ArrayList<>();
        List<String> omit = random.nextInt(4) == 0
                ? List.of(Vocabulary.pick(random, List.of("lists/spam", "lists/*", "**/sub", "m/*", "b")))
                : List.of();
        rc.add(new Rc(StoreKind.MAILDIR, Vocabulary.pick(random,
                List.of(List.of("a...", "b", "lists..."), List.of("a...", "lists..."), List.of("*"),
                        List.of("a", "a/sub", "lists/*"), List.of("a...", "b..."))),
                omit));
        StoreKind kind = random.nextInt(6) == 0 ? StoreKind.FILES : StoreKind.MH;
        rc.add(new Rc(kind, Vocabulary.pick(random, List.of(List.of("m...", "n"), List.of("m..."), List.of("m", "n"))),
                omit));
        rc.add(new Rc(StoreKind.MBOX, Vocabulary.pick(random, List.of(List.of("box", "archive.gz", "boxes..."),
                List.of("box", "boxes/*"), List.of("archive.gz", "boxes...", "box"))), omit));
        rc.add(new Rc(StoreKind.FILES, List.of("q"), omit));
        add(new Step.Configure(random.nextInt(5) == 0 ? rc.subList(0, 3) : rc));
    }
}
