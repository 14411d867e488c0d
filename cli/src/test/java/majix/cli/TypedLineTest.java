package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedLineTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {"  a  b , a|b", "s:\"a b\" c, s:\"a b\"|c", "\"s:a b\" c, s:a b|c",
            "'s:a b' c, s:a b|c", "\"a b, \"a b", "\"a\"/\"b c\", \"a\"/\"b c\"", "o'neill x, o'neill|x",
            "(f:a or s:b), (f:a|or|s:b)", "\"\", \"\""})
    void linesAreCutIntoArguments(String line, String arguments) {
        assertThat(String.join("|", TypedLine.of(line).arguments())).isEqualTo(arguments);
    }

    @Test
    void placesInArgumentsArePlacesInTheLine() {
        TypedLine line = TypedLine.of(" s:a  \"k:x y\"");
        assertThat(line.column("s:a", 2)).isEqualTo(3);
        assertThat(line.column("k:x y", 0)).isEqualTo(7);
        assertThat(line.column("k:x y", 99)).isEqualTo(13);
        assertThat(line.column("unknown", 0)).isEqualTo(13);
    }

    @Test
    void commandsBeginWithAColon() {
        assertThat(TypedLine.of(" :show 1").isCommand()).isTrue();
        assertThat(TypedLine.of("s:x").isCommand()).isFalse();
        assertThat(TypedLine.of(" ").isBlank()).isTrue();
    }
}
