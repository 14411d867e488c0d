package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Subjects without the marks of replies.
class HitOrderTest {
    @ParameterizedTest
    @CsvSource({"Re: lunch,lunch", "' AW:re:  Fwd: lunch ',lunch", "Return: lunch,Return: lunch", "'Re: ',''", "'',''",
            "re re: lunch,re re: lunch"})
    void marksOfRepliesGo(String subject, String bare) {
        assertThat(HitOrder.bareSubject(subject)).isEqualTo(bare);
    }

    /// Each mark is looked at once, not all that follows it.
    @Test
    void manyMarksTakeNoTime() {
        assertTimeoutPreemptively(Duration.ofSeconds(20),
                () -> assertThat(HitOrder.bareSubject("Re: ".repeat(1 << 19) + "lunch")).isEqualTo("lunch"));
    }
}
