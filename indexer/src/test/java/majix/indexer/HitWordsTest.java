package majix.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import majix.query.Field;
import majix.query.Now;
import majix.query.QueryParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HitWordsTest {
    @Test
    void aPhraseWithAGreatGapTakesLinearTime() throws Exception {
        HitWords words = new HitWords(
                QueryParser.parse(List.of("b:the zzz the=1000000"),
                        () -> new Now(LocalDateTime.of(2025, 1, 1, 0, 0), ZoneOffset.UTC)));
        String text = "the zzz " + "the and ".repeat(200_000);
        assertThat(words.spans(Field.BODY, text)).hasSize(3);
        assertThat(words.spans(Field.BODY, text.replace("zzz", "aaa"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, value = {
            "s:plum|SUBJECT|Plum jam, plums, PLUM|[Plum] jam, plums, [PLUM]",
            "s:plum=|SUBJECT|Plum jam, plums|[Plum] jam, [plums]",
            "s:^plu|SUBJECT|plums aplums|[plums] aplums",
            "s:plum!=|SUBJECT|Plum! plums|[Plum]! [plums]",
            "s:^plum:|SUBJECT|plums aplums|[plums] aplums",
            "f:^ann;|FROM|Anna <a.anna@x>|[Anna] <a.[anna]@x>",
            "f:<ann>=|FROM|Joan <j.annan@x>|Joan <j.[annan]@x>",
            "s:plam=1|SUBJECT|plum prim|[plum] prim",
            "s:cafe|SUBJECT|Café cafe|[Café] [cafe]",
            "s:café|SUBJECT|Café cafe|[Café] cafe",
            "s:straße|SUBJECT|STRASSE|[STRASSE]",
            "b:red apple|BODY|red apple, apple red, red big apple|[red] [apple], apple red, red big apple",
            "b:red apple=1|BODY|red big apple, red very big apple|[red] big [apple], red very big apple",
            "b:10.20|BODY|10.20.30|[10].[20].30",
            "s:日本語|SUBJECT|新日本語 日本|新[日本語] 日本",
            "f:ann.|FROM|Joan Ann <j@x>, B. ann. <b@x>|Joan [Ann] <j@x>, B. [ann.] <b@x>",
            "f:@example.org|FROM|Ann <ann@example.org>|Ann <ann@[example.org]>",
            "f:ann@example.org.|FROM|Ann <ann@example.org>|Ann <[ann@example.org]>",
            "f:ann|FROM|Ann <ann@example.org>|[Ann] <[ann]@example.org>",
            "f:example.org|FROM|ann@example.org, bob@mail.example.org|ann@[example.org], bob@mail.example.org",
            "f:ann@example.org|FROM|Ann <ann@example.org>|Ann <[ann@example.org]>",
            "f:ann+fruit|FROM|ann+fruit@example.org fruit|[ann+fruit]@example.org [fruit]",
            "s:plum,jam|SUBJECT|plum or jam|[plum] or [jam]",
            "s:~plum|SUBJECT|plum|plum",
            "b:plum|SUBJECT|plum|plum",
            "n:report.pdf|ATTACHMENT|report.pdf|[report].[pdf]",
            "s:foobar|SUBJECT|foo\u00adbar|[foo\u00adbar]"})
    void whatWasLookedForIsFoundInTheText(String query, Field field, String text, String marked) throws Exception {
        HitWords words = new HitWords(
                QueryParser.parse(List.of(query), () -> new Now(LocalDateTime.of(2025, 1, 1, 0, 0), ZoneOffset.UTC)));
        StringBuilder shown = new StringBuilder(text);
        for (HitWords.Span span : words.spans(field, text).reversed()) {
            shown.insert(span.to(), ']').insert(span.from(), '[');
        }
        assertThat(shown).hasToString(marked);
    }
}
