package majix.indexer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import majix.formats.Container;
import majix.formats.FileNames;
import majix.formats.Problem;
import majix.formats.Problems;
import org.jspecify.annotations.Nullable;

/// What an indexing run passes over, and what earlier ones did. The ledger knows which files are no mail, but not why; of
/// what could not be read it knows nothing, so that the next run tries again. A file that could be read in part is not
/// read again while it stays as it is, but told by each run.
final class SkippedFiles implements Problems {
    /// A tree of a hundred thousand pictures is not told one by one: so much of no mail.
    private static final int MOST = 10_000;

    private final Path index;
    private final Problems next;
    private final Map<Path, Skipped> met = new HashMap<>();
    /// How many of those are no mail.
    private int noMail;
    private final Map<Path, Skipped> parts = new HashMap<>();
    /// What earlier runs told, or this one.
    private final Set<Skipped> known = new HashSet<>();
    /// What earlier runs could not read, whole or in part, and this one has not read again.
    private final Set<Path> failed = new HashSet<>();
    /// What others told meanwhile.
    private final Set<Skipped> others = new HashSet<>();

    /// @param next who is told as well
    SkippedFiles(Path index, Problems next) {
        this.index = index;
        this.next = next;
    }

    /// Reads what earlier runs told. Not before the index was opened: a run that commits between would be known by its
    /// ledger and not by its list.
    synchronized void begin() {
        parts.putAll(parts(index, known));
        known.stream().filter(each -> each.kind() == Problem.Kind.UNREADABLE).map(Skipped::path).forEach(failed::add);
    }

    /// Files that earlier runs could read in part only.
    ///
    /// @param all what they told, to be filled
    static Map<Path, Skipped> parts(Path index, Set<Skipped> all) {
        Map<Path, Skipped> parts = new HashMap<>();
        try {
            for (Skipped each : SkippedList.read(index)) {
                all.add(each);
                if (each.isThereInPart()) {
                    parts.put(each.path(), each);
                }
            }
        } catch (IOException e) {
            // as if there were no such list
        }
        return parts;
    }

    /// What an earlier run told of a file of which it could read a part, or null; not to be asked when it is read again.
    ///
    /// @param name its name below the container
    synchronized @Nullable Skipped part(Container container, String name) {
        return parts.isEmpty() ? null : parts.get(FileNames.resolve(container.path(), name));
    }

    /// What earlier runs told of files of a Maildir or an MH folder of which they could read a part.
    synchronized List<Skipped> parts(Container container) {
        return parts.values().stream().filter(part -> part.isOf(container)).toList();
    }

    /// Says that a file is read again: if that fails, too, it is reported.
    synchronized void readAgain(Container container, String name) {
        if (!failed.isEmpty()) {
            Path path = FileNames.resolve(container.path(), name);
            parts.remove(path);
            failed.remove(path);
        }
    }

    /// Says that all folders were looked at: what failed again was reported. Of messages it may have trusted the times of
    /// their directories.
    synchronized void lookedAtFolders() {
        failed.removeIf(path -> !isMessage(path));
    }

    /// Whether a path may be that of a message in a Maildir or an MH folder.
    static boolean isMessage(Path path) {
        Path parent = path.getParent();
        String name = FileNames.name(path);
        return parent != null && (parent.endsWith("cur") || parent.endsWith("new"))
                || !name.isEmpty() && name.charAt(0) >= '0' && name.charAt(0) <= '9';
    }

    @Override
    public void report(Problem problem) {
        next.report(problem);
        switch (problem.kind()) {
            case MISSING, UNREADABLE, NOT_MAIL -> {
                if (!problem.path().equals(index)) {
                    add(new Skipped(problem.kind(), problem.path(), problem.offset(), problem.text()));
                }
            }
            case ODD_SEPARATOR, ODD_MESSAGE -> {
            }
        }
    }

    /// What is no mail as far as it could be read is damaged first of all.
    private synchronized void add(Skipped skipped) {
        boolean isNoMail = skipped.kind() == Problem.Kind.NOT_MAIL;
        if (isNoMail && noMail >= MOST || skipped.kind() != Problem.Kind.UNREADABLE && isUnreadable(skipped.path())) {
            return;
        }
        Skipped before = met.put(skipped.path(), skipped);
        boolean wasNoMail = before != null && before.kind() == Problem.Kind.NOT_MAIL;
        noMail += (isNoMail ? 1 : 0) - (wasNoMail ? 1 : 0);
    }

    /// Writes the file if it would say something else than it does.
    ///
    /// @param some whether there are files that the run did not look at, or has not yet
    synchronized void save(boolean some) throws IOException {
        List<Skipped> before = SkippedList.read(index);
        Map<Path, Skipped> all = new HashMap<>(met);
        int left = MOST - noMail;
        for (Skipped old : before) {
            if (known.add(old)) {
                others.add(old);
            }
            boolean isNoMail = old.kind() == Problem.Kind.NOT_MAIL;
            if (isKept(old, some) && (!isNoMail || left > 0) && !all.containsKey(old.path()) && there(old.path())) {
                left -= isNoMail ? 1 : 0;
                all.put(old.path(), old);
            }
        }
        List<Skipped> now = all.values().stream().sorted(Comparator.comparing(Skipped::path)).toList();
        if (!before.equals(now) || !SkippedList.harm(index).isEmpty()) {
            SkippedList.write(index, now);
            known.addAll(SkippedList.read(index));
        }
    }

    /// Whether an entry of which the run has met nothing stays. What another run told meanwhile does: it may have read
    /// what this one did not see.
    private boolean isKept(Skipped old, boolean some) {
        return others.contains(old) || switch (old.kind()) {
            case UNREADABLE -> (some || isBelowUnreadable(old.path())) && failed.contains(old.path());
            case NOT_MAIL -> true;
            case MISSING, ODD_SEPARATOR, ODD_MESSAGE -> false;
        };
    }

    /// Writes the file before a commit: what the ledger then knows to be no mail is not told again, and a run that is
    /// killed behind the commit must not have kept it to itself. If that fails, [#save] will say so; mail is more
    /// important.
    void saveBefore(boolean some) {
        try {
            save(some);
        } catch (IOException e) {
            // the run ends with another attempt
        }
    }

    /// Whether the run could not look where a file is.
    private boolean isBelowUnreadable(Path path) {
        for (Path above = path.getParent(); above != null; above = above.getParent()) {
            if (isUnreadable(above)) {
                return true;
            }
        }
        return false;
    }

    private boolean isUnreadable(Path path) {
        Skipped told = met.get(path);
        return told != null && told.kind() == Problem.Kind.UNREADABLE;
    }

    private static boolean there(Path path) {
        return !Files.notExists(path, LinkOption.NOFOLLOW_LINKS);
    }
}
