package majix.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The syntax of every query in the conformance kit: what exits with 2 is rejected with the text it must name, all else
/// is read, and read back from what it prints.
class KitTest {

    @TestFactory
    Stream<DynamicTest> everyQueryOfTheKit() throws IOException {
        String shared = System.getenv().getOrDefault("MAJIX_SHARED", "../../shared");
        Path cases = Path.of(shared, "kit", "cases.tsv");
        if (!Files.exists(cases)) {
            Assumptions.abort("no conformance kit at " + cases + "; MAJIX_SHARED names its place");
        }
        return Files.readAllLines(cases).stream().filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1)).map(row -> DynamicTest.dynamicTest(row[0], () -> check(row)));
    }

    private static void check(String[] row) {
        List<String> arguments = arguments(row[2]);
        arguments.remove("-t");
        LocalDateTime now = row[6].isEmpty() ? Parsed.NOW : LocalDateTime.parse(row[6]);
        try {
            Expr expr = QueryParser.parse(arguments, now, Parsed.UTC);
            assertThat(row[4]).as("exit status, read as %s", expr).isNotEqualTo("2");
            assertThat(Parsed.expr(expr.toString())).isEqualTo(expr);
        } catch (QuerySyntaxException e) {
            assertThat(row[4]).as(e.getMessage()).isEqualTo("2");
            assertThat(e.getMessage()).contains(row[5]).doesNotContain("\n");
        }
    }

    /// Splits as a shell does, as far as the kit needs it.
    private static List<String> arguments(String line) {
        List<String> arguments = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        boolean any = false;
        for (char c : (line + " ").toCharArray()) {
            if (quote != 0 ? c == quote : c == '"' || c == '\'') {
                quote = quote == 0 ? c : 0;
                any = true;
            } else if (c == ' ' && quote == 0) {
                if (any) {
                    arguments.add(word.toString());
                }
                word.setLength(0);
                any = false;
            } else {
                word.append(c);
                any = true;
            }
        }
        return arguments;
    }
}
