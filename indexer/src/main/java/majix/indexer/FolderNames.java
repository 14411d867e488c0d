package majix.indexer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import majix.formats.Container;
import majix.indexer.codec.OpenIndex;
import org.apache.lucene.util.BytesRef;

/// The names of the indexed folders in the file `folders` beside the index, a line each: for shells that complete
/// `p:` and cannot wait for a JVM. Names with control characters, or that are no text, are left out;
/// nobody types them.
final class FolderNames {
    static final String NAME = "folders";

    private FolderNames() {}

    /// Writes the file if it may say something else than it should. It has the time of the commit that it was compared
    /// with: whatever changed one of them since shows by that, also if the run that made the commit was killed.
    static void save(Path index) throws IOException {
        Path file = index.resolve(NAME);
        FileTime committed = OpenIndex.lastWritten(index);
        if (committed == null || isOf(file, committed)) {
            return;
        }
        try (OpenIndex open = IndexFiles.open(index)) {
            if (open == null) {
                return;
            }
            byte[] names = names(open);
            if (!Files.isRegularFile(file) || !Arrays.equals(names, Files.readAllBytes(file))) {
                SideFile.write(file, names);
            }
            Files.setLastModifiedTime(file, open.written());
        }
    }

    /// What is wrong with the file; empty if nothing is, or if there is none.
    static String harm(Path index) throws IOException {
        try (OpenIndex open = IndexFiles.openUnverified(index)) {
            return open == null || Arrays.equals(names(open), Files.readAllBytes(index.resolve(NAME)))
                    ? ""
                    : "does not name the folders of the index";
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    /// Whether the file was compared with a commit.
    static boolean isOf(Path index, OpenIndex commit) throws IOException {
        return isOf(index.resolve(NAME), commit.written());
    }

    private static boolean isOf(Path file, FileTime committed) throws IOException {
        try {
            return Files.getLastModifiedTime(file).equals(committed);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static byte[] names(OpenIndex index) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Set<BytesRef> paths = new TreeSet<>();
        for (BytesRef name : new Ledger(index.leaves()).folders()) {
            paths.add(new BytesRef(Container.path(BytesRef.deepCopyOf(name).bytes)));
        }
        for (BytesRef path : paths) {
            if (isPlain(path)) {
                out.write(path.bytes, path.offset, path.length);
                out.write('\n');
            }
        }
        return out.toByteArray();
    }

    private static boolean isPlain(BytesRef path) {
        return new String(path.bytes, path.offset, path.length, StandardCharsets.UTF_8).codePoints()
                .noneMatch(FolderNames::isOdd);
    }

    private static boolean isOdd(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                true;
            default -> c == 0xFFFD;
        };
    }
}
