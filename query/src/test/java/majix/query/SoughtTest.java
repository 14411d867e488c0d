package majix.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoughtTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "s:plum | SUBJECT s:plum",
            "sb:plum | SUBJECT s:plum; BODY b:plum",
            "(s:plum or f:~ann) | SUBJECT s:plum",
            "~(s:~plum f:ann) | SUBJECT s:plum",
            "f:a+b | FROM f:a+b",
            "s:^plu/jam=1 | SUBJECT s:^plu; SUBJECT s:jam=1",
            "p:old | PATH p:old",
            "z:1k- | SIZE z:1024-",
            "F:s | FLAGS F:s",
            "m:x@y | ID m:x@y"})
    void whatIsLookedForIsTold(String query, String told) throws Exception {
        Expr expr = QueryParser.parse(List.of(query),
                () -> new Now(LocalDateTime.of(2025, 1, 1, 0, 0), ZoneOffset.UTC));
        assertThat(String.join("; ", Sought.of(expr).stream().map(one -> one.field() + " " + one.expr()).toList()))
                .isEqualTo(told);
    }
}
