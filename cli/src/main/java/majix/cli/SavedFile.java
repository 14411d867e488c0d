package majix.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import majix.formats.FileNames;
import majix.formats.NamedOutput;
import majix.formats.PrivateFiles;
import org.jspecify.annotations.Nullable;

/// The saved searches of an rc file, in a file beside it that people may edit: a line `NAME: [-t] [-o FOLDER] QUERY...`
/// for each, lines with `#` are comments. What is not changed stays byte for byte.
final class SavedFile {
    private static final int MAX_BYTES = 1 << 20;
    /// Bad lines that are told; a file with more is hardly one of saved searches.
    private static final int MOST_TOLD = 10;
    private static final String HEAD = """
            # Saved searches of majix, a line for each: NAME: [-t] [-o FOLDER] QUERY...
            # quoted as for a shell; see majix(1). "majix saved" lists them.
            """;

    private final Path file;
    private final @Nullable SavedLock lock;
    private byte[] before = {};
    /// As bytes, one char for each.
    private final List<String> lines = new ArrayList<>();
    private final Map<String, SavedSearch> searches = new LinkedHashMap<>();
    private final Map<String, Integer> places = new LinkedHashMap<>();

    private SavedFile(Path file, @Nullable SavedLock lock) {
        this.file = file;
        this.lock = lock;
    }

    /// What is to be done to the saved searches, with [#write] at its end.
    interface Change {
        void make(SavedFile saved) throws Exception;
    }

    /// Reads the saved searches that belong to an rc file; none if the file is not there. Lines that say nothing are told to
    /// `warnings` and passed over.
    ///
    /// @throws ConfigException if the file cannot be read
    static SavedFile of(Config config, Warnings warnings) throws ConfigException {
        SavedFile saved = new SavedFile(config.saved(), null);
        saved.read(warnings);
        return saved;
    }

    /// Reads the saved searches and changes them, while nobody else does.
    static void change(Config config, Warnings warnings, Change change) throws Exception {
        try (SavedLock lock = SavedLock.take(config.saved())) {
            SavedFile saved = new SavedFile(config.saved(), lock);
            saved.read(warnings);
            change.make(saved);
        }
    }

    private void read(Warnings warnings) throws ConfigException {
        byte[] bytes;
        try {
            bytes = bytes();
        } catch (NoSuchFileException e) {
            return;
        } catch (IOException e) {
            throw new ConfigException(
                    "cannot read the saved searches in " + FileNames.text(file) + ": " + Failure.reason(e));
        }
        if (bytes.length > MAX_BYTES) {
            throw new ConfigException(FileNames.text(file) + ": larger than 1 MiB, surely no saved searches");
        }
        before = bytes;
        int bad = 0;
        for (String line : RcText.lines(new String(bytes, StandardCharsets.ISO_8859_1))) {
            try {
                take(line);
            } catch (Failure e) {
                if (bad++ < MOST_TOLD) {
                    warnings.warn(FileNames.text(file) + ":" + (lines.size() + 1) + ": " + e.line());
                }
            }
            lines.add(line);
        }
        if (bad > MOST_TOLD) {
            warnings.warn(FileNames.text(file) + ": " + Counted.of(bad - MOST_TOLD, "more line") + " of this kind");
        }
    }

    private byte[] bytes() throws IOException {
        try (InputStream in = lock == null ? Files.newInputStream(file) : lock.open()) {
            return in.readNBytes(MAX_BYTES + 1);
        }
    }

    private void take(String line) {
        String text = new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        if (text.startsWith("\ufeff")) {
            text = text.substring(1);
        }
        text = text.strip();
        if (text.isEmpty() || text.charAt(0) == '#') {
            return;
        }
        SavedSearch search = SavedSearch.ofLine(text);
        Integer other = places.get(search.name());
        if (other != null) {
            throw new Failure(Failure.BAD_INPUT,
                    "\"" + search.name() + "\" is there already, in line " + (other + 1) + ", and that one counts");
        }
        searches.put(search.name(), search);
        places.put(search.name(), lines.size());
    }

    /// The file, existing or not.
    Path file() {
        return file;
    }

    /// All saved searches, in the order of the file.
    Collection<SavedSearch> all() {
        return searches.values();
    }

    /// Their names, in the order of the file.
    Collection<String> names() {
        return searches.keySet();
    }

    /// The search of a name, or null.
    @Nullable
    SavedSearch search(String name) {
        return searches.get(name);
    }

    /// Adds a search at the end, or puts it in the place of the one that has its name.
    void put(SavedSearch search) {
        String line = new String(search.line().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        Integer place = places.get(search.name());
        if (place == null) {
            places.put(search.name(), lines.size());
            lines.add(line);
        } else {
            lines.set(place, line);
        }
        searches.put(search.name(), search);
    }

    /// Takes a search out.
    void remove(String name) {
        Integer place = places.remove(name);
        if (place != null) {
            lines.remove(place.intValue());
            searches.remove(name);
            places.replaceAll((_, at) -> at > place ? at - 1 : at);
        }
    }

    /// Writes the file, for its user alone: whole, or not at all.
    ///
    /// @throws Failure if somebody wrote it since it was read: an editor, or a search saved where there are no locks
    void write() throws IOException {
        if (Files.exists(file) && !Arrays.equals(bytes(), before)) {
            throw new Failure(Failure.TROUBLE,
                    FileNames.text(file) + ": was changed just now, so nothing is saved; try again");
        }
        // where a link leads is where the file is kept
        Path place = Files.exists(file) ? file.toRealPath() : file;
        String prefix = "." + place.getFileName() + ".";
        Path aside = place.resolveSibling(prefix + ProcessHandle.current().pid());
        StringBuilder text = new StringBuilder(lines.isEmpty() || before.length > 0 ? "" : HEAD);
        for (String line : lines) {
            text.append(line).append('\n');
        }
        try {
            Files.deleteIfExists(aside);
            try (FileChannel channel = PrivateFiles.create(aside)) {
                ByteBuffer left = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.ISO_8859_1));
                while (left.hasRemaining()) {
                    channel.write(left);
                }
                // nobody else knows what is in it: a failure of the power must not take it
                channel.force(true);
            }
            Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // not when it went well: the lock is on the file that was, and the next one may be writing already
            Files.deleteIfExists(aside);
            throw NamedOutput.named(e, place);
        }
        tidy(place, prefix);
    }

    /// Deletes what processes left that were killed as they wrote.
    private static void tidy(Path place, String prefix) throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(place.resolveSibling(""))) {
            for (Path left : all) {
                String name = left.getFileName().toString();
                String pid = name.startsWith(prefix) ? name.substring(prefix.length()) : "";
                if (pid.matches("[0-9]{1,9}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
                    Files.deleteIfExists(left);
                }
            }
        }
    }
}
