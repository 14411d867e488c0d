package majix.indexer.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Some dozens of short random histories. `.ci/torture histories` plays thousands of long ones.
class HistoriesTest {
    @TempDir
    Path dir;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theIndexKeptAFreshOneAndThePlainAnswerAgree(long first) {
        Counts counts = new Counts();
        for (long seed = 10 * first; seed < 10 * first + 10; seed++) {
            assertThat(History.play(seed, 3, dir, counts)).isNull();
        }
        assertThat(counts.runs).as("indexing runs").isGreaterThan(30);
        assertThat(counts.questions).as("queries compared").isGreaterThan(700);
    }
}
