package majix.vfolder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// A directory of which some parts are held open, too.
final class Parts implements AutoCloseable {
    private final Held whole;
    private final Map<String, Held> parts = new HashMap<>();

    /// @param whole stays open when this is closed
    Parts(Held whole) {
        this.whole = whole;
    }

    /// Holds a directory in it open, which must be there; `tmp`, where nothing is written, is none of them.
    void hold(String part) throws IOException {
        if (!part.equals("tmp")) {
            parts.put(part, whole.below(Path.of(part)));
        }
    }

    /// Leads to an entry of the directory or of one of its parts.
    Path resolve(String entry) {
        int slash = entry.indexOf('/');
        Held part = slash < 0 ? null : parts.get(entry.substring(0, slash));
        return part == null ? whole.path().resolve(entry) : part.path().resolve(entry.substring(slash + 1));
    }

    /// Deletes an entry of the directory or of one of its parts, if it is there.
    void delete(String entry, Disk disk) throws IOException {
        disk.step("unlink");
        int slash = entry.indexOf('/');
        if (slash < 0) {
            whole.delete(entry);
            return;
        }
        String name = entry.substring(0, slash);
        Held part = parts.get(name);
        if (part == null) {
            part = whole.toDelete(Path.of(name));
            parts.put(name, part);
        }
        part.delete(entry.substring(slash + 1));
    }

    @Override
    public void close() throws IOException {
        for (Held part : parts.values()) {
            part.close();
        }
    }
}
