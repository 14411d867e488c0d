package majix.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import majix.formats.StoreKind;
import majix.indexer.codec.OpenIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Runs that only add messages look up those only; a computation over the whole index must not find anything to change.
class ThreadJoinsTest {
    /// Ids that messages have or mention.
    private static final int IDS = 120;

    @TempDir
    Path dir;

    @Test
    void aNewMessageJoinsOldThreads() throws IOException {
        Archive archive = new Archive(dir).folders(StoreKind.MBOX, "box*");
        archive.write("box1", Archive.inMbox(Archive.mail("one", "1@x")) + Archive.inMbox(Archive.mail("two", "2@x")));
        archive.index();
        archive.write("box2", Archive.inMbox(Archive.mail("three", "3@x", "In-Reply-To: <2@x>\n")));
        archive.index();
        assertThat(archive.thread("s:one")).hasSize(1);
        assertThat(archive.thread("s:two")).hasSize(2);
        archive.write("box3", Archive.inMbox(Archive.mail("four", "4@x", "References: <1@x> <3@x>\n")));
        archive.index();
        assertThat(archive.thread("s:one")).hasSize(4);
        settled(archive, "joined");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aWholeComputationFindsNothingToChange(long seed) throws IOException {
        Random random = new Random(seed);
        Archive archive = new Archive(dir).folders(StoreKind.MBOX, "box*");
        for (int step = 0; step < 25; step++) {
            StringBuilder box = new StringBuilder();
            for (int left = random.nextInt(6); left >= 0; left--) {
                box.append(Archive.inMbox(mail(random)));
            }
            archive.write("box" + step, box.toString());
            if (random.nextInt(6) == 0) {
                Files.delete(dir.resolve("box" + step));
                Files.deleteIfExists(dir.resolve("box" + random.nextInt(step + 1)));
            }
            archive.index(false, random.nextInt(10) == 0);
            settled(archive, "seed " + seed + ", step " + step);
        }
    }

    private static String mail(Random random) {
        List<String> mentioned = new ArrayList<>();
        for (int left = random.nextInt(3); left > 0; left--) {
            mentioned.add("<" + random.nextInt(IDS) + "@x>");
        }
        String references = mentioned.isEmpty() ? "" : "References: " + String.join(" ", mentioned) + "\n";
        return Archive.mail("n", random.nextInt(IDS) + "@x", references);
    }

    private static void settled(Archive archive, String when) throws IOException {
        int next;
        try (OpenIndex open = OpenIndex.open(archive.index)) {
            assertThat(open).isNotNull();
            next = Integer.parseInt(open.data().get(IndexFiles.NEXT_THREAD));
        }
        try (Directory directory = IndexDirectory.create(archive.index);
                IndexWriter writer = Writers.open(archive.index, directory, false, Long.MAX_VALUE);
                DirectoryReader reader = DirectoryReader.open(writer)) {
            assertThat(Threads.update(writer, reader, next)).as(when).isEqualTo(next);
            assertThat(writer.hasUncommittedChanges()).as(when).isFalse();
        }
    }
}
