package majix.indexer;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import majix.formats.StoreKind;

/// An archive and an index of it that has all that an index can have, several segments, deletions and updates, with all
/// its earlier states; beside it an index of other mail.
final class IndexCopies {
    private static final int FIRST = 420;
    private static final int WORDS = 6000;

    final Path top;
    final Archive archive;
    final List<Path> earlier = new ArrayList<>();
    final Path other;
    private final Random random = new Random(5);

    IndexCopies(Path top) throws IOException {
        this.top = top;
        archive = new Archive(Files.createDirectories(top.resolve("mail")), top.resolve("index"))
                .folders(StoreKind.MBOX, "box").folders(StoreKind.MAILDIR, "md").folders(StoreKind.FILES, "loose");
        archive.maildir("md");
        archive.write("box", "");
        for (int i = 0; i < FIRST; i++) {
            if (i % 3 == 0) {
                archive.write("md/cur/" + i + ".m:2," + (i % 2 == 0 ? "S" : ""), mail(i));
            } else {
                archive.append("box", Archive.inMbox(mail(i)));
            }
        }
        archive.write("loose/picture.png", "no mail");
        commit();
        for (int step = 0; step < 4; step++) {
            int from = FIRST + 12 * step;
            for (int i = from; i < from + 12; i++) {
                archive.write("md/new/" + i + ".m", mail(i));
            }
            Files.delete(archive.base.resolve("md/cur/" + (step * 6 + 3) + ".m:2,"));
            Files.move(archive.base.resolve("md/cur/" + step * 6 + ".m:2,S"),
                    archive.base.resolve("md/cur/" + step * 6 + ".m:2,RS"));
            commit();
        }
        other = top.resolve("other");
        Archive mail = new Archive(archive.base, other).folders(StoreKind.MBOX, "box2").folders(StoreKind.MAILDIR,
                "md");
        mail.write("box2", Archive.inMbox(mail(7)));
        mail.index();
        for (int step = 0; step < 4; step++) {
            mail.append("box2", Archive.inMbox(mail(step)));
            mail.index();
        }
    }

    private void commit() throws IOException {
        archive.index();
        earlier.add(copy(archive.index, "earlier" + earlier.size()));
    }

    private String mail(int number) {
        StringBuilder words = new StringBuilder("common words, all of them: ");
        for (int i = 0; i < 14; i++) {
            words.append(" w").append(random.nextInt(WORDS));
        }
        return "From: Ann <ann@writers.example>\nTo: ron" + number % 50 + "@readers.example\nSubject: w" + number % 40
                + " w"
                + (number % 40 + 1) + "\nMessage-ID: <" + number + "@x>\nDate: Tue, " + (1 + number % 28)
                + " Jan 2025 12:00:00 +0000\n"
                + (number % 4 == 3 ? "References: <" + (number - random.nextInt(number + 1)) + "@x>\n" : "") + "\n"
                + words
                + "\n" + "long ".repeat(number % 10 == 0 ? 300 : 0) + "\n";
    }

    /// All files of an index, by name.
    static List<Path> files(Path index) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(index)) {
            for (Path file : all) {
                if (Files.isRegularFile(file)) {
                    files.add(file);
                }
            }
        }
        files.sort(null);
        return files;
    }

    /// Copies an index with the times of its files.
    Path copy(Path index, String name) throws IOException {
        Path copy = top.resolve(name);
        if (Files.exists(copy)) {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(copy)) {
                for (Path file : all) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(copy);
        for (Path file : files(index)) {
            Files.copy(file, copy.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
        }
        return copy;
    }

    /// An archive of the same mail with another index.
    Archive with(Path index) {
        return new Archive(archive.base, index).folders(StoreKind.MBOX, "box").folders(StoreKind.MAILDIR, "md")
                .folders(StoreKind.FILES, "loose");
    }
}
