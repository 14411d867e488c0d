package majix.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Queries that bring in saved ones.
class SavedTermsTest {
    private final Map<String, List<String>> known = new LinkedHashMap<>();
    private boolean asked;

    SavedTermsTest() {
        known.put("work", List.of("f:example.org", "s:~lunch"));
        known.put("bob", List.of("f:bob"));
        known.put("both_1.x-y", List.of("(q:work", "or", "q:bob)"));
        known.put("bad", List.of("s:x/"));
        known.put("worse", List.of("q:bad"));
        known.put("ring", List.of("q:bob", "q:ring2"));
        known.put("ring2", List.of("(s:x or ~q:ring)"));
    }

    private Expr parsed(String... arguments) throws QuerySyntaxException {
        return QueryParser.parse(List.of(arguments), () -> new Now(Parsed.NOW, Parsed.UTC), new SavedQueries() {
            @Override
            public @Nullable List<String> arguments(String name) {
                asked = true;
                return known.get(name);
            }

            @Override
            public Collection<String> names() {
                return known.keySet();
            }
        });
    }

    /// Arguments are separated by `;`.
    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '\0', value = {
            "q:bob                → f:bob",
            "query:bob            → f:bob",
            " q : bob             → f:bob",
            "q:work               → (f:example.org ~(s:lunch))",
            "~q:bob               → ~(f:bob)",
            "~ q:bob              → ~(f:bob)",
            "q:~bob               → ~(f:bob)",
            "~q:~bob              → ~(~(f:bob))",
            "q:bob/work           → (f:bob or (f:example.org ~(s:lunch)))",
            "q:bob|~bob           → (f:bob or ~(f:bob))",
            "q:bob , ~bob         → (f:bob ~(f:bob))",
            "q:both_1.x-y         → ((f:example.org ~(s:lunch)) or f:bob)",
            "s:x; q:bob           → (s:x f:bob)",
            "(s:x or ~q:bob)      → (s:x or ~(f:bob))",
            "(s:x and not q:bob)  → (s:x ~(f:bob))",
            "\"q:bob\"            → \"q:bob\"",
            "s:q:bob              → s:\"q:bob\"",
    })
    void namesStandForTheirQueries(String query, String printed) throws QuerySyntaxException {
        Expr expr = parsed(query.split("\\s*;\\s*"));
        assertThat(expr).hasToString(printed);
        assertThat(Parsed.expr(printed)).isEqualTo(expr);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '\0', value = {
            "q:               → 2 → \"q:\": empty word, expected the name of a saved search: work bob both_1.x-y",
            "q:bob/           → 6 → \"q:bob/\": empty word, expected the name",
            "q:nobody         → 2 → \"q:nobody\": unknown saved search \"nobody\", expected one of work bob",
            "q:Bob            → 2 → \"q:Bob\": unknown saved search \"Bob\"",
            "q:bob=           → 5 → \"q:bob=\": stray \"=\", expected names of saved searches",
            "q:^bob           → 2 → \"q:^bob\": stray \"^\"",
            "q:\"bob\"        → 2 → \"q:\"bob\"\": stray \"\"\"",
            "q:bob work       → 6 → \"q:bob work\": stray \"w\"",
            "sq:bob           → 0 → \"sq:bob\": unknown key \"sq\"",
            "q:bad            → 2 → \"q:bad\": in saved search \"bad\": \"s:x/\": empty word",
            "q:worse          → 2 → \"q:worse\": in saved search \"bad\": \"s:x/\": empty word",
            "q:bob,ring       → 6 → \"q:bob,ring\": saved search \"ring\" asks for itself: ring > ring2 > ring",
    })
    void whatCannotBeReadIsToldOnceWithItsPlace(String query, int offset, String told) {
        QuerySyntaxException e = catchThrowableOfType(QuerySyntaxException.class, () -> parsed(query));
        assertThat(e).hasMessageStartingWith(told).hasMessageNotContaining("\n");
        assertThat(e.offset()).isEqualTo(offset);
        assertThat(e.argument()).isEqualTo(query);
    }

    @Test
    void aControlCharacterIsToldWithoutItself() {
        QuerySyntaxException e = catchThrowableOfType(QuerySyntaxException.class, () -> parsed("q:bob\u001b[1m"));
        assertThat(e).hasMessageStartingWith("\"q:bob?[1m\": stray \"?\", expected names of saved searches");
    }

    @Test
    void queriesThatDoubleInEachStepComeToAnEnd() {
        known.put("s0", List.of("s:x"));
        for (int i = 1; i < 60; i++) {
            known.put("s" + i, List.of("q:s" + (i - 1), "q:s" + (i - 1)));
        }
        assertThat(catchThrowableOfType(QuerySyntaxException.class, () -> parsed("q:s59")))
                .hasMessageContaining("more than 1000 saved searches");
    }

    @Test
    void aLongChainIsTold() throws QuerySyntaxException {
        known.put("c0", List.of("s:x"));
        for (int i = 1; i < 200; i++) {
            known.put("c" + i, List.of("q:c" + (i - 1)));
        }
        assertThat(parsed("q:c99")).hasToString("s:x");
        assertThat(catchThrowableOfType(QuerySyntaxException.class, () -> parsed("q:c199")))
                .hasMessageContaining("100 inside each other");
    }

    @Test
    void whereNothingIsSavedNoNameIsKnown() {
        assertThat(catchThrowableOfType(QuerySyntaxException.class,
                () -> QueryParser.parse(List.of("q:bob"), Parsed.NOW, Parsed.UTC)))
                .hasMessage("\"q:bob\": unknown saved search \"bob\", but none is there yet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"q:x", "query:x", "(s:a or q :x)", "~q:x"})
    void aQueryThatMayBringInOthersIsKnown(String query) {
        assertThat(QueryParser.mayNameOthers(List.of("s:a", query))).isTrue();
    }

    @Test
    void savedQueriesAreNotAskedForInVain() throws QuerySyntaxException {
        assertThat(parsed("s:q:x", "\"q:y\"", "m:q:z", "http://q:8/")).hasToString(
                "(s:\"q:x\" \"q:y\" m:q:z \"http://q:8/\")");
        assertThat(asked).isFalse();
        assertThat(QueryParser.mayNameOthers(List.of("s:x", "f:bob", ":", "quux"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a b", "a/b", "a:b", "a~"})
    void whatIsNoNameIsKnown(String text) {
        assertThat(SavedQueries.isName(text)).isFalse();
        assertThat(SavedQueries.isName("b\u00fccher_1.x-")).isTrue();
    }
}
