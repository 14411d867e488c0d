package majix.formats.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import majix.formats.Checkpoint;
import majix.formats.Container;
import majix.formats.Entry;
import majix.formats.FileNames;
import majix.formats.FolderSpec;
import majix.formats.MailStore;
import majix.formats.MessageBytes;
import majix.formats.MessageStream;
import majix.formats.Problem;
import majix.formats.Problems;
import majix.formats.Stamp;
import majix.formats.mbox.MboxStream;
import majix.formats.mbox.Source;
import org.jspecify.annotations.Nullable;

/// Trees of anything (`files=`): each directory is a container, each regular file in it is told by its content.
public final class FilesStore implements MailStore {
    private final FolderSpec spec;

    public FilesStore(FolderSpec spec) {
        this.spec = spec;
    }

    @Override
    public void containers(Consumer<Container> found, Problems problems) {
        FolderWalk.walk(spec, new Rules(), found, problems);
    }

    @Override
    public Stamp stamp(Container container) throws IOException {
        return Stamp.of(Directory.mtime(container.path()));
    }

    @Override
    public List<Entry> entries(Container container, boolean withStamps, Problems problems) throws IOException {
        List<Entry> entries = new ArrayList<>();
        Directory.list(container.path(), withStamps, new Directory.Visitor() {
            @Override
            public boolean wants(String name) {
                return true;
            }

            @Override
            public void file(String name, long mtime, long size, @Nullable Object fileKey) {
                entries.add(new Entry(name, name, mtime, size, Directory.inode(fileKey), Set.of()));
            }
        });
        return entries;
    }

    @Override
    public MessageStream open(Container container, Entry entry, Checkpoint from, Problems problems)
            throws IOException {
        Path file = FileNames.resolve(container.path(), entry.name());
        if (SingleMessage.isNoFile(file, entry)) {
            return SingleMessage.none();
        }
        MessageBytes plain = SingleMessage.plain(file);
        byte[] head = plain == null ? head(file) : head(plain);
        if (MboxStream.begins(head)) {
            return MboxStream.open(file, from, problems);
        } else if (MailHead.looksLikeMail(head, 0, head.length)) {
            return SingleMessage.of(file, plain == null ? SingleMessage.any(file, problems) : plain);
        }
        if (plain == null && head.length < MboxStream.HEAD) {
            // Nobody else reads on and tells whether it breaks off.
            SingleMessage.any(file, problems);
        }
        problems.report(new Problem(Problem.Kind.NOT_MAIL, file, "no mail"));
        return SingleMessage.none();
    }

    private static byte[] head(MessageBytes bytes) throws IOException {
        try (InputStream in = bytes.open()) {
            return in.readNBytes(MboxStream.HEAD);
        }
    }

    private static byte[] head(Path file) throws IOException {
        byte[] head = new byte[MboxStream.HEAD];
        try (Source source = Source.open(file)) {
            int length = 0;
            int n = 0;
            while (n >= 0 && length < head.length) {
                length += n;
                n = read(source, head, length);
            }
            return length == head.length ? head : Arrays.copyOf(head, length);
        }
    }

    /// Damage is told by whoever reads on.
    private static int read(Source source, byte[] head, int length) throws IOException {
        try {
            return source.read(head, length, head.length - length);
        } catch (IOException e) {
            if (!source.damaged() || length == 0) {
                throw e;
            }
            return -1;
        }
    }

    private static final class Rules implements FolderRules {
        @Override
        public boolean always() {
            return true;
        }

        @Override
        public boolean isFolder(Path path, BasicFileAttributes attributes, How how) {
            return attributes.isDirectory();
        }

        @Override
        public boolean enters(Path directory, String name) {
            return true;
        }

        @Override
        public String wanted() {
            return "a directory";
        }
    }
}
