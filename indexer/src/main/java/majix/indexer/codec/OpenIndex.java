package majix.indexer.codec;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The newest commit of an index, open for reading without Lucene's machinery. What is not asked for is not read.
/// Several threads may read it, each with its own terms and columns; whoever opened it closes it.
public final class OpenIndex implements AutoCloseable {
    private static final String COMMIT = "segments_";
    /// Digits of the highest number of a commit.
    private static final int LONGEST = 12;

    private final Path directory;
    private final CommitFile commit;
    private final List<Leaf> leaves = new ArrayList<>();

    private OpenIndex(Path directory, CommitFile commit) {
        this.directory = directory;
        this.commit = commit;
    }

    /// Opens the newest commit.
    ///
    /// @return null if there is none
    /// @throws org.apache.lucene.index.CorruptIndexException if it is damaged
    /// @throws org.apache.lucene.index.IndexFormatTooNewException if another version wrote it
    public static @Nullable OpenIndex open(Path directory) throws IOException {
        NoSuchFileException gone = null;
        String last = "";
        for (String name = newest(directory); name != null && !name.equals(last); name = newest(directory)) {
            // an indexing run may delete the files of a commit as soon as there is a newer one
            last = name;
            try {
                return open(directory, name);
            } catch (NoSuchFileException e) {
                gone = e;
            }
        }
        if (gone != null) {
            throw gone;
        }
        return null;
    }

    /// The newest commit with no segment open: which files it has, and whether they are whole.
    ///
    /// @return null if there is none
    public static @Nullable OpenIndex listed(Path directory) throws IOException {
        String name = newest(directory);
        return name == null ? null : new OpenIndex(directory, commit(directory, name));
    }

    /// What was told about the newest commit, even if none of its segments can be read; nothing if it cannot be read.
    public static Map<String, String> data(Path directory) {
        String name = newest(directory);
        try {
            return name == null ? Map.of() : commit(directory, name).data();
        } catch (IOException | RuntimeException e) {
            return Map.of();
        }
    }

    private static CommitFile commit(Path directory, String name) throws IOException {
        Bytes file = FileBytes.open(directory.resolve(name));
        try {
            return CommitFile.read(file, name);
        } finally {
            file.close();
        }
    }

    private static OpenIndex open(Path directory, String name) throws IOException {
        OpenIndex index = new OpenIndex(directory, commit(directory, name));
        try {
            index.segments();
        } catch (IOException | RuntimeException e) {
            index.close();
            throw e;
        }
        return index;
    }

    private void segments() throws IOException {
        int base = 0;
        for (CommitFile.Segment segment : commit.segments()) {
            OpenSegment open = OpenSegment.open(directory, segment);
            leaves.add(new Leaf(open, base));
            base += open.maxDoc();
        }
    }

    /// Whether no other commit has taken the place of this one.
    public boolean isNewest() {
        return commit.name().equals(newest(directory));
    }

    /// When the newest commit in a directory was written; null if there is none.
    public static @Nullable FileTime lastWritten(Path directory) throws IOException {
        String newest = newest(directory);
        return newest == null ? null : Files.getLastModifiedTime(directory.resolve(newest));
    }

    private static @Nullable String newest(Path directory) {
        String[] names = new File(directory.toString()).list();
        String newest = null;
        long most = -1;
        for (String name : names == null ? new String[0] : names) {
            if (name.startsWith(COMMIT)) {
                long generation = generation(name);
                if (generation > most) {
                    most = generation;
                    newest = name;
                }
            }
        }
        return newest;
    }

    /// The number of a commit, -1 if the file is something else.
    private static long generation(String name) {
        long generation = 0;
        for (int i = COMMIT.length(); i < name.length(); i++) {
            char c = name.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'z') || i - COMMIT.length() == LONGEST) {
                return -1;
            }
            generation = generation * Character.MAX_RADIX + Character.digit(c, Character.MAX_RADIX);
        }
        return name.length() == COMMIT.length() ? -1 : generation;
    }

    /// The segments.
    public List<Leaf> leaves() {
        return leaves;
    }

    /// The name of the commit's file.
    public String commit() {
        return commit.name();
    }

    /// When the commit was written.
    public FileTime written() throws IOException {
        return Files.getLastModifiedTime(directory.resolve(commit.name()));
    }

    /// What was told about the commit.
    public Map<String, String> data() {
        return commit.data();
    }

    /// Compares the files that were touched after the commit was written with their checksums. A disk that changes bytes
    /// by itself leaves the times alone: what such bytes make of an answer is not known, but they fail no other way than
    /// by exceptions, a merge compares the checksums of all that it reads, and [#verify(String)] of everything.
    ///
    /// @throws org.apache.lucene.index.CorruptIndexException if one is damaged
    /// @throws NoSuchFileException if one is missing
    public void verify() throws IOException {
        FileTime written = written();
        for (CommitFile.Segment segment : commit.segments()) {
            for (String name : segment.files()) {
                if (Files.getLastModifiedTime(directory.resolve(name)).compareTo(written) > 0) {
                    verify(name, segment);
                }
            }
        }
    }

    /// Compares a file of the commit with its checksum, and looks whether it is not another one.
    ///
    /// @throws org.apache.lucene.index.CorruptIndexException if it is damaged
    /// @throws NoSuchFileException if it is missing
    public void verify(String name) throws IOException {
        for (CommitFile.Segment segment : commit.segments()) {
            if (segment.files().contains(name)) {
                verify(name, segment);
                return;
            }
        }
        // the commit itself was read
    }

    private void verify(String name, CommitFile.Segment segment) throws IOException {
        Bytes bytes = FileBytes.open(directory.resolve(name));
        try {
            SegmentFile.check(bytes);
            if (name.endsWith(".si") || name.endsWith(".fnm")) {
                SegmentFile.checkHeader(bytes, segment.id().bytes, name);
            } else {
                SegmentFile.contents(bytes, segment.mark(name));
            }
        } finally {
            bytes.close();
        }
    }

    /// The names of all files of the commit, its own last.
    public List<String> files() {
        List<String> files = new ArrayList<>();
        for (CommitFile.Segment segment : commit.segments()) {
            files.addAll(segment.files());
        }
        files.add(commit.name());
        return files;
    }

    /// Bytes of all files of the commit.
    public long bytes() throws IOException {
        long bytes = 0;
        for (String name : files()) {
            bytes += Files.size(directory.resolve(name));
        }
        return bytes;
    }

    /// Whether what speeds up the search for parts of words fits the words.
    ///
    /// @throws org.apache.lucene.index.CorruptIndexException if it cannot be read
    public boolean gramsFit() throws IOException {
        for (Leaf leaf : leaves) {
            if (leaf.reader() instanceof OpenSegment segment && !segment.gramsFit()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        for (Leaf leaf : leaves) {
            leaf.reader().close();
        }
    }
}
