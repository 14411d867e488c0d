package majix.indexer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import majix.indexer.codec.OpenIndex;
import org.apache.lucene.util.BytesRef;

/// The names of the indexed folders in the file `folders` beside the index, a line each: for shells that complete
/// `p:` and cannot wait for a JVM. Names with control characters, or that are no text, are left out;
/// nobody types them.
final class FolderNames {
    private static final String NAME = "folders";

    private FolderNames() {}

    /// Writes the file if a run may have changed what it would say.
    static void save(Path index, IndexReport report) throws IOException {
        Path file = index.resolve(NAME);
        if (report.added() + report.removed() == 0 && Files.exists(file)) {
            return;
        }
        try (OpenIndex open = OpenIndex.open(index)) {
            if (open != null) {
                byte[] names = names(open);
                if (!Files.exists(file) || !Arrays.equals(names, Files.readAllBytes(file))) {
                    SideFile.write(file, names);
                }
            }
        }
    }

    private static byte[] names(OpenIndex index) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (BytesRef path : new Ledger(index.leaves()).folders()) {
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
