package majix.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import majix.formats.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How many files that are no mail are kept, with reasons.
class SkippedFilesTest {
    private static final int MOST = 10_000;

    @TempDir
    private Path dir;

    @Test
    void aFileThatIsToldAgainCountsOnce() throws IOException {
        SkippedFiles skipped = new SkippedFiles(dir, problem -> {});
        Path first = Files.createFile(dir.resolve("first"));
        for (int i = 0; i < MOST; i++) {
            skipped.report(new Problem(Problem.Kind.NOT_MAIL, first, "no mail"));
        }
        Path second = Files.createFile(dir.resolve("second"));
        skipped.report(new Problem(Problem.Kind.NOT_MAIL, second, "no mail"));
        skipped.save(false);
        assertThat(SkippedList.read(dir)).extracting(Skipped::path).containsExactly(first, second);
    }

    @Test
    void noMoreAreKeptThanTheLimitAndDamagedOnesAll() throws IOException {
        SkippedFiles skipped = new SkippedFiles(dir, problem -> {});
        for (int i = 0; i <= MOST; i++) {
            skipped.report(new Problem(Problem.Kind.NOT_MAIL, dir.resolve("picture" + i), "no mail"));
        }
        Path damaged = dir.resolve("picture0");
        skipped.report(new Problem(Problem.Kind.UNREADABLE, damaged, "damaged"));
        skipped.report(new Problem(Problem.Kind.NOT_MAIL, dir.resolve("picture" + MOST), "no mail"));
        skipped.report(new Problem(Problem.Kind.NOT_MAIL, dir.resolve("another"), "no mail"));
        skipped.save(false);
        assertThat(SkippedList.read(dir)).hasSize(MOST + 1).extracting(Skipped::path)
                .contains(damaged, dir.resolve("picture" + MOST)).doesNotContain(dir.resolve("another"));
    }
}
