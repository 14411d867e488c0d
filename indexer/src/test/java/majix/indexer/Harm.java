package majix.indexer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Something that happens to files of an index.
///
/// @param what for people
/// @param bytes what becomes of each file; null: it is gone
record Harm(Kind kind, String what, Map<Path, byte @Nullable []> bytes) {

    enum Kind {
        DELETED,
        CUT,
        FLIPPED,
        SWAPPED
    }

    /// The file is gone.
    static Harm deleted(Path file) {
        Map<Path, byte @Nullable []> gone = new java.util.HashMap<>();
        gone.put(file, null);
        return new Harm(Kind.DELETED, file.getFileName() + " deleted", gone);
    }

    /// The file ends at ten places: at its very start, in its footer, and in between.
    static List<Harm> cut(Path file) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        List<Harm> harms = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            int length = i < 8 ? (int) ((long) whole.length * i / 8) : i == 8 ? whole.length - 1 : whole.length - 9;
            if (length >= 0 && length < whole.length) {
                harms.add(new Harm(Kind.CUT, file.getFileName() + " cut at " + length,
                        Map.of(file, java.util.Arrays.copyOf(whole, length))));
            }
        }
        return harms;
    }

    /// Bytes of the file are changed, one at a time.
    static List<Harm> flipped(Path file, int count, Random random) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        List<Harm> harms = new ArrayList<>();
        for (int i = 0; i < count && whole.length > 0; i++) {
            byte[] bytes = whole.clone();
            int at = random.nextInt(bytes.length);
            // one bit, or all that a disk may make of a byte
            int change = random.nextBoolean() ? 1 << random.nextInt(8) : 1 + random.nextInt(255);
            bytes[at] ^= (byte) change;
            harms.add(new Harm(Kind.FLIPPED, file.getFileName() + " byte " + at + " ^ " + change, Map.of(file, bytes)));
        }
        return harms;
    }

    /// Another file stands in the place of a file.
    static Harm replaced(Path file, Path by) throws IOException {
        return new Harm(Kind.SWAPPED, file.getFileName() + " replaced by " + by.getParent().getFileName() + "/"
                + by.getFileName(), Map.of(file, Files.readAllBytes(by)));
    }

    /// Two files have changed places.
    static Harm swapped(Path a, Path b) throws IOException {
        return new Harm(Kind.SWAPPED, a.getFileName() + " swapped with " + b.getFileName(),
                Map.of(a, Files.readAllBytes(b), b, Files.readAllBytes(a)));
    }

    /// Whether it leaves the files as they are.
    boolean changesNothing() throws IOException {
        for (Map.Entry<Path, byte @Nullable []> each : bytes.entrySet()) {
            byte[] after = each.getValue();
            if (after == null || !java.util.Arrays.equals(after, Files.readAllBytes(each.getKey()))) {
                return false;
            }
        }
        return true;
    }

    /// Does it to the files of another directory.
    ///
    /// @param silent whether times stay as they were, as with a disk that changes bytes by itself
    /// @param seen the time that the files have otherwise
    void to(Path directory, boolean silent, FileTime seen) throws IOException {
        for (Map.Entry<Path, byte @Nullable []> each : bytes.entrySet()) {
            Path file = directory.resolve(each.getKey().getFileName());
            byte[] after = each.getValue();
            if (after == null) {
                Files.delete(file);
            } else {
                FileTime before = Files.getLastModifiedTime(file);
                Files.write(file, after);
                Files.setLastModifiedTime(file, silent ? before : seen);
            }
        }
    }
}
