package majix.formats.mh;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
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
import majix.formats.files.FolderWalk;
import majix.formats.files.SingleMessage;
import org.jspecify.annotations.Nullable;

/// MH folders: directories whose files with all-digit names (Evolution adds a dot) are messages. A directory is known
/// by a file that some mail program keeps in it; one without is read if the rc file names it.
public final class MhStore implements MailStore {
    static final String SEQUENCES = ".mh_sequences";
    /// Bytes of the file of flags: enough for a folder of a million messages of which each other one is unseen.
    private static final int MOST = 4 << 20;

    private final FolderSpec spec;

    public MhStore(FolderSpec spec) {
        this.spec = spec;
    }

    @Override
    public void containers(Consumer<Container> found, Problems problems) {
        FolderWalk.walk(spec, new MhRules(), found, problems);
    }

    @Override
    public Stamp stamp(Container container) throws IOException {
        long folder = Directory.mtime(container.path());
        try {
            return Stamp.of(folder, Directory.mtime(container.path().resolve(SEQUENCES)));
        } catch (IOException e) {
            // There is none, or whoever reads it meets the same error.
            return Stamp.of(folder);
        }
    }

    @Override
    public List<Entry> entries(Container container, boolean withStamps, Problems problems) throws IOException {
        MhSequences sequences = sequences(container, problems);
        List<Entry> entries = new ArrayList<>();
        Directory.list(container.path(), withStamps, new Directory.Visitor() {
            @Override
            public boolean wants(String name) {
                return isMessage(name);
            }

            @Override
            public void file(String name, long mtime, long size, @Nullable Object fileKey) {
                int digits = name.endsWith(".") ? name.length() - 1 : name.length();
                Set<Flag> flags = sequences.flags(MhSequences.number(name, 0, digits));
                entries.add(new Entry(name, name, mtime, size, Directory.inode(fileKey), flags));
            }
        });
        return entries;
    }

    @Override
    public MessageStream open(Container container, Entry entry, Checkpoint from, Problems problems)
            throws IOException {
        return SingleMessage.open(FileNames.resolve(container.path(), entry.name()), entry, problems);
    }

    /// What is no regular file is not read: it has no flags to give, and a pipe would keep us waiting.
    private static MhSequences sequences(Container container, Problems problems) {
        Path file = container.path().resolve(SEQUENCES);
        try {
            if (Files.readAttributes(file, BasicFileAttributes.class).isRegularFile()) {
                return MhSequences.parse(new String(read(file), StandardCharsets.ISO_8859_1));
            }
        } catch (NoSuchFileException e) {
            // most folders of others than nmh have none
        } catch (IOException e) {
            problems.report(Problem.unreadable(file, e));
        }
        return MhSequences.parse("");
    }

    private static byte[] read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST + 1);
            if (bytes.length > MOST) {
                throw new IOException("too large");
            }
            return bytes;
        }
    }

    /// Whether a file of this name is a message: a number, with a dot behind it where Evolution was.
    public static boolean isMessage(String name) {
        int digits = name.endsWith(".") ? name.length() - 1 : name.length();
        for (int i = 0; i < digits; i++) {
            if (name.charAt(i) < '0' || name.charAt(i) > '9') {
                return false;
            }
        }
        return digits > 0;
    }
}
