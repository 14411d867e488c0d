package majix.indexer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import majix.formats.FolderSpec;
import majix.formats.Problem;
import majix.formats.StoreKind;

/// Mail of all kinds with its changes, what an index of it says, and what lies about on the disk.
final class FaultedMail {
    private static final List<String> QUERIES = List.of("~nothing", "s:apple", "s:~apple", "b:text", "F:s", "F:-f",
            "p:box", "p:^" + "/", "z:1-300", "s:n1=", "s:aple=1", "d:2025", "m:3@x", "f:ann", "(s:cherry or t:ron)");
    /// More messages than there are.
    private static final int MOST = 330;
    private static final String[] WORDS = {"apple", "banana", "cherry", "date"};

    private final Archive archive;
    private int count;

    FaultedMail(Path base) {
        archive = new Archive(base);
    }

    Path base() {
        return archive.base;
    }

    private String mail(String... headers) {
        return Archive.mail(WORDS[count % WORDS.length] + " n" + count, count++ + "@x", headers);
    }

    private String box(int messages) {
        StringBuilder box = new StringBuilder();
        for (int i = 0; i < messages; i++) {
            box.append(Archive.inMbox(mail(i % 5 == 0 ? "References: <" + count / 2 + "@x> <far@x>\n" : "")));
        }
        return box.toString();
    }

    /// The first mail.
    void write() throws IOException {
        archive.maildir("a");
        for (int i = 0; i < 70; i++) {
            archive.write("a/" + (i % 3 == 0 ? "new/" + i + ".host" : "cur/" + i + ".host:2,S"), mail());
        }
        for (int i = 1; i < 6; i++) {
            archive.write("mh/" + i, mail("In-Reply-To: <" + i + "@x>\n"));
        }
        archive.write("box", box(130));
        archive.write("other", box(4));
        archive.write("tree/picture.jpg", "\0\1\2 no mail at all");
        archive.write("tree/one.eml", mail());
    }

    /// More mail in a folder of its own each time.
    void grow(int time) throws IOException {
        archive.write("grown/" + time, mail("References: <" + time + "@x>\n"));
    }

    /// Adds, deletes, renames, appends, edits, takes a folder away and joins threads.
    void change() throws IOException {
        for (int i = 70; i < 80; i++) {
            archive.write("a/new/" + i + ".host", mail("References: <1@x> <2@x> <far@x>\n"));
        }
        for (int i = 1; i < 10; i += 3) {
            Files.delete(archive.base.resolve("a/cur/" + i + ".host:2,S"));
            Files.move(archive.base.resolve("a/new/" + (i + 2) + ".host"),
                    archive.base.resolve("a/cur/" + (i + 2) + ".host:2,FS"));
        }
        archive.append("box", box(70));
        archive.write("other", box(3));
        Files.delete(archive.base.resolve("mh/2"));
        archive.write("tree/sound.ogg", "\0\1\2\3 no mail either");
        Files.delete(archive.base.resolve("grown/1"));
    }

    private List<FolderSpec> folders() {
        return List.of(folder(StoreKind.MAILDIR, "a"), folder(StoreKind.MBOX, "box", "other", "gone"),
                folder(StoreKind.MH, "mh", "grown"), folder(StoreKind.FILES, "tree"));
    }

    private FolderSpec folder(StoreKind kind, String... names) {
        return new FolderSpec(kind, archive.base, List.of(names), List.of(), false);
    }

    /// An indexing run.
    IndexReport index(Path index, boolean purge, Duration rhythm, List<Problem> problems) throws IOException {
        return Indexer.run(index, folders(),
                new Indexer.Options(false, purge, Duration.ZERO, 1, Long.MAX_VALUE, rhythm),
                problems::add, new Progress());
    }

    /// What the index answers to some queries, with and without threads.
    List<String> answers(Path index) throws IOException {
        Archive asked = new Archive(archive.base, index);
        List<String> answers = new ArrayList<>();
        for (String query : QUERIES) {
            answers.add(brief(query, asked.search(query)));
            answers.add(brief("threads of " + query, asked.thread(query)));
        }
        for (int i = 0; i < MOST; i += 7) {
            answers.add(brief("thread of n" + i, asked.thread("s:n" + i)));
        }
        return answers;
    }

    /// Long lists make failures hard to read.
    private static String brief(String query, List<String> hits) {
        return query + ": " + hits.size() + " hits " + Integer.toHexString(hits.hashCode());
    }

    /// What it says of folders and of what was passed over, to people and to shells.
    static String told(Path index) throws IOException {
        try (MailIndex open = MailIndex.open(index)) {
            return open.status().folders() + "\n" + open.status().skipped() + "\n" + open.status().complete() + "\n"
                    + Files.readString(index.resolve("folders"));
        }
    }

    /// All files below a directory except one, each with its size and time.
    static Map<String, String> files(Path root, Path except) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(path -> !path.startsWith(except)).toList()) {
                files.put(root.relativize(file).toString(), Files.isDirectory(file)
                        ? "directory"
                        : Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS) + Files.readString(file));
            }
        }
        return files;
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    static void delete(Path root) throws IOException {
        if (Files.exists(root)) {
            try (Stream<Path> all = Files.walk(root)) {
                for (Path file : all.toList().reversed()) {
                    Files.delete(file);
                }
            }
        }
    }
}
