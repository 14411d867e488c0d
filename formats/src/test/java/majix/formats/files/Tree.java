package majix.formats.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import majix.formats.Checkpoint;
import majix.formats.Container;
import majix.formats.Entry;
import majix.formats.FolderSpec;
import majix.formats.MailStore;
import majix.formats.MessageStream;
import majix.formats.Problem;
import majix.formats.RawMessage;
import majix.formats.StoreKind;

/// A tree of folders in a temporary directory, and what a store finds in it.
public final class Tree {
    private final Path base;
    private final List<Problem> problems = new ArrayList<>();
    private List<String> omit = List.of();
    private boolean links;

    public Tree(Path base) {
        this.base = base;
    }

    /// A file, its directories made.
    public Path file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public Path file(String name, byte[] bytes) {
        try {
            Files.createDirectories(base.resolve(name).getParent());
            return Files.write(base.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Empty Maildirs.
    public void maildirs(String... names) throws IOException {
        for (String name : names) {
            for (String sub : List.of("cur", "new", "tmp")) {
                Files.createDirectories(base.resolve(name).resolve(sub));
            }
        }
    }

    public void link(String name, String target) throws IOException {
        Files.createSymbolicLink(base.resolve(name), Path.of(target));
    }

    public Tree omit(String... patterns) {
        omit = List.of(patterns);
        return this;
    }

    public Tree followMboxLinks() {
        links = true;
        return this;
    }

    public MailStore store(StoreKind kind, String... folders) {
        return kind.open(new FolderSpec(kind, base, List.of(folders), omit, links));
    }

    public List<Container> containers(StoreKind kind, String... folders) {
        List<Container> found = new ArrayList<>();
        problems.clear();
        store(kind, folders).containers(found::add, problems::add);
        return found;
    }

    /// Paths of the containers relative to the base, in the order they were given.
    public List<String> names(StoreKind kind, String... folders) {
        return containers(kind, folders).stream().map(c -> base.relativize(c.path()).toString()).toList();
    }

    /// `KIND path: text` of the problems since containers were listed last, paths relative to the base.
    public List<String> problems() {
        return problems.stream().map(p -> p.kind() + " " + base.relativize(p.path()) + ": " + p.text()).toList();
    }

    /// The entries of the only container, sorted by name.
    public List<Entry> entries(boolean withStamps, StoreKind kind, String folder) throws IOException {
        List<Entry> entries = new ArrayList<>(
                store(kind, folder).entries(containers(kind, folder).getFirst(), withStamps, problems::add));
        entries.sort((a, b) -> a.name().compareTo(b.name()));
        return entries;
    }

    /// `CONTENT name: message | message` of each file of each container, sorted.
    public List<String> contents(boolean withStamps, StoreKind kind, String... folders) throws IOException {
        List<String> contents = new ArrayList<>();
        MailStore store = store(kind, folders);
        for (Container container : containers(kind, folders)) {
            for (Entry entry : store.entries(container, withStamps, problems::add)) {
                try (MessageStream stream = store.open(container, entry, Checkpoint.START, problems::add)) {
                    String name = base.relativize(container.path().resolve(entry.name())).toString();
                    contents.add(stream.content() + " " + name + ": " + String.join(" | ", messages(stream)));
                }
            }
        }
        Collections.sort(contents);
        return contents;
    }

    private static List<String> messages(MessageStream stream) throws IOException {
        List<String> messages = new ArrayList<>();
        for (RawMessage raw = stream.next(); raw != null; raw = stream.next()) {
            try (InputStream in = raw.bytes().open()) {
                String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
                messages.add(text.substring(0, Math.min(20, text.length())).strip().replace("\n", "~"));
            }
        }
        return messages;
    }
}
