package majix.indexer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import majix.formats.FileNames;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// The names that the index has for a file: users spell a path as they like, and links lead to it.
final class NamesOfFile {
    private final Ledger ledger;
    private final List<BytesRef> folders;

    NamesOfFile(Ledger ledger) throws IOException {
        this.ledger = ledger;
        folders = ledger.folders();
    }

    /// The names of a file of mail; none if the index does not know it.
    ///
    /// @param file absolute
    List<Path> of(Path file) throws IOException {
        Map<Path, String> spelled = new HashMap<>();
        add(file, spelled);
        List<Path> names = new ArrayList<>();
        for (BytesRef folder : folders) {
            add(folder, spelled.get(path(folder)), names);
        }
        if (names.isEmpty()) {
            Map<Object, String> places = places(file);
            for (BytesRef folder : folders) {
                Object key = key(path(folder));
                add(folder, key == null ? null : places.get(key), names);
            }
        }
        return names;
    }

    /// Where a file can lie: it is an mbox, or is in a directory.
    private static void add(Path file, Map<Path, String> names) {
        names.put(file, "");
        if (file.getParent() != null) {
            names.put(file.getParent(), FileNames.name(file));
        }
    }

    /// The same by what tells files apart, whatever they are called.
    private static Map<Object, String> places(Path file) {
        Map<Path, String> names = new HashMap<>();
        add(file, names);
        try {
            add(file.toRealPath(), names);
        } catch (IOException e) {
            // what is gone has no other name
        }
        Map<Object, String> places = new HashMap<>();
        names.forEach((path, name) -> {
            Object key = key(path);
            if (key != null) {
                places.put(key, name);
            }
        });
        return places;
    }

    private void add(BytesRef folder, @Nullable String name, List<Path> names) throws IOException {
        if (name != null && ledger.hasMail(folder, name)) {
            names.add(FileNames.resolve(path(folder), name));
        }
    }

    private static Path path(BytesRef folder) {
        return FileNames.path(Arrays.copyOfRange(folder.bytes, folder.offset, folder.offset + folder.length));
    }

    private static @Nullable Object key(Path path) {
        try {
            Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
            return key != null ? key : path.toRealPath();
        } catch (IOException e) {
            return null;
        }
    }
}
