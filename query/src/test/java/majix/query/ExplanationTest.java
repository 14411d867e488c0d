package majix.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    @Test
    void drawsOneLineForEachClause() {
        Expr expr = Parsed.expr("s:alpha/~beta gamma", "(f:bob or not p:old)");
        List<Explanation> lines = Explanation.of(expr);
        assertThat(lines.stream().map(Explanation::toString)).containsExactly("all of", "  any of", "    s:alpha",
                "    not", "      s:\"beta gamma\"", "  any of", "    f:bob", "    not", "      p:old");
        assertThat(lines.getFirst().clause()).isEqualTo(expr);
        assertThat(lines.get(6).clause()).isEqualTo(Parsed.expr("f:bob"));
    }
}
