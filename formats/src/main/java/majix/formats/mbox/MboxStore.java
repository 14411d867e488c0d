package majix.formats.mbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import majix.formats.Checkpoint;
import majix.formats.Container;
import majix.formats.Entry;
import majix.formats.FolderSpec;
import majix.formats.Inode;
import majix.formats.MailStore;
import majix.formats.MessageStream;
import majix.formats.Problem;
import majix.formats.Problems;
import majix.formats.Stamp;
import majix.formats.files.Directory;
import majix.formats.files.FolderRules;
import majix.formats.files.FolderWalk;
import org.jspecify.annotations.Nullable;

/// Files of many messages: each file is a container with a single entry.
public final class MboxStore implements MailStore {
    private static final String NO_MBOX = "no mbox: no separator line at its start";

    private final FolderSpec spec;
    private final Set<Path> named;

    public MboxStore(FolderSpec spec) {
        this.spec = spec;
        this.named = FolderWalk.named(spec);
    }

    @Override
    public void containers(Consumer<Container> found, Problems problems) {
        FolderWalk.walk(spec, new Rules(spec.followMboxSymlinks()), found, problems);
    }

    @Override
    public Stamp stamp(Container container) throws IOException {
        return Stamp.of(Directory.mtime(container.path()));
    }

    /// Always with stamps, which one file is worth.
    @Override
    public List<Entry> entries(Container container, boolean withStamps, Problems problems) throws IOException {
        Path file = container.path();
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        Inode inode = Inode.of(file);
        return List.of(new Entry("", "", Directory.nanos(attributes), attributes.size(), inode.number(),
                inode.changed(), Set.of()));
    }

    @Override
    public MessageStream open(Container container, Entry entry, Checkpoint from, Problems problems)
            throws IOException {
        MboxStream stream = MboxStream.open(container.path(), from, problems);
        if (stream.content() == MessageStream.Content.NOT_MAIL) {
            Problem told = noMail(container);
            problems.report(told == null ? new Problem(Problem.Kind.NOT_MAIL, container.path(), NO_MBOX) : told);
        }
        return stream;
    }

    @Override
    public @Nullable Problem noMail(Container container) {
        return named.contains(container.path())
                ? new Problem(Problem.Kind.MISSING, container.path(), NO_MBOX)
                : null;
    }

    private record Rules(boolean followLinks) implements FolderRules {
        @Override
        public boolean always() {
            return false;
        }

        @Override
        public boolean isFolder(Path path, BasicFileAttributes attributes, How how) {
            return attributes.isRegularFile() && (followLinks || !Files.isSymbolicLink(path));
        }

        @Override
        public boolean enters(Path directory, String name) {
            return true;
        }

        @Override
        public String wanted() {
            return followLinks ? "a file" : "a file (symbolic links need follow_mbox_symlinks)";
        }
    }
}
