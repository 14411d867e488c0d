package majix.indexer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import majix.formats.FolderSpec;
import majix.formats.MessageRef;
import majix.formats.Problem;
import majix.formats.StoreKind;
import majix.query.Expr;
import majix.query.QueryParser;
import majix.query.QuerySyntaxException;

/// A small archive in a temporary directory, with an index beside it.
final class Archive {
    static final LocalDateTime NOW = LocalDateTime.of(2025, 11, 20, 15, 30);

    final Path base;
    final Path index;
    final List<Problem> problems = new CopyOnWriteArrayList<>();
    private final List<FolderSpec> folders = new ArrayList<>();
    private long clock = 1_700_000_000;

    Archive(Path base) {
        this(base, base.resolve("index"));
    }

    Archive(Path base, Path index) {
        this.base = base;
        this.index = index;
    }

    Archive folders(StoreKind kind, String... names) {
        folders.add(new FolderSpec(kind, base, List.of(names), List.of(), false));
        return this;
    }

    Archive noFolders() {
        folders.clear();
        return this;
    }

    Path maildir(String name) throws IOException {
        for (String sub : List.of("cur", "new", "tmp")) {
            Files.createDirectories(base.resolve(name).resolve(sub));
        }
        return base.resolve(name);
    }

    /// Writes a file whose time is a second later than that of the one before.
    Path write(String name, String text) throws IOException {
        Path file = base.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
        Files.setLastModifiedTime(file, FileTime.from(java.time.Instant.ofEpochSecond(clock++)));
        return file;
    }

    void append(String name, String text) throws IOException {
        Path file = base.resolve(name);
        Files.writeString(file, text, StandardOpenOption.APPEND);
        Files.setLastModifiedTime(file, FileTime.from(java.time.Instant.ofEpochSecond(clock++)));
    }

    static String mail(String subject, String id, String... headers) {
        return "From: Ann <ann@writers.example>\nTo: ron@readers.example\nSubject: " + subject + "\nMessage-ID: <" + id
                + ">\nDate: Tue, 04 Mar 2025 12:00:00 +0000\n" + String.join("", headers) + "\nbody of " + subject
                + "\n";
    }

    static String inMbox(String mail) {
        return "From ann@writers.example Tue Mar  4 12:00:00 2025\n" + mail + "\n";
    }

    IndexReport index() throws IOException {
        return index(false, false);
    }

    IndexReport index(boolean fast, boolean purge) throws IOException {
        return index(new Indexer.Options(fast, purge, Duration.ZERO, 2));
    }

    /// @param most bytes that may be read
    IndexReport index(long most) throws IOException {
        return index(new Indexer.Options(false, false, Duration.ZERO, 2, most));
    }

    /// Merges all.
    ///
    /// @param most bytes that may be merged
    IndexReport purge(long most) throws IOException {
        return index(new Indexer.Options(false, true, Duration.ZERO, 2, most));
    }

    /// Makes the index anew.
    IndexReport rebuild() throws IOException {
        problems.clear();
        return Indexer.rebuild(index, folders, new Indexer.Options(false, false, Duration.ZERO, 2), problems::add,
                new Progress());
    }

    private IndexReport index(Indexer.Options options) throws IOException {
        problems.clear();
        return Indexer.run(index, folders, options, problems::add, new Progress());
    }

    /// What a query finds, each as its path below base, for a slice with its first byte behind an `@`.
    List<String> search(String... query) throws IOException {
        return search(false, query);
    }

    List<String> thread(String... query) throws IOException {
        return search(true, query);
    }

    private List<String> search(boolean threads, String... query) throws IOException {
        try (MailIndex open = MailIndex.open(index)) {
            Hits hits = open.search(parse(query), threads);
            List<String> found = new ArrayList<>();
            for (int i = 0; i < hits.size(); i++) {
                String path = base.relativize(hits.ref(i).path()).toString();
                found.add(hits.ref(i) instanceof MessageRef.Slice slice ? path + "@" + slice.start() : path);
            }
            return found;
        }
    }

    static Expr parse(String... query) {
        try {
            return QueryParser.parse(List.of(query), NOW, ZoneOffset.UTC);
        } catch (QuerySyntaxException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
