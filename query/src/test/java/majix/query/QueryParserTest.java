package majix.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryParserTest {

    /// Arguments are separated by `;`, and the query is read back from what it prints.
    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '\0', value = {
            "alpha                        → alpha",
            "s:alpha                      → s:alpha",
            "subject:alpha                → s:alpha",
            "cf:carol                     → cf:carol",
            "fc:carol                     → cf:carol",
            "a:bob                        → tcf:bob",
            "address:bob                  → tcf:bob",
            "r:bob                        → tc:bob",
            "abn:x                        → tcfbn:x",
            "bfstc:x                      → x",
            "cc:x                         → c:x",
            "s:alpha; f:bob               → (s:alpha f:bob)",
            "s:alpha,beta                 → (s:alpha s:beta)",
            "s:alpha/beta|gamma           → (s:alpha or s:beta or s:gamma)",
            "s:alpha,beta/gamma           → ((s:alpha s:beta) or s:gamma)",
            "s:gamma/alpha,beta; x        → ((s:gamma or (s:alpha s:beta)) x)",
            "s: alpha , ~ beta / gamma    → ((s:alpha ~(s:beta)) or s:gamma)",
            " s : alpha                   → s:alpha",
            "s:~alpha                     → ~(s:alpha)",
            "~lunch                       → ~(lunch)",
            "s:^alpha                     → s:^alpha",
            "s:^alpha=                    → s:^alpha",
            "s:alpha=                     → s:alpha=",
            "s:alpha=0                    → s:alpha=",
            "s:alpha=2/beta=              → (s:alpha=2 or s:beta=)",
            "s:~^alpha=1                  → ~(s:^alpha=1)",
            "s:^alpha=0                   → s:^alpha",
            "s:alpha=99999999999          → s:alpha=1000000",
            "quarterly budget             → \"quarterly budget\"",
            "s:quarterly budget           → s:\"quarterly budget\"",
            "s:\"a/b, c\"=2/d             → (s:\"a/b, c\"=2 or s:d)",
            "\"s:alpha\"                  → \"s:alpha\"",
            "s:\"a \"\"b\"\"\"            → s:\"a \"\"b\"\"\"",
            "b:foo.bar                    → b:foo.bar",
            "b:10.20.30.40                → b:10.20.30.40",
            "b:it's                       → b:\"it's\"",
            "n:report(1).pdf              → n:\"report(1).pdf\"",
            "or                           → \"or\"",
            "f:richard+doesnt+exist       → f:richard+doesnt+exist",
            "f:~richard+exist=1           → ~(f:richard+exist=1)",
            "s:alpha+beta/quarterly       → (s:alpha+beta or s:quarterly)",
            "f:\"a b\"+c                  → f:\"a b\"+c",
            "f:\"a+b\"                    → f:\"a+b\"",
            "http://www.site.example/a,b  → \"http://www.site.example/a,b\"",
            "~ftp://site/                 → ~(\"ftp://site/\")",
            "http://x/?q=1; s:y           → (\"http://x/?q=1\" s:y)",
            "m:<a01.Root@Mid.Example>     → m:a01.Root@Mid.Example",
            "m:o10=with+eq~x@mid.example  → m:o10=with+eq~x@mid.example",
            "m:a,b/c|d^(e                 → m:\"a,b/c|d^(e\"",
            "id:a b                       → m:\"a b\"",
            "m:1=,2=,3@mid.example=       → m:1$2$3@mid.example",
            "m:<1=,2=,@mid.example=>       → m:\"1=,2=,@mid.example=\"", "s:25℃ → s:\"25℃\"", "s:℃ → s:\"℃\"",
            "s:™ → s:\"™\"",
            "p:inbox/new                  → p:inbox/new",
            "p:^/home|old                 → (p:^/home or p:old)",
            "p:inbox,new                  → (p:inbox p:new)",
            "p://share                    → p://share",
            "p:~c++/src                   → ~(p:\"c++/src\")",
            "p:inbx=1                     → p:inbx=1",
            "p:inbox=                     → p:inbox",
            "sp:inbox                     → (s:inbox or p:inbox)",
            "sp:~a/b                      → ~(s:\"a/b\" or p:a/b)",
            "sp:!                         → p:\"!\"",
            "sp:a,!|~#                    → (((s:a or p:a) p:\"!\") or ~(p:\"#\"))",
            "sp:a+b                       → (s:a+b or p:\"a+b\")",
            "z:1000                       → z:-1000",
            "z:2K-1.5k                    → z:1536-2048",
            "F:S-f                        → F:s-f",
            "flag:DFPRST                  → F:srfdtp",
            "F:l-s                        → F:-sl",
            "F:-s-t                       → F:-s-t",
            "F:s-s                        → F:s-s",
            "(s:alpha)                    → s:alpha",
            "(s:alpha s:beta)             → (s:alpha s:beta)",
            "( s:alpha or f:bob x )       → (s:alpha or (f:bob x))",
            "~(s:alpha or s:beta); x      → (~(s:alpha or s:beta) x)",
            "(alpha and not beta)         → (alpha ~(beta))",
            "(a OR not (b c))             → (a or ~(b c))",
            "((a or b)(c or d))           → ((a or b) (c or d))",
            "(~(a or b) or ~c)            → (~(a or b) or ~(c))",
            "(s:\"a or b\" or \"or\")     → (s:\"a or b\" or \"or\")",
            "(n:a(1).pdf or m:x@y)        → (n:\"a(1).pdf\" or m:x@y)",
            "(; s:alpha; or; s:beta; )    → (s:alpha or s:beta)",
            "(s:alpha; or; s:beta); x     → ((s:alpha or s:beta) x)",
            "(; s:a b; or; s:c d); x      → ((s:\"a b\" or s:\"c d\") x)",
            "(s:a; or s:b s:c); x         → ((s:a or (s:b s:c)) x)",
            "~(; a; or; (; b; c; ); )     → ~(a or (b c))",
            "(d:2025-02-15 z:1k-)         → (d:2025-02-15T00:00:00.000Z..2025-02-15T23:59:59.999Z z:1024-)",
    })
    void readsAndPrints(String query, String printed) {
        Expr expr = Parsed.expr(query.split("\\s*;\\s*"));
        assertThat(expr).hasToString(printed);
        assertThat(Parsed.expr(printed)).isEqualTo(expr);
    }

    /// Arguments are separated by `;`; the third column is the offset of the caret in the faulty argument.
    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '\0', value = {
            "s:alpha/        → empty word                       → 8",
            "s:,x            → empty word                       → 2",
            "s:alpha,,beta   → empty word                       → 8",
            "s:              → empty word                       → 2",
            "s:^=            → empty word                       → 3",
            "s:\"\"          → empty word                       → 2",
            "~               → empty word                       → 1",
            "/               → empty word                       → 0",
            "s:c++           → empty word                       → 4",
            "m:<>            → empty word                       → 2",
            "s:❤\uFE0F       → nothing searchable in \"❤\uFE0F\" → 2",
            "s:❶             → nothing searchable in \"❶\"      → 2",
            "s:---           → nothing searchable in \"---\"    → 2",
            "a:@             → nothing searchable in \"@\"      → 2",
            "s:a+--          → nothing searchable in \"--\"     → 2",
            "s:^~chro=       → stray \"~\"                      → 3",
            "s:~~a           → stray \"~\"                      → 3",
            "~s:x            → stray \"~\" before a key         → 0",
            "g:alpha         → unknown key \"g\"                → 0",
            "subjct:alpha    → did you mean \"subject\"?        → 0",
            "S:alpha         → unknown key \"S\"                → 0",
            "Subject:alpha   → did you mean \"subject\"?        → 0",
            "adress:alpha    → did you mean \"address\"?        → 0",
            "form:alpha      → did you mean \"from\"?           → 0",
            "Re: hello       → unknown key \"Re\"               → 0",
            "x,y:z           → unknown key \"x,y\"              → 0",
            "sd:2025         → key \"d\" in \"sd\"              → 0",
            "ms:x            → key \"m\" in \"ms\"              → 0",
            "s:meeting=x     → expected a number of errors      → 10",
            "s:meeting==     → expected a number of errors      → 10",
            "s:a=1b          → expected a number of errors      → 4",
            "s:\"a           → unbalanced quote                 → 2",
            "s:5\"           → unbalanced quote                 → 3",
            "s:a\"b\"        → stray text beside a quote        → 3",
            "s:\"a\"b        → stray text beside a quote        → 5",
            "s:alpha)        → unbalanced parenthesis           → 7",
            "s:f(x           → unbalanced parenthesis           → 3",
            "s:(a or b)      → stray \"(\"                      → 2",
            "(a              → unbalanced \"(\"                 → 0",
            "x; ~(a; b       → unbalanced \"(\"                 → 1",
            "(a (b)          → unbalanced \"(\"                 → 0",
            "(a))            → text after the group             → 3",
            "(a) or (b)      → text after the group             → 4",
            "()              → empty group                      → 1",
            "(or a)          → stray \"or\"                     → 1",
            "(a or)          → stray \"or\"                     → 5",
            "(a and or b)    → stray \"or\"                     → 7",
            "(not)           → stray \"not\"                    → 4",
            "(not not a)     → stray \"not\"                    → 5",
            "(s:a g:b)       → unknown key \"g\"                → 5",
            "(s:a or         → unbalanced \"(\"                 → 0",
            "F:              → bad flag at the end              → 2",
            "F:-             → bad flag at the end              → 3",
            "F:sq            → bad flag at \"q\"                → 3",
            "z:1k-x          → bad size \"x\"                   → 5",
            "d:24dec31       → bad date \"24dec31\"             → 2",
            "d:feb-nonsense  → bad date \"nonsense\"            → 6",
    })
    void rejectsWithOneLineAndAPlace(String query, String problem, int offset) {
        QuerySyntaxException e = failure(query.split("\\s*;\\s*"));
        assertThat(e.getMessage()).contains(problem).contains('"' + e.argument() + '"').doesNotContain("\n");
        assertThat(e.offset()).isEqualTo(offset);
    }

    @Test
    void emptyArgumentsAreErrors() {
        assertThat(failure("s:alpha", "")).hasMessageContaining("empty argument");
        assertThat(failure(" ")).hasMessageContaining("empty argument");
        assertThat(failure("(", "")).hasMessageContaining("empty argument");
        assertThat(failure()).hasMessageContaining("empty query");
    }

    @Test
    void controlCharactersDoNotBreakTheLine() {
        assertThat(failure("s:a\nb\u0007/")).message().startsWith("\"s:a?b?/\": ");
    }

    @Test
    void longArgumentsAreCut() {
        assertThat(failure("s:" + "x".repeat(5000) + "/").getMessage().length()).isLessThan(400);
    }

    @Test
    void theFaultyArgumentIsTold() {
        QuerySyntaxException e = failure("(s:alpha", "or", "g:beta)");
        assertThat(e.argument()).isEqualTo("g:beta)");
        assertThat(e.offset()).isZero();
    }

    @Test
    void groupsAreLimitedInDepth() {
        assertThat(Parsed.expr("(".repeat(100) + "a" + ")".repeat(100))).hasToString("a");
        assertThat(failure("(".repeat(100_000) + "a")).hasMessageContaining("more than 100 groups");
    }

    @Test
    void theClockIsNotAskedWithoutDates() throws QuerySyntaxException {
        Expr expr = QueryParser.parse(List.of("s:alpha", "z:1k-"), () -> {
            throw new AssertionError("asked");
        });
        assertThat(expr).hasToString("(s:alpha z:1024-)");
    }

    @Test
    void everyExampleOfAFieldIsRead() {
        for (Field field : Field.values()) {
            Expr expr = Parsed.expr(field.example());
            assertThat(Parsed.expr(expr.toString())).isEqualTo(expr);
            assertThat(Keys.of(field.longName())).containsExactly(field);
        }
    }

    private static QuerySyntaxException failure(String... arguments) {
        return catchThrowableOfType(QuerySyntaxException.class,
                () -> QueryParser.parse(List.of(arguments), Parsed.NOW, Parsed.UTC));
    }
}
