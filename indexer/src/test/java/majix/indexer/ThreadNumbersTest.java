package majix.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThreadNumbersTest {
    private final ThreadNumbers numbers = new ThreadNumbers(10);

    @Test
    void messagesThatShareAnIdHaveOneNumber() {
        assertThat(numbers.of(new long[]{1})).isEqualTo(10);
        assertThat(numbers.of(new long[]{2})).isEqualTo(11);
        assertThat(numbers.of(new long[]{3, 1})).isEqualTo(10);
        assertThat(numbers.of(new long[]{})).isEqualTo(12);
        assertThat(numbers.next()).isEqualTo(13);
    }

    @Test
    void aMessageJoinsThreads() {
        numbers.of(new long[]{1});
        numbers.of(new long[]{2});
        numbers.of(new long[]{3});
        assertThat(numbers.of(new long[]{3, 2})).isEqualTo(11);
        assertThat(numbers.of(new long[]{2, 1})).isEqualTo(10);
        assertThat(numbers.root(12)).isEqualTo(10);
    }

    @Test
    void numbersUsedOtherwiseAreNotGiven() {
        numbers.of(new long[]{1});
        numbers.continueFrom(5000);
        assertThat(numbers.of(new long[]{2})).isEqualTo(5000);
        assertThat(numbers.of(new long[]{2, 1})).isEqualTo(10);
        assertThat(numbers.root(4999)).isEqualTo(4999);
    }
}
