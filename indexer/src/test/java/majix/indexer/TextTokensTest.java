package majix.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/// The words of texts that are shown.
class TextTokensTest {

    @Test
    void addressesHaveTheirParts() {
        assertThat(TextTokens.addresses("Ann <a.b@x.org>, @y c@"))
                .extracting(TextTokens.Token::folded)
                .containsExactly("ann", "a.b@x.org", "a.b", "x.org", "@y", "c@", "c", "");
    }

    @Test
    void manyWordsWithoutAnAddressTakeLinearTime() {
        String header = "ann@x " + "a, ".repeat(500_000);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20),
                () -> assertThat(TextTokens.addresses(header)).hasSize(500_003));
    }

    @Test
    void floodsOfOtherTextsTakeLinearTime() {
        for (String piece : new String[]{"a", "@", "a@", "\u0301", "\u4e00", "\ufdfa", "a\u200b", ".", "\u0e01 "}) {
            String text = piece.repeat(1_000_000 / piece.length());
            Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
                TextTokens.addresses(text);
                assertThat(TextTokens.words(text)).hasSizeLessThanOrEqualTo(text.length());
            }, piece);
        }
    }
}
