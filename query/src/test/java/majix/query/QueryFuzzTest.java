package majix.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;

/// Any text as a query. In a usual run each method sees its seeds only; `.ci/torture fuzz` lets Jazzer find more.
class QueryFuzzTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /// A query is read, and what it prints is read as the same; or one line says what is wrong with it and where. Each line
    /// of the input is an argument.
    @FuzzTest
    void query(byte[] input) throws QuerySyntaxException {
        List<String> arguments = List.of(new String(input, StandardCharsets.UTF_8).split("\n", -1));
        Expr expr;
        try {
            expr = QueryParser.parse(arguments, Parsed.NOW, ZONE);
        } catch (QuerySyntaxException e) {
            oneLine(e);
            return;
        }
        assertThat(QueryParser.parse(List.of(expr.toString()), Parsed.NOW, ZONE)).isEqualTo(expr);
        assertThat(Explanation.of(expr)).isNotEmpty();
        QueryParser.mayNameOthers(arguments);
    }

    /// The same for what may stand after `d:` and `z:`.
    @FuzzTest
    void range(byte[] input) throws QuerySyntaxException {
        String text = new String(input, StandardCharsets.UTF_8);
        try {
            DateRange days = DateRange.parse(text, () -> new Now(Parsed.NOW, ZONE));
            assertThat(DateRange.parse(days.toString(), () -> new Now(Parsed.NOW, ZONE))).isEqualTo(days);
        } catch (QuerySyntaxException e) {
            oneLine(e);
        }
        try {
            SizeRange sizes = SizeRange.parse(text);
            assertThat(SizeRange.parse(sizes.toString())).isEqualTo(sizes);
        } catch (QuerySyntaxException e) {
            oneLine(e);
        }
    }

    private static void oneLine(QuerySyntaxException e) {
        assertThat(e.getMessage()).doesNotContainPattern("[\\p{Cntrl}\u2028\u2029]");
        assertThat(e.offset()).isBetween(0, e.argument().length());
    }
}
