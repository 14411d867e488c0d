package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import majix.query.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The pages are written by hand; what the program knows must be in them.
class ManPagesTest {
    private static String page(String name) throws IOException {
        return Files.readString(Path.of("src/main/dist/man", name));
    }

    @ParameterizedTest
    @EnumSource(Field.class)
    void everyFieldIsInThePageOnQueries(Field field) throws IOException {
        assertThat(page("majix-query.7")).contains("\n.It " + field.letter() + " Ta " + field.longName() + " Ta ");
    }

    @Test
    void everyDirectiveIsInThePageOnTheRcFile() throws IOException {
        String page = page("majixrc.5");
        assertThat(Directives.KNOWN)
                .allSatisfy(name -> assertThat(page).containsPattern("\n\\.It Ic " + name + "( |\n)"));
        for (OutputFormat format : OutputFormat.values()) {
            assertThat(page).containsPattern("\n\\.Cm " + format.name().toLowerCase(Locale.ROOT) + "\\b");
        }
    }

    @Test
    void everyExitStatusIsInThePageOnTheProgram() throws IOException {
        String page = page("majix.1");
        String section = page.substring(page.indexOf(".Sh EXIT STATUS"));
        for (int status : new int[]{Failure.DONE, Failure.NO_HIT, Failure.BAD_INPUT, Failure.TROUBLE, Failure.BUSY}) {
            assertThat(section).contains("\n.It " + status + "\n");
        }
    }
}
