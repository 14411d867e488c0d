package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import majix.formats.MessagePart;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/// Any text as the address headers and file names of strangers. In a usual run the fuzz targets see their seeds only;
/// `.ci/torture fuzz` lets Jazzer find more.
class StrangersFuzzTest {

    /// Mailboxes have an address without blanks, and say no more than the header.
    @FuzzTest
    void addresses(byte[] input) {
        String header = new String(input, StandardCharsets.UTF_8);
        for (Mailbox mailbox : Mailbox.of(header)) {
            assertThat(mailbox.address()).contains("@").doesNotContain(" ");
            assertThat(mailbox.name()).hasSizeLessThanOrEqualTo(header.length());
            assertThat(Senders.domain(mailbox.address())).doesNotContain("@");
            Robots.isRobot(mailbox.address());
        }
        assertThat(Senders.name(header)).hasSizeLessThanOrEqualTo(3 * header.length());
    }

    /// A part's name becomes one component of a path that no file system refuses and no program takes for an option.
    @FuzzTest
    void fileName(byte[] input) {
        String name = SafeName.of(part(new String(input, StandardCharsets.UTF_8)));
        assertThat(name).isNotBlank().doesNotContain("/").doesNotContainPattern("[\\x00-\\x1f\\x7f-\\x9f]")
                .doesNotStartWith(".").doesNotStartWith("-");
        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(200);
        assertThat(SafeName.numbered(name, 2)).isNotEqualTo(name).contains("-2");
    }

    private static MessagePart part(String name) {
        return new MessagePart(1, 0, MessagePart.Kind.DATA, "application/pdf", name, true, 0);
    }

    /// UTF-7 and UTF-16 can name halves of characters, which are no part of a path.
    @Test
    void halfACharacterIsNone() {
        assertThat(SafeName.of(part("a\ud800b.txt"))).isEqualTo("a_b.txt");
        assertThat(SafeName.of(part("a".repeat(199) + "\ud83d\ude00"))).isEqualTo("a".repeat(199));
    }

    @Test
    void endlessNamesTakeNoTime() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            assertThat(SafeName.of(part("\u00e4".repeat(1_000_000) + ".pdf"))).endsWith("\u00e4.pdf").hasSize(102);
            assertThat(Mailbox.of("\"".repeat(1_000_000) + "Ann" + "\"".repeat(1_000_000) + " <ann@x>")).hasSize(1);
            assertThat(Mailbox.of("a,".repeat(500_000) + "ann@x")).hasSize(1);
        });
    }
}
