package majix.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import majix.formats.FileNames;
import majix.formats.FolderSpec;
import majix.formats.StoreKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkAheadTest {
    @TempDir
    Path top;

    private Progress progress;

    @BeforeEach
    void mail() throws IOException {
        for (String folder : List.of("a", "b")) {
            for (String part : List.of("cur", "new", "tmp")) {
                Files.createDirectories(top.resolve(folder).resolve(part));
            }
            for (int i = 0; i < 10; i++) {
                Files.writeString(top.resolve(folder + "/cur/" + i + ":2,"), "Subject: x\n\n");
            }
        }
        Files.writeString(top.resolve("m"), "From x Sat Jan  6 12:00:00 2024\n" + "y".repeat(968));
        progress = new Progress();
    }

    private void weigh() {
        progress.ahead(WorkAhead.in(List.of(new FolderSpec(StoreKind.MAILDIR, top, List.of("a", "b"), List.of(), false),
                new FolderSpec(StoreKind.MBOX, top, List.of("m"), List.of(), false))));
    }

    private void enter(String folder) {
        progress.enter(FileNames.text(top.resolve(folder)));
    }

    @Test
    void nothingIsToldBeforeAllWasWeighed() {
        assertThat(progress.left()).isEqualTo(-1);
    }

    @Test
    void aFirstRunReadsAll() {
        weigh();
        enter("a");
        progress.expect(10, 0);
        for (int i = 0; i < 5; i++) {
            progress.read(100, false);
        }
        // five of a, ten of b, and the mbox
        assertThat(progress.left()).isEqualTo(500 + 1000 + 1000);
        enter("b");
        enter("m");
        assertThat(progress.left()).isEqualTo(500);
        progress.expect(0, 1000);
        progress.read(400, true);
        assertThat(progress.left()).isEqualTo(500 + 600);
    }

    @Test
    void foldersNotYetSeenAreTakenToHaveAsMuchNewAsTheOthers() {
        weigh();
        enter("a");
        progress.expect(2, 0);
        progress.read(100, false);
        progress.read(100, false);
        assertThat(progress.left()).isEqualTo((1000 + 1000) / 5);
        enter("b");
        enter("m");
        assertThat(progress.left()).isZero();
    }

    @Test
    void aRunTellsWhatItFound() throws IOException {
        weigh();
        Indexer.run(top.resolve("index"),
                List.of(new FolderSpec(StoreKind.MAILDIR, top, List.of("a", "b"), List.of(), false),
                        new FolderSpec(StoreKind.MBOX, top, List.of("m"), List.of(), false)),
                new Indexer.Options(false, false, java.time.Duration.ZERO, 2), _ -> {}, progress);
        assertThat(progress.messages()).isEqualTo(21);
        assertThat(progress.expectedFiles()).isEqualTo(20);
        assertThat(progress.expectedBytes()).isEqualTo(1000);
        assertThat(progress.left()).isLessThan(50);
    }
}
