package majix.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import majix.formats.Problem;
import majix.formats.StoreKind;
import org.junit.jupiter.api.Test;
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
