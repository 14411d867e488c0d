package majix.indexer.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Thousands of random histories; see `.ci/torture.d/histories`. Not among the tests that always run: its name says so.
class HistoriesCampaign {
    @TempDir
    Path dir;

    @Test
    void everyAnswerOfEveryHistoryAgrees() {
        long first = Long.getLong("majix.seed", 1);
        long count = Long.getLong("majix.torture", 100);
        long end = System.nanoTime() + Long.getLong("majix.minutes", 60) * 60_000_000_000L;
        Counts counts = new Counts();
        for (long seed = first; seed < first + count && System.nanoTime() < end && counts.findings < 20; seed++) {
            String finding = History.play(seed, Integer.getInteger("majix.rounds", 5), dir, counts);
            if (finding != null) {
                System.out.println(finding);
            } else if (counts.histories % 100 == 0) {
                System.out.println("# " + counts.histories + " histories up to seed " + seed);
            }
        }
        System.out.println(counts);
        assertThat(counts.findings).isZero();
    }
}
