package majix.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentsTest {
    private static final BytesRef FOLDER = new BytesRef("/mail");

    @TempDir
    Path dir;

    /// What is deleted is what was handed over before, and nothing that comes later.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void deletionsReachSegmentsAddedBeforeThem(long seed) throws IOException {
        Random random = new Random(seed);
        List<String> expected = new ArrayList<>();
        List<String> waiting = new ArrayList<>();
        LateWriter late = new LateWriter(dir.resolve("index"), Duration.ZERO, false, null, Long.MAX_VALUE);
        try (IndexWriter writer = late.get()) {
            Segments segments = new Segments(late, dir.resolve("index"));
            Inverter inverter = new Inverter(1 << 20, new ThreadNumbers(0));
            for (int step = 0; step < 200; step++) {
                BytesRef key = Keys.file(FOLDER, "k" + random.nextInt(5));
                switch (random.nextInt(4)) {
                    case 0 -> {
                        writer.deleteDocuments(Keys.term(key));
                        expected.removeIf(state -> state.startsWith(key.utf8ToString()));
                    }
                    case 1, 2 -> {
                        String state = key.utf8ToString() + " " + step;
                        inverter.addState(FOLDER, key, new BytesRef(state));
                        waiting.add(state);
                    }
                    default -> {
                        segments.add(inverter);
                        expected.addAll(waiting);
                        waiting.clear();
                    }
                }
            }
            try (DirectoryReader reader = DirectoryReader.open(writer)) {
                assertThat(states(reader)).as("seed " + seed).containsExactlyInAnyOrderElementsOf(expected);
            }
            writer.commit();
        }
        try (Directory directory = IndexDirectory.create(dir.resolve("index"));
                DirectoryReader reader = DirectoryReader.open(directory)) {
            assertThat(states(reader)).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static List<String> states(DirectoryReader reader) throws IOException {
        List<String> states = new ArrayList<>();
        for (LeafReaderContext context : reader.leaves()) {
            BinaryDocValues values = context.reader().getBinaryDocValues(Schema.STATE);
            Bits live = context.reader().getLiveDocs();
            while (values.nextDoc() != BinaryDocValues.NO_MORE_DOCS) {
                if (live == null || live.get(values.docID())) {
                    states.add(values.binaryValue().utf8ToString());
                }
            }
        }
        return states;
    }

    @Test
    void whatAKilledRunLeftIsTakenAway() throws IOException {
        Archive archive = new Archive(dir).folders(majix.formats.StoreKind.MAILDIR, "md");
        archive.maildir("md");
        archive.write("md/cur/1", Archive.mail("apple", "one@x"));
        archive.index();
        Files.writeString(Files.createDirectory(archive.index.resolve("new-segment-0")).resolve("_0.fnm"), "part");
        Files.writeString(archive.index.resolve("new-segment-1"), "a file");
        Path foreign = Files.writeString(archive.index.resolve("new-segment-x"), "a file of somebody else");
        Path other = Files.createDirectory(archive.index.resolve("new-segment-y"));
        archive.write("md/cur/2", Archive.mail("banana", "two@x"));
        archive.index();
        try (DirectoryStream<Path> left = Files.newDirectoryStream(archive.index, Files::isDirectory)) {
            assertThat(left).containsExactly(other);
        }
        assertThat(archive.index.resolve("new-segment-1")).doesNotExist();
        assertThat(foreign).hasContent("a file of somebody else");
        assertThat(archive.search("s:banana")).containsExactly("md/cur/2");
    }
}
