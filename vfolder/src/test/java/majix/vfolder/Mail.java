package majix.vfolder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import majix.formats.Flag;
import majix.formats.MessageRef;

/// A directory with invented mail and with results.
final class Mail {
    final Path root;
    final Path target;
    boolean hardLinks;
    boolean augment;
    boolean force;
    Set<Path> sources = Set.of();
    Disk.Steps steps = Disk.Steps.UNWATCHED;

    Mail(Path root) {
        this.root = root;
        this.target = root.resolve("vf");
    }

    /// A whole file with a message that says its own name.
    MessageRef file(String name) throws IOException {
        return new MessageRef.WholeFile(write(name, text(name)));
    }

    static String text(String subject) {
        return "From: Ann <ann@writers.example>\nSubject: " + subject + "\n\nbody of " + subject + "\n";
    }

    Path write(String name, String text) throws IOException {
        Path path = root.resolve(name);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text, StandardCharsets.UTF_8);
    }

    /// An mbox; the slices of its messages.
    List<MessageRef> mbox(String name, String... messages) throws IOException {
        StringBuilder text = new StringBuilder();
        List<MessageRef> slices = new java.util.ArrayList<>();
        for (String message : messages) {
            text.append("From ann@writers.example Tue Mar  4 12:00:00 2025\n");
            int start = text.length();
            text.append(message).append('\n');
            slices.add(new MessageRef.Slice(root.resolve(name), start, text.length()));
        }
        write(name, text.toString());
        return slices;
    }

    /// A search that finds these messages, all seen.
    VFolder.Outcome search(VFolderKind kind, List<MessageRef> hits) throws IOException {
        try (VFolder folder = open(kind)) {
            for (MessageRef hit : hits) {
                folder.add(hit, flags(hit));
            }
            return folder.finish();
        }
    }

    VFolder open(VFolderKind kind) throws IOException {
        return VFolder.open(kind, target, new VFolder.Options(hardLinks, augment, force, sources), steps);
    }

    private static Set<Flag> flags(MessageRef ref) {
        return ref instanceof MessageRef.Slice ? EnumSet.of(Flag.SEEN) : EntryName.flags(ref.path().toString());
    }

    /// All names below the target, majix's marks and an empty `.mh_sequences` left out; sorted, directories with a slash behind.
    Set<String> tree() throws IOException {
        Set<String> names = new TreeSet<>();
        if (!Files.isDirectory(target)) {
            return names;
        }
        Path real = target.toRealPath();
        try (Stream<Path> paths = Files.walk(real)) {
            paths.forEach(path -> {
                String name = real.relativize(path).toString();
                boolean marks = name.equals(".mh_sequences") && path.toFile().length() == 0;
                if (!name.isEmpty() && !name.startsWith(".majix") && !marks) {
                    names.add(Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) ? name + "/" : name);
                }
            });
        }
        return names;
    }

    /// The subjects of the messages in the target, as a mail program would show them, each with its folder and flags:
    /// `cur apple :2,S`.
    Set<String> shown() throws IOException {
        Set<String> shown = new TreeSet<>();
        for (String name : tree()) {
            if (name.endsWith("/") || name.startsWith("tmp/")) {
                continue;
            }
            int slash = name.indexOf('/');
            int info = name.indexOf(":2,");
            shown.add((slash < 0 ? "" : name.substring(0, slash) + " ") + subject(target.resolve(name))
                    + (info < 0 ? "" : " " + name.substring(info)));
        }
        return shown;
    }

    static String subject(Path message) {
        try {
            return Files.readAllLines(message).stream().filter(line -> line.startsWith("Subject: ")).findFirst()
                    .map(line -> line.substring(9)).orElse("?");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Everything beside the target that majix made.
    Set<String> litter() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> paths = Files.list(root)) {
            paths.map(path -> path.getFileName().toString()).filter(name -> name.startsWith(".vf"))
                    .forEach(names::add);
        }
        return names;
    }
}
