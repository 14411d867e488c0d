package majix.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateOrderTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void sortsByDateAndThenAsTold(long seed) {
        Random random = new Random(seed);
        for (int count : new int[]{0, 1, 2, 40, 63, 64, 65, 5000}) {
            long[] dates = dates(random, count, (int) seed % 4);
            int[] rank = random.ints(count, 0, 1 << 20).toArray();
            int[] expected = IntStream.range(0, count).boxed()
                    .sorted((a, b) -> dates[a] != dates[b]
                            ? Long.compare(dates[a], dates[b])
                            : Integer.compare(rank[a], rank[b]))
                    .mapToInt(Integer::intValue).toArray();
            int[] order = DateOrder.of(dates, (a, b) -> Integer.compare(rank[a], rank[b]));
            assertThat(Arrays.stream(order).mapToLong(i -> dates[i] * 31 + rank[i]).toArray())
                    .isEqualTo(Arrays.stream(expected).mapToLong(i -> dates[i] * 31 + rank[i]).toArray());
            assertThat(Arrays.stream(order).sorted().toArray()).isEqualTo(IntStream.range(0, count).toArray());
        }
    }

    /// Dates of a few years; many of them the same; all the same; any that a long holds.
    private static long[] dates(Random random, int count, int kind) {
        return random.longs(count).map(any -> switch (kind) {
            case 0 -> 1_500_000_000_000L + Math.floorMod(any, 200_000_000_000L);
            case 1 -> 1000 * Math.floorMod(any, 20L);
            case 2 -> 7;
            default -> any;
        }).toArray();
    }
}
