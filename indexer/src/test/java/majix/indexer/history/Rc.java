package majix.indexer.history;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import majix.formats.FolderSpec;
import majix.formats.StoreKind;

/// The folders of one kind as an rc file names them, and what they are in a [Tree].
///
/// @param folders names in the archive, the last component perhaps with `*`, perhaps with `...` behind
/// @param omit patterns
record Rc(StoreKind kind, List<String> folders, List<String> omit) {
    Rc {
        folders = List.copyOf(folders);
        omit = List.copyOf(omit);
    }

    FolderSpec spec(Path base) {
        return new FolderSpec(kind, base, folders, omit, false);
    }

    /// Paths of the folders there are.
    List<String> containers(Tree tree) {
        Set<String> found = new java.util.LinkedHashSet<>();
        for (String element : folders) {
            boolean recurse = element.endsWith("...");
            String name = recurse ? element.substring(0, element.length() - 3) : element;
            for (String path : candidates(tree)) {
                boolean named = path.equals(name);
                boolean itself = named || matches(name, path);
                boolean below = (recurse || kind == StoreKind.FILES) && isBelow(path, name);
                if ((itself || below) && isFolder(tree, path, named) && !omitted(path)) {
                    found.add(path);
                }
            }
        }
        return new ArrayList<>(found);
    }

    private static Set<String> candidates(Tree tree) {
        Set<String> all = new TreeSet<>(tree.directories());
        all.addAll(tree.files().keySet());
        return all;
    }

    /// Whether a folder that the name means stands above the path.
    private static boolean isBelow(String path, String name) {
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            if (matches(name, path.substring(0, slash))) {
                return true;
            }
        }
        return false;
    }

    private boolean omitted(String path) {
        return omit.stream().anyMatch(pattern -> matches(pattern, path));
    }

    /// `*` does not cross a slash, `**` does.
    static boolean matches(String pattern, String path) {
        return path.matches("\\Q" + pattern.replace("**", "\0").replace("*", "\\E[^/]*\\Q").replace("\0", "\\E.*\\Q")
                + "\\E");
    }

    private boolean isFolder(Tree tree, String path, boolean named) {
        return switch (kind) {
            case MAILDIR -> isMaildir(tree, path) && !isPart(tree, path);
            case MH -> tree.isDirectory(path) && (tree.files().containsKey(path + "/.mh_sequences")
                    || named && tree.names(path).stream().anyMatch(
                            name -> Mh.isMessage(name) && tree.files().containsKey(path + "/" + name)));
            case MBOX -> tree.files().containsKey(path);
            case FILES -> tree.isDirectory(path);
        };
    }

    private static boolean isPart(Tree tree, String path) {
        return path.matches(".*/(cur|new|tmp)") && isMaildir(tree, path.substring(0, path.lastIndexOf('/')));
    }

    private static boolean isMaildir(Tree tree, String path) {
        return tree.isDirectory(path) && tree.isDirectory(path + "/cur") && tree.isDirectory(path + "/new")
                && tree.isDirectory(path + "/tmp");
    }

    @Override
    public String toString() {
        return "new Rc(StoreKind." + kind + ", " + Code.texts(folders) + ", " + Code.texts(omit) + ")";
    }
}
