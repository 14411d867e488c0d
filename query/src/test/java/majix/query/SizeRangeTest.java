package majix.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SizeRangeTest {

    @ParameterizedTest
    @CsvSource({"1000, 0, 1000", "999-1001, 999, 1001", "1000-, 1000, ", "-1000, 0, 1000", "1k-, 1024, ",
            "2K-2k, 2048, 2048", "1.5k-2.5k, 1536, 2560", "0.5m-1M, 524288, 1048576", "1g, 0, 1073741824",
            "3m-2k, 2048, 3145728", "0-, 0, ", "0, 0, 0", ".5k, 0, 512", "0.3k-0.3k, 307, 307", "1 - 2, 1, 2",
            "99999999999g-, 999999999999999999, ", "1.9999999999999999k, 0, 2048"})
    void readsRanges(String text, long least, Long most) throws QuerySyntaxException {
        SizeRange range = SizeRange.parse(text);
        assertThat(range).isEqualTo(new SizeRange(least, most == null ? Long.MAX_VALUE : most));
        assertThat(SizeRange.parse(range.toString())).isEqualTo(range);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "abc", "12q", "1k-x", "1.2.3k-", "k", ".", "1kb", "1-2-3", "1..2", "-1-2", "1e3",
            "9999999999999999999", "１"})
    void rejectsEverythingElse(String text) {
        assertThatThrownBy(() -> SizeRange.parse(text)).isInstanceOf(QuerySyntaxException.class)
                .hasMessageContaining('"' + text + '"');
    }
}
