package majix.formats.maildir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import majix.formats.Checkpoint;
import majix.formats.Container;
import majix.formats.Entry;
import majix.formats.FileNames;
import majix.formats.Flag;
import majix.formats.FolderSpec;
import majix.formats.MailStore;
import majix.formats.MessageStream;
import majix.formats.Problem;
import majix.formats.Problems;
import majix.formats.Stamp;
import majix.formats.files.Directory;
import majix.formats.files.FolderRules;
import majix.formats.files.FolderWalk;
import majix.formats.files.SingleMessage;
import org.jspecify.annotations.Nullable;

/// Maildirs: directories with `cur`, `new` and `tmp`, each file in `cur` and `new` one message.
/// Subfolders may be nested or lie side by side with names that begin with a dot (Maildir++).
public final class MaildirStore implements MailStore {
    private static final List<String> SUBDIRECTORIES = List.of("cur", "new", "tmp");

    private final FolderSpec spec;
    /// Each set of flags once, at the index of its bits.
    private final List<Set<Flag>> flags = new ArrayList<>();

    public MaildirStore(FolderSpec spec) {
        this.spec = spec;
        for (int bits = 0; bits < 1 << Flag.values().length; bits++) {
            flags.add(Collections.unmodifiableSet(Flag.of(bits)));
        }
    }

    @Override
    public void containers(Consumer<Container> found, Problems problems) {
        FolderWalk.walk(spec, new Rules(), found, problems);
    }

    @Override
    public Stamp stamp(Container container) throws IOException {
        return Stamp.of(Directory.mtime(container.path().resolve("cur")),
                Directory.mtime(container.path().resolve("new")));
    }

    /// `new` first, because messages move from there to `cur`: none that moves meanwhile is missed.
    @Override
    public List<Entry> entries(Container container, boolean withStamps, Problems problems) throws IOException {
        List<Entry> fresh = entries(container, "new", withStamps, problems);
        List<Entry> entries = entries(container, "cur", withStamps, problems);
        if (!fresh.isEmpty()) {
            Set<String> bases = new HashSet<>();
            fresh.forEach(entry -> bases.add(entry.key()));
            Set<String> twice = new HashSet<>();
            entries.stream().map(Entry::key).filter(bases::contains).forEach(twice::add);
            fresh.removeIf(entry -> twice.contains(entry.key()) && isGone(container, entry));
            entries.addAll(fresh);
        }
        return entries;
    }

    private static boolean isGone(Container container, Entry entry) {
        return Files.notExists(FileNames.resolve(container.path(), entry.name()), LinkOption.NOFOLLOW_LINKS);
    }

    private List<Entry> entries(Container container, String sub, boolean withStamps, Problems problems)
            throws IOException {
        List<Entry> entries = new ArrayList<>();
        try {
            list(container, sub, withStamps, entries);
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException e) {
            problems.report(new Problem(Problem.Kind.UNREADABLE, container.path().resolve(sub), Directory.reason(e)));
        }
        return entries;
    }

    @Override
    public MessageStream open(Container container, Entry entry, Checkpoint from, Problems problems)
            throws IOException {
        return SingleMessage.open(FileNames.resolve(container.path(), entry.name()), entry, problems);
    }

    private void list(Container container, String sub, boolean withStamps, List<Entry> entries) throws IOException {
        String prefix = sub + "/";
        Directory.list(container.path().resolve(sub), withStamps, new Directory.Visitor() {
            @Override
            public boolean wants(String name) {
                return !name.equals(".gitignore");
            }

            @Override
            public void file(String name, long mtime, long size, @Nullable Object fileKey) {
                String base = MaildirName.base(name);
                Set<Flag> known = flags.get(MaildirName.flags(name, base));
                entries.add(new Entry(base, prefix.concat(name), mtime, size, 0, known));
            }
        });
    }

    private static final class Rules implements FolderRules {
        /// Whether the directory asked about last is a Maildir, or may be one.
        private boolean askedIsMaildir;

        @Override
        public boolean always() {
            return false;
        }

        @Override
        public boolean isFolder(Path path, BasicFileAttributes attributes, How how) throws IOException {
            askedIsMaildir = false;
            if (!attributes.isDirectory()) {
                return false;
            }
            IOException failure = null;
            for (String sub : SUBDIRECTORIES) {
                try {
                    if (!Directory.isDirectory(path.resolve(sub))) {
                        return false;
                    }
                } catch (IOException e) {
                    // another one may tell that it is none
                    failure = e;
                }
            }
            askedIsMaildir = true;
            if (failure != null) {
                throw failure;
            }
            return true;
        }

        /// Elsewhere than in a Maildir folders may have these names, too.
        @Override
        public boolean enters(Path directory, String name) {
            return !askedIsMaildir || !SUBDIRECTORIES.contains(name);
        }

        @Override
        public String wanted() {
            return "a Maildir (no cur, new and tmp)";
        }
    }
}
