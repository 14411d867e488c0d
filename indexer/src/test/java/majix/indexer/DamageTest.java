package majix.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import majix.formats.FolderSpec;
import majix.formats.Problem;
import majix.formats.StoreKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Every file of an index cut, changed and taken away: a search is right or fails, and the next run mends it.
class DamageTest {
    private static final int MAILS = 40;

    @TempDir
    Path dir;

    private interface Harm {
        void to(Path file) throws IOException;
    }

    @Test
    void damageIsNoticedAndMended() throws Exception {
        Archive archive = new Archive(dir).folders(StoreKind.MBOX, "box");
        StringBuilder box = new StringBuilder();
        for (int i = 0; i < MAILS; i++) {
            box.append(Archive.inMbox(Archive.mail("plum p" + i, i + "@x")));
        }
        archive.write("box", box.toString());
        List<Harm> harms = List.of(file -> Files.write(file, half(file)), file -> Files.write(file, flipped(file)),
                Files::delete, file -> Files.write(file, new byte[0]));
        for (Harm harm : harms) {
            archive.index();
            for (int i = 0; i < files(archive.index).size(); i++) {
                String name = files(archive.index).get(i);
                // damage shows by the time of the file, which has the resolution of the system's clock
                Thread.sleep(10);
                harm.to(archive.index.resolve(name));
                List<String> found = new ArrayList<>();
                boolean told = false;
                try {
                    found.addAll(archive.search("s:plum"));
                } catch (IndexDamagedException | NoIndexException e) {
                    told = true;
                }
                assertThat(told || found.size() == MAILS).as("search after harm to " + name).isTrue();
                assertThat(archive.index().messages()).as("messages after harm to " + name).isEqualTo(MAILS);
                assertThat(archive.search("b:plum")).as("hits after harm to " + name).hasSize(MAILS);
                if (told && Files.exists(archive.index.resolve(name))) {
                    assertThat(archive.problems).extracting(Problem::text).as(name)
                            .allMatch(text -> text.startsWith("the index "));
                }
            }
        }
    }

    /// Both have the segment's id, and a right checksum. Nobody else reads them: nothing is new.
    @Test
    void filesThatTookEachOthersPlacesAreNoticedAndMended() throws Exception {
        Archive archive = new Archive(dir).folders(StoreKind.MBOX, "box");
        archive.write("box", Archive.inMbox(Archive.mail("plum", "1@x")));
        archive.index();
        Path info = archive.index.resolve("_0.si");
        Path fields = archive.index.resolve("_0.fnm");
        FileTime later = FileTime.fromMillis(Files.getLastModifiedTime(info).toMillis() + 60_000);
        byte[] bytes = Files.readAllBytes(info);
        Files.write(info, Files.readAllBytes(fields));
        Files.write(fields, bytes);
        Files.setLastModifiedTime(info, later);
        Files.setLastModifiedTime(fields, later);
        assertThat(archive.index().messages()).isEqualTo(1);
        assertThat(archive.problems).extracting(Problem::text).singleElement().asString()
                .contains("another file in its place");
        assertThat(IndexCheck.run(archive.index, Duration.ZERO).findings()).isEmpty();
        assertThat(archive.search("b:plum")).hasSize(1);
    }

    /// The run commits what is new before it merges all, and meets the damage then: its own commit is no other run's.
    @Test
    @Timeout(60)
    void aPurgeThatMeetsDamageBehindItsOwnCommitMakesAnew() throws Exception {
        Archive archive = new Archive(dir).folders(StoreKind.MBOX, "box*");
        for (int i = 0; i < 20; i++) {
            archive.write("box" + i, Archive.inMbox(Archive.mail("plum", i + "@x")));
        }
        archive.index();
        Path file = archive.index.resolve("_0.mxp");
        FileTime time = Files.getLastModifiedTime(file);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, time);
        // A folder goes whenever the run begins again, so that it has something to commit each time. It has just been
        // found then, and is told the next time.
        int[] beginnings = {0};
        List<String> names = new ArrayList<>(List.of("gone"));
        for (int i = 0; i < 20; i++) {
            names.addFirst("box" + i);
        }
        FolderSpec gone = new FolderSpec(StoreKind.MBOX, dir, names, List.of(), false);
        IndexReport report = Indexer.run(archive.index, List.of(gone),
                new Indexer.Options(false, true, Duration.ZERO, 1), problem -> {
                    if (problem.text().equals("folder path does not exist") && beginnings[0] < 15) {
                        remove(dir.resolve("box" + beginnings[0]++));
                    }
                }, new Progress());
        assertThat(beginnings[0]).isEqualTo(2);
        assertThat(report.messages()).isEqualTo(18);
        assertThat(archive.search("b:plum")).hasSize(18);
    }

    private static void remove(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A disk that changes bits leaves the times alone, so that no checksum is compared before they are read.
    @Test
    void aRunMakesAnewWhatItCannotRead() throws Exception {
        Archive archive = new Archive(dir).folders(StoreKind.MAILDIR, "m").folders(StoreKind.MBOX, "box");
        archive.maildir("m");
        archive.write("m/new/1.h", Archive.mail("plum", "1@x"));
        archive.write("box", Archive.inMbox(Archive.mail("plum", "2@x")));
        archive.index();
        byte[] whole = Files.readAllBytes(archive.index.resolve("_0.mxc"));
        archive.append("box", Archive.inMbox(Archive.mail("pear", "3@x")));
        int anew = 0;
        for (int i = 0; i < whole.length; i += 3) {
            Archive rotten = copy(archive, "rotten" + i);
            byte[] changed = whole.clone();
            changed[i] ^= (byte) (1 << i % 8);
            Path file = rotten.index.resolve("_0.mxc");
            FileTime time = Files.getLastModifiedTime(file);
            Files.write(file, changed);
            Files.setLastModifiedTime(file, time);
            long messages = rotten.index().messages();
            if (!rotten.problems.isEmpty()) {
                anew++;
                assertThat(messages).as("byte " + i).isEqualTo(3);
            }
        }
        assertThat(anew).isPositive();
    }

    private Archive copy(Archive archive, String name) throws IOException {
        Path index = Files.createDirectory(dir.resolve(name));
        for (String file : files(archive.index)) {
            Files.copy(archive.index.resolve(file), index.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
        }
        return new Archive(dir, index).folders(StoreKind.MAILDIR, "m").folders(StoreKind.MBOX, "box");
    }

    private static byte[] half(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return Arrays.copyOf(bytes, bytes.length / 2);
    }

    private static byte[] flipped(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 0x5a;
        return bytes;
    }

    private static List<String> files(Path index) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(index)) {
            for (Path file : files) {
                if (Files.size(file) > 0) {
                    names.add(file.getFileName().toString());
                }
            }
        }
        names.sort(null);
        return names;
    }
}
