package majix.query.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import majix.query.Expr;
import majix.query.Field;
import majix.query.QueryParser;
import majix.query.QuerySyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LuceneRendererTest {

    private static final String[] SUBJECTS = {"annual harvest report draft", "report annual harvest",
            "the quick report on harvest", "naïve café", "flat cafe", "synchronised chrony",
            "user@host.example foo-bar",
            "東京都庁 報告", "京東", "Hello! (World) re: c#"};

    @ParameterizedTest
    @CsvSource(delimiter = '→', value = {"s:harvest → 0 1 2", "s:'harvest report' → 0", "s:'report harvest' → ",
            "s:'report harvest'=1 → 1 2", "s:'the report'=1 → 2", "s:'the harvest'=2 → ", "s:'the harvest'=3 → 2",
            "s:'the quick harvest'=2 → 2", "s:'annual report'=1 → 0", "s:café → 3",
            "s:cafe → 3 4", "s:naiv= → 3", "s:chrony → 5", "s:chron= → 5", "s:^sync → 5", "s:^hrony → ",
            "s:chrony=2 → 5", "s:hrxny=1 → 5", "s:^chrxny=1 → 5", "s:user@host.example → 6", "s:host.user → ",
            "s:user@= → 6", "s:foo-bar → 6", "s:東京 → 7", "s:京都 → 7", "s:京都= → 7", "s:東京都 → 7", "s:東都 → ",
            "s:京東 → 8", "s:報告 → 7", "s:~harvest → 3 4 5 6 7 8 9", "s:hello! → 9", "s:hello!= → 9", "s:^hell! → 9",
            "s:'(world)'= → 9",
            "s:^re: → 0 1 2 9", "s:helo!=1 → 9", "s:~hello!= → 0 1 2 3 4 5 6 7 8", "s:^'c#' → 3 4 5 9",
            "s:chron+foo → ", "s:chrony+synchronised → 5",
            "s:'harvest report',~draft → ", "(s:naïve or s:flat) → 3 4", "s:xyz/flat → 4", "zzz → ", "n:zzz= → "})
    void findsWordsAndPhrases(String query, String expected) throws Exception {
        List<Mail> mails = new ArrayList<>();
        for (int i = 0; i < SUBJECTS.length; i++) {
            mails.add(Mail.of(i, Field.SUBJECT, SUBJECTS[i]));
        }
        assertFinds(mails, query, expected);
    }

    private static final String[] SENDERS = {"Alice Liddell <alice.liddell@wonder.example.org>",
            "Richard <richard+doesnt+exist@plus.example>", "Exist Richard <doesnt@plus.example>",
            "J. R.-Smith <jr@team-one.example.net>"};

    @ParameterizedTest
    @CsvSource(delimiter = '→', value = {"f:alice → 0", "f:'alice liddell' → 0",
            "f:alice.liddell@wonder.example.org → 0", "f:alice.liddell → 0", "f:wonder.example.org → 0",
            "f:liddell@wonder.example.org → ", "f:liddell@= → 0", "f:liddell@wundr=2 → 0", "f:^team- → 3",
            "f:team-one= → 3", "f:alise=1 → 0", "f:richard+doesnt+exist → 1 2",
            "f:richard+doesnt+exist@plus.example → 1", "f:doesnt+exist@= → 1", "t:alice → ", "a:r.-smith → 3",
            "alice → 0", "f:'(alic)'= → 0", "f:^'<alic' → 0", "f:liddell. → 0", "f:j. → 3", "f:liddell.= → ",
            "f:-r. → 3", "f:alice.liddell. → 0", "f:wonder.example.org. → 0", "f:alice.liddell@ → 0",
            "f:@plus.example → 1 2", "f:@plus → 1 2", "f:richard+doesnt+exist@plus.example. → 1",
            "f:.alice.liddell@wonder.example.org- → 0", "f:wonder.example. → ", "f:alice.liddell.= → ",
            "f:^@plus.example → ", "f:liddell@wonder. → "})
    void findsAddresses(String query, String expected) throws Exception {
        List<Mail> mails = new ArrayList<>();
        for (int i = 0; i < SENDERS.length; i++) {
            mails.add(Mail.of(i, Field.FROM, SENDERS[i]));
        }
        assertFinds(mails, query, expected);
    }

    private static final String[] NAMES = {"Quarterly Report.pdf", "quarterly-report.pdf", "notes.txt", "a+b.txt"};

    @ParameterizedTest
    @CsvSource(delimiter = '→', value = {"n:'quarterly report.pdf' → 0 1", "n:report → 0 1", "n:nots.txt=1 → 2",
            "n:'y report'= → 0", "n:'quarterly report'= → 0 1", "n:^quarterly- → 1", "n:a+b.txt → 3", "n:.txt= → 2 3",
            "n:notes.pdf → "})
    void findsFileNames(String query, String expected) throws Exception {
        List<Mail> mails = new ArrayList<>();
        for (int i = 0; i < NAMES.length; i++) {
            mails.add(Mail.of(i, Field.ATTACHMENT, NAMES[i]));
        }
        assertFinds(mails, query, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', value = {"p:inbox → 0 1", "p:^/mail → 0 1 2", "p:^mail → ", "p:cur/1 → 0",
            "p:/inbox/ → 0 1",
            "p:Inbox → ", "p:old/ → ", "p:inbx=1 → 0 1", "p:ur/2:1=1 → 1", "p:^/mail/inbox/cur/2 → 1",
            "p:^/mial/i=2 → 0 1",
            "p:^/mail/arch → 2", "m:1@MID.example → 0", "m:'1@ mid.example' → 0", "F:s → 0", "F:-s → 1 2", "F:s-f → 0",
            "F:r-s → ",
            "z:500-1500 → 0 1",
            "z:1501- → 2", "d:1970-01-01 → 0 1 2", "d:1971- → ", "s:~x → 0 1 2", "p:~inbox F:-s → 2"})
    void findsPathsAndNumbers(String query, String expected) throws Exception {
        List<Mail> mails = List.of(
                new Mail(0, Map.of(), "1@mid.EXAMPLE", "/mail/inbox/cur", "1:2,S", 1, 1000, Columns.flagBit('s')),
                new Mail(1, Map.of(), "2@mid.example", "/mail/inbox/cur", "2:2,", 2, 1500, 0),
                new Mail(2, Map.of(), "3@mid.example", "/mail/archive/old", "", 3, 1501, Columns.flagBit('f')));
        assertFinds(mails, query, expected);
    }

    @Test
    void equalExpressionsRenderEqualQueries() throws Exception {
        Words words = new SimpleWords();
        for (String query : List.of("s:alpha", "s:'a b'=2 f:x=", "~(p:inbox or F:s) d:2025")) {
            assertThat(LuceneRenderer.render(expr(query), words)).isEqualTo(LuceneRenderer.render(expr(query), words))
                    .hasSameHashCodeAs(LuceneRenderer.render(expr(query), words))
                    .isNotEqualTo(LuceneRenderer.render(expr(query + " y"), words));
        }
    }

    @Test
    void anEmptyConjunctionIsEveryMessageAndAnEmptyAlternativeNone() throws Exception {
        List<Mail> mails = List.of(Mail.of(1, Field.SUBJECT, "x"), Mail.of(2, Field.SUBJECT, "y"));
        try (Archive archive = new Archive(mails, Set.of(), 1)) {
            assertThat(archive.find(new Expr.And(List.of()))).containsExactly(1, 2);
            assertThat(archive.find(new Expr.Or(List.of()))).isEmpty();
        }
    }

    private static void assertFinds(List<Mail> mails, String query, String expected)
            throws IOException, QuerySyntaxException {
        List<Integer> numbers = new ArrayList<>();
        for (String number : expected == null ? new String[0] : expected.split(" ", -1)) {
            numbers.add(Integer.valueOf(number));
        }
        for (int segment : new int[]{2, mails.size()}) {
            try (Archive archive = new Archive(mails, Set.of(), segment)) {
                assertThat(archive.find(expr(query))).containsExactlyElementsOf(numbers);
            }
        }
    }

    /// Arguments are separated by blanks; apostrophes stand for double quotes.
    private static Expr expr(String query) throws QuerySyntaxException {
        String group = "(" + query.replace('\'', '"') + ")";
        return QueryParser.parse(List.of(group), LocalDateTime.of(2025, 11, 20, 15, 30), ZoneId.of("UTC"));
    }
}
