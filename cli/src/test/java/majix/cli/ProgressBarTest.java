package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressBarTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {"-1,\"\"", "0,\"  writing the index\"", "1000000,\", 1 s left\"",
            "60000000,\", 30 s left\"",
            "600000000,\", 5 min left\"", "18000000000,\", 2.5 h left\""})
    void theTimeLeftIsToldInRoundNumbers(long left, String told) {
        assertThat(ProgressBar.line(5000, 20_000_000, 10_000, left, null))
                .isEqualTo("5000 messages, 20 MB, 500/s" + told);
    }

    @Test
    void longNamesOfFoldersLoseTheirBeginning() {
        String line = ProgressBar.line(5000, 20_000_000, 10_000, 60_000_000,
                "/home/ann/Mail/" + "lists/".repeat(9) + "\u0007x");
        assertThat(line)
                .isEqualTo("5000 messages, 20 MB, 500/s, 30 s left  \u2026ists/lists/lists/lists/lists/lists/?x")
                .hasSize(78);
        assertThat(ProgressBar.line(1, 1, 0, -1, "inbox")).isEqualTo("1 messages, 0 MB, 1000/s  inbox");
    }
}
