package majix.formats.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import majix.formats.Container;
import majix.formats.FileNames;
import majix.formats.FolderSpec;
import majix.formats.Problem;
import majix.formats.Problems;
import majix.formats.files.FolderRules.How;

/// Finds the folders that a [FolderSpec] names, each once under the first of its names: wildcards and `...` expanded,
/// omitted ones left out, cycles of symbolic links ended. See mairixrc(5).
public final class FolderWalk {
    private static final String RECURSE = "...";

    private final FolderSpec spec;
    private final FolderRules rules;
    private final Consumer<Container> found;
    private final Problems problems;
    /// Identities of folders given, and of directories whose inside was searched.
    private final Set<Object> given = new HashSet<>();
    private final Set<Object> searched = new HashSet<>();
    /// What could not be looked at: all below is as unknown, and not told one by one.
    private final Set<Path> unread = new HashSet<>();
    /// Identities of what is left out, by whatever name it is met.
    private final Set<Object> leftOut = new HashSet<>();

    private record Step(Path path, How how, boolean recurse) {}

    private FolderWalk(FolderSpec spec, FolderRules rules, Consumer<Container> found, Problems problems) {
        this.spec = spec;
        this.rules = rules;
        this.found = found;
        this.problems = problems;
        for (Path path : spec.leftOut()) {
            try {
                leftOut.add(identity(path, Files.readAttributes(path, BasicFileAttributes.class)));
            } catch (IOException e) {
                // what is gone is met by no other name either
            }
        }
    }

    /// Walks all folders of a spec.
    public static void walk(FolderSpec spec, FolderRules rules, Consumer<Container> found, Problems problems) {
        FolderWalk walk = new FolderWalk(spec, rules, found, problems);
        for (String element : spec.folders()) {
            walk.element(element);
        }
    }

    /// The folders that a spec names by themselves, without a wildcard or `...`.
    public static Set<Path> named(FolderSpec spec) {
        Set<Path> named = new HashSet<>();
        for (String element : spec.folders()) {
            if (!element.endsWith(RECURSE) && !Glob.isPattern(element.substring(element.lastIndexOf('/') + 1))) {
                named.add(absolutePath(spec, element));
            }
        }
        return named;
    }

    private void element(String element) {
        boolean recurse = element.endsWith(RECURSE);
        String text = recurse ? element.substring(0, element.length() - RECURSE.length()) : element;
        while (text.length() > 1 && text.endsWith("/")) {
            text = text.substring(0, text.length() - 1);
        }
        boolean absolute = text.startsWith("/");
        int slash = text.lastIndexOf('/');
        String last = text.substring(slash + 1);
        Path path = absolutePath(spec, text);
        if (!Glob.isPattern(last)) {
            visit(new Step(path, How.NAMED, recurse), absolute);
            return;
        }
        Path parent = absolutePath(spec, slash == 0 ? "/" : text.substring(0, Math.max(slash, 0)));
        boolean matched = false;
        for (String name : names(parent, path)) {
            String shown = FileNames.text(name);
            if (shown.equals(last) || Glob.matches(last, shown)) {
                matched = true;
                How how = shown.equals(last) ? How.NAMED : How.WILDCARD;
                visit(new Step(FileNames.resolve(parent, name), how, recurse), absolute);
            }
        }
        if (!matched && Files.isDirectory(parent)) {
            tell(Problem.Kind.MISSING, path, "wildcard \"" + element + "\" matched nothing");
        }
    }

    private static Path absolutePath(FolderSpec spec, String text) {
        return spec.base().resolve(FileNames.path(text)).toAbsolutePath().normalize();
    }

    private void visit(Step first, boolean absolute) {
        Deque<Step> steps = new ArrayDeque<>();
        steps.push(first);
        while (!steps.isEmpty()) {
            Step step = steps.pop();
            try {
                BasicFileAttributes attributes = Files.readAttributes(step.path, BasicFileAttributes.class);
                if (isLeftOut(step, attributes)) {
                    continue;
                }
                give(step, attributes, absolute);
                if (attributes.isDirectory() && (step.recurse || rules.always())
                        && searched.add(identity(step.path, attributes))) {
                    pushInside(step.path, steps);
                }
            } catch (NoSuchFileException e) {
                // Below a folder it vanished just now, or is a link that leads nowhere.
                if (step.how == How.NAMED) {
                    tell(Problem.Kind.MISSING, step.path, "folder path does not exist");
                }
            } catch (IOException e) {
                unreadable(step.path, step.how == How.NAMED, e);
            }
        }
    }

    private boolean isLeftOut(Step step, BasicFileAttributes attributes) throws IOException {
        boolean named = step.how == How.NAMED && !step.recurse;
        return !leftOut.isEmpty() && !named && leftOut.contains(identity(step.path, attributes));
    }

    private void give(Step step, BasicFileAttributes attributes, boolean absolute) throws IOException {
        boolean isFolder;
        try {
            isFolder = rules.isFolder(step.path, attributes, step.how);
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException e) {
            // That it is no folder would cost the index what it has of it. What is below it may be seen.
            unreadable(step.path, step.how == How.NAMED, e);
            return;
        }
        if (!isFolder) {
            if (step.how == How.NAMED && !(attributes.isDirectory() && step.recurse)) {
                tell(Problem.Kind.MISSING, step.path, "not " + rules.wanted());
            }
        } else if (!omitted(step.path, absolute)) {
            Object identity = identity(step.path, attributes);
            if (given.add(identity)) {
                found.accept(new Container(spec.kind(), step.path, identity));
            }
        }
    }

    private void pushInside(Path directory, Deque<Step> steps) {
        List<String> names = names(directory, directory);
        for (int i = names.size() - 1; i >= 0; i--) {
            if (rules.enters(directory, names.get(i))) {
                steps.push(new Step(FileNames.resolve(directory, names.get(i)), How.BELOW, true));
            }
        }
    }

    private List<String> names(Path directory, Path asked) {
        try {
            return Directory.names(directory);
        } catch (NoSuchFileException e) {
            tell(Problem.Kind.MISSING, asked, "folder path does not exist");
        } catch (IOException e) {
            unreadable(directory, false, e);
        }
        return List.of();
    }

    private boolean omitted(Path path, boolean absolute) {
        String full = FileNames.text(path);
        String below = !absolute && path.startsWith(spec.base()) ? FileNames.text(spec.base().relativize(path)) : full;
        for (String pattern : spec.omit()) {
            if (Glob.matches(pattern, pattern.startsWith("/") ? full : below)) {
                return true;
            }
        }
        return false;
    }

    private static Object identity(Path path, BasicFileAttributes attributes) throws IOException {
        Object key = attributes.fileKey();
        return key == null ? path.toRealPath() : key;
    }

    /// @param named whether it is named by itself, so that it is told even below what was told
    private void unreadable(Path path, boolean named, IOException e) {
        Path above = path.getParent();
        if (unread.add(path) && (named || above == null || !unread.contains(above))) {
            tell(Problem.Kind.UNREADABLE, path, Directory.reason(e));
        }
    }

    private void tell(Problem.Kind kind, Path path, String text) {
        problems.report(new Problem(kind, path, text));
    }
}
