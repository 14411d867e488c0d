package majix.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import majix.formats.FileNames;
import org.jspecify.annotations.Nullable;

/// Finds the mail of a new user, for `majix init`, and folds it into the few elements that an rc file needs: a tree of
/// Maildirs is `Maildir...`, whatever it holds today.
final class MailFinder {
    /// So many single messages in a tree are worth a word; a few may be anything.
    private static final int LOOSE = 10;

    private final Path home;
    private final Path base;
    private final List<String> maildir = new ArrayList<>();
    private final List<String> mh = new ArrayList<>();
    private final List<String> mbox = new ArrayList<>();
    private final List<Path> trees = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private int maildirs;
    private int mhFolders;
    private int mboxes;

    private MailFinder(Path home, Path base) {
        this.home = home;
        this.base = base;
    }

    /// Looks for mail.
    ///
    /// @param places directories and mbox files to look at; if there are none: `$MAIL`, `~/Maildir`, `~/Mail`, `~/mail`
    ///     and `/var/mail/$USER`, those of them that exist
    /// @throws IOException if one of the places does not exist
    static FoundMail find(List<Path> places, Environment env) throws IOException {
        List<Path> roots = roots(places, env);
        MailFinder finder = new MailFinder(env.home(), base(roots, env.home()));
        MailWalk walk = new MailWalk(finder.remarks);
        for (Path root : roots) {
            finder.root(root, walk, !places.isEmpty());
        }
        return new FoundMail(finder.base, finder.maildir, finder.mh, finder.mbox, finder.trees, finder.maildirs,
                finder.mhFolders, finder.mboxes, finder.remarks);
    }

    /// The places to look at, each once, none inside another.
    private static List<Path> roots(List<Path> places, Environment env) throws IOException {
        Map<Path, Path> byRealPath = new LinkedHashMap<>();
        for (Path place : places.isEmpty() ? usualPlaces(env) : places) {
            Path path = env.workingDirectory().resolve(place).normalize();
            if (Files.exists(path)) {
                byRealPath.putIfAbsent(path.toRealPath(), path);
            } else if (!places.isEmpty()) {
                throw new NoSuchFileException(path.toString());
            }
        }
        List<Path> roots = new ArrayList<>();
        for (Map.Entry<Path, Path> entry : byRealPath.entrySet()) {
            boolean inside = false;
            for (Path other : byRealPath.keySet()) {
                inside |= !other.equals(entry.getKey()) && entry.getKey().startsWith(other);
            }
            if (!inside) {
                roots.add(entry.getValue());
            }
        }
        return roots;
    }

    private static List<Path> usualPlaces(Environment env) {
        List<Path> places = new ArrayList<>();
        String mail = env.variable("MAIL");
        if (mail != null) {
            places.add(Path.of(mail));
        }
        places.add(env.home().resolve("Maildir"));
        places.add(env.home().resolve("Mail"));
        places.add(env.home().resolve("mail"));
        String user = env.variable("USER");
        if (user != null) {
            places.add(Path.of("/var/mail", user));
        }
        return places;
    }

    /// Home, or for mail that lies elsewhere altogether the directory that holds it.
    private static Path base(List<Path> roots, Path home) {
        Path common = null;
        for (Path root : roots) {
            if (root.startsWith(home)) {
                return home;
            }
            common = common == null ? root.getParent() : common(common, root);
        }
        return common == null || common.getNameCount() == 0 ? home : common;
    }

    private static @Nullable Path common(Path directory, Path path) {
        Path common = directory;
        while (common != null && !path.startsWith(common)) {
            common = common.getParent();
        }
        return common;
    }

    private void root(Path root, MailWalk walk, boolean named) throws IOException {
        int before = maildirs + mhFolders + mboxes;
        if (Files.isDirectory(root)) {
            MailTree tree = walk.walk(root, !home(root));
            maildirs += tree.maildirs();
            mhFolders += tree.mhFolders();
            mboxes += tree.mboxFiles();
            maildirElements(tree);
            mhElements(tree);
            mboxElements(tree);
            loose(root, tree.allLoose());
        } else {
            MailSigns.Content content = MailSigns.content(root);
            if (content == MailSigns.Content.MBOX || content == MailSigns.Content.EMPTY) {
                mboxes++;
                mbox.add(element(root));
            }
        }
        if (named && before == maildirs + mhFolders + mboxes) {
            remarks.add(Failure.oneLine(FileNames.text(root) + ": no mail found"));
        }
    }

    private void loose(Path root, int count) {
        if (count >= LOOSE) {
            remarks.add(Failure.oneLine(FileNames.text(root) + ": " + count
                    + " files look like single messages; a line files=" + element(root)
                    + "... in the rc file takes them"));
        }
    }

    /// Whether a directory is home or holds it: such a one is never named with all that is below it.
    private boolean home(Path directory) {
        return home.startsWith(directory);
    }

    private void maildirElements(MailTree tree) {
        if (tree.maildirs() == 0) {
            return;
        }
        if (!home(tree.path)) {
            addTree(maildir, tree);
            return;
        }
        if (tree.maildir) {
            maildir.add(element(tree.path));
        }
        for (MailTree below : tree.below) {
            maildirElements(below);
        }
    }

    /// Marked folders by their tree, the others each by name: `mh=TREE...` passes over folders without a marker.
    private void mhElements(MailTree tree) {
        boolean fold = !home(tree.path) && reachable(tree);
        if (fold) {
            addTree(mh, tree);
        }
        unmarked(tree, fold);
    }

    private void unmarked(MailTree tree, boolean folded) {
        if (tree.mh && !(folded && tree.marked)) {
            mh.add(element(tree.path));
        }
        for (MailTree below : tree.below) {
            if (folded) {
                unmarked(below, true);
            } else {
                mhElements(below);
            }
        }
    }

    private static boolean reachable(MailTree tree) {
        boolean marked = tree.marked;
        for (MailTree below : tree.below) {
            marked |= reachable(below);
        }
        return marked;
    }

    /// A tree only where most files are mboxes and no messages of other folders would be taken for mboxes.
    private void mboxElements(MailTree tree) {
        int count = tree.mboxFiles();
        if (count == 0) {
            return;
        }
        boolean alone = tree.maildirs() == 0 && tree.mhFolders() == 0;
        if (alone && !home(tree.path) && count * 2 >= tree.allFiles()) {
            addTree(mbox, tree);
            return;
        }
        for (Path file : tree.mboxes) {
            mbox.add(element(file));
        }
        for (MailTree below : tree.below) {
            mboxElements(below);
        }
    }

    private void addTree(List<String> elements, MailTree tree) {
        elements.add(element(tree.path).concat("..."));
        trees.add(tree.path);
    }

    /// A path as an element of a list: below base if it can be, wildcards in its last part bracketed.
    private String element(Path path) {
        String name = (path.startsWith(base) ? base.relativize(path) : path).toString();
        int last = name.lastIndexOf('/') + 1;
        StringBuilder out = new StringBuilder(name.substring(0, last));
        for (int i = last; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean special = c == '*' || c == '?' || c == '['
                    || (c == '.' && name.endsWith("...") && i == name.length() - 1);
            out.append(special ? "[" + c + "]" : String.valueOf(c));
        }
        return out.toString();
    }
}
