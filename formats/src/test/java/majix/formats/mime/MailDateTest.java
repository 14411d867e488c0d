package majix.formats.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailDateTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Tue, 03 Feb 2026 12:00:00 +0000                | 2026-02-03T12:00:00Z
            Fri, 03 Feb 2026 12:00:00 +0000                | 2026-02-03T12:00:00Z
            3 Feb 2026 12 : 00 : 30 -0330                  | 2026-02-03T15:30:30Z
            Tue, 3 Feb 2026 9 :05 +0000                    | 2026-02-03T09:05:00Z
            3 Feb 2026 12:00 -0330                         | 2026-02-03T15:30:00Z
            Tue,3 Feb 2026 12:00:00+0900                   | 2026-02-03T03:00:00Z
            Tue, 3 Feb 2026 12:00:00 +09:00                | 2026-02-03T03:00:00Z
            tue, 3 feb 2026 7:05 gmt                       | 2026-02-03T07:05:00Z
            Tue, 03 February 2026 12:00:00 PST             | 2026-02-03T20:00:00Z
            Tue, 03 Feb 2026 12:00:00 -0800 (PST)          | 2026-02-03T20:00:00Z
            Tue, 03 Feb 2026 12:00:00 (PST)                | 2026-02-03T20:00:00Z
            Tue, 03 Feb 2026 12:00:00 (EDT) -0400          | 2026-02-03T16:00:00Z
            Tue, 03 Feb 2026 12:00:00 CEST                 | 2026-02-03T10:00:00Z
            Tue, 03 Feb 2026 12:00:00 MET DST              | 2026-02-03T10:00:00Z
            Tue, 03 Feb 2026 12:00:00 BST                  | 2026-02-03T11:00:00Z
            Tue, 03 Feb 2026 12:00:00 JST                  | 2026-02-03T03:00:00Z
            Tue, 03 Feb 2026 12:00:00 GMT+2                | 2026-02-03T10:00:00Z
            Tue, 03 Feb 2026 12:00:00 UTC-05:30            | 2026-02-03T17:30:00Z
            Tue, 03 Feb 2026 12:00:00 EST-0500             | 2026-02-03T17:00:00Z
            Tue, 03 Feb 2026 12:00:00 A                    | 2026-02-03T12:00:00Z
            Tue, 03 Feb 2026 12:00:00 Z                    | 2026-02-03T12:00:00Z
            Tue, 03 Feb 2026 12:00:00                      | 2026-02-03T12:00:00Z
            Tue, 03 Feb 2026 12:00:00 +9999                | 2026-02-03T12:00:00Z
            Tue, 03 Feb 2026 12:00:00 Nowhere/Else         | 2026-02-03T12:00:00Z
            Tue (day), 03 (of (the)) Feb 2026 (AD) 12:00:00 | 2026-02-03T12:00:00Z
            Sat, 01 Nov 2025                               | 2025-11-01T00:00:00Z
            Sat, 01 Nov 2025 +0100                         | 2025-10-31T23:00:00Z
            1-Nov-2025 10:00                               | 2025-11-01T10:00:00Z
            Sat, 1st of November, 2025 10:00:00            | 2025-11-01T10:00:00Z
            Fri, 03 Mar 95 10:00:00 GMT                    | 1995-03-03T10:00:00Z
            13 Sep 19 12:00:00 +0000                       | 2019-09-13T12:00:00Z
            Fri, 03 Mar 00 10:00:00 GMT                    | 2000-03-03T10:00:00Z
            Fri, 03 Mar 49 10:00:00 GMT                    | 2049-03-03T10:00:00Z
            Fri, 03 Mar 50 10:00:00 GMT                    | 1950-03-03T10:00:00Z
            Fri, 03 Mar 119 10:00:00 GMT                   | 2019-03-03T10:00:00Z
            Wed, 17 Jul 0102 09:53:05 -0200                | 2002-07-17T11:53:05Z
            2019-09-18T20:30:00-05:00                      | 2019-09-19T01:30:00Z
            2019-09-19T10:00:00Z                           | 2019-09-19T10:00:00Z
            2019-09-19T10:00:00.123+02:00                  | 2019-09-19T08:00:00Z
            2025-10-05 10:00:00 +0000                      | 2025-10-05T10:00:00Z
            2025-10-05                                     | 2025-10-05T00:00:00Z
            2025/10/05 10:00                               | 2025-10-05T10:00:00Z
            20251005 10:00                                 | 2025-10-05T10:00:00Z
            2025 Oct 5 10:00                               | 2025-10-05T10:00:00Z
            05.10.2025 10:00:00                            | 2025-10-05T10:00:00Z
            05.10.25, 10.30 Uhr                            | 2025-10-05T10:30:00Z
            25/10/2025 10:00                               | 2025-10-25T10:00:00Z
            10/25/2025 10:00                               | 2025-10-25T10:00:00Z
            Sat Oct  4 10:00:00 2025                       | 2025-10-04T10:00:00Z
            Sat Oct  4 10:00:00 +0200 2025                 | 2025-10-04T08:00:00Z
            Sat Oct  4 10:00:00 PDT 2025                   | 2025-10-04T17:00:00Z
            Oct 4, 2025 10:00:00 PM                        | 2025-10-04T22:00:00Z
            Oct 4, 2025 12:10 am                           | 2025-10-04T00:10:00Z
            Tue, 3 Feb 2026 12.30.15 +0100                 | 2026-02-03T11:30:15Z
            Tue, 3 Feb 2026 23:59:60 +0000                 | 2026-02-03T23:59:59Z
            Tue, 3 Feb 2026 24:00:00 +0000                 | 2026-02-04T00:00:00Z
            Thu, 29 Feb 2024 10:00:00 +0000                | 2024-02-29T10:00:00Z
            Tue, 01 Jun 1965 00:00:00 +0000                | 1965-06-01T00:00:00Z
            Di, 3. März 2026 10:00:00 +0100                | 2026-03-03T09:00:00Z
            Do, 03 Dez 2026 10:00:00 +0100                 | 2026-12-03T09:00:00Z
            Mi, 06 Mai 2026 10:00:00 MESZ                  | 2026-05-06T08:00:00Z
            mar. 4 nov. 2025 09:30:00                      | 2025-11-04T09:30:00Z
            mardi 3 mars 2026 10:00:00                     | 2026-03-03T10:00:00Z
            lun., 17 août 2026 10:00:00 +0200              | 2026-08-17T08:00:00Z
            ven., 5 juin 2026 10:00:00                     | 2026-06-05T10:00:00Z
            dim., 5 juil. 2026 10:00:00                    | 2026-07-05T10:00:00Z
            jue, 1 ene 2026 10:00:00                       | 2026-01-01T10:00:00Z
            5 de octubre de 2025 10:00                     | 2025-10-05T10:00:00Z
            gio, 1 gen 2026 10:00:00                       | 2026-01-01T10:00:00Z
            mer, 1 lug 2026 10:00:00                       | 2026-07-01T10:00:00Z
            maandag 2 maart 2026 10:00                     | 2026-03-02T10:00:00Z
            wo 6 mei 2026 10:00                            | 2026-05-06T10:00:00Z
            Qui, 1 Out 2026 10:00:00                       | 2026-10-01T10:00:00Z
            Sáb, 7 Fev 2026 10:00:00                       | 2026-02-07T10:00:00Z
            tor, 1 okt 2026 10:00:00                       | 2026-10-01T10:00:00Z
            ons, 6 maj 2026 10:00:00                       | 2026-05-06T10:00:00Z
            2025年10月5日 10:00                             | 2025-10-05T10:00:00Z
            """)
    void readsDatesInManyForms(String text, Instant expected) {
        assertThat(MailDate.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not a date", "the other day", "Feb 2026", "3 Feb", "2026", "12:00:00",
            "30 Feb 2026 10:00", "29 Feb 2025 10:00", "0 Feb 2026", "3 Feb 2026 25:00", "3 Feb 2026 10:61",
            "3 Feb 1899 10:00", "3 Feb 2201 10:00", "02/03/2026 10:00", "(3 Feb 2026)", "((((", "+-+-+",
            "Mon, 30 Jun 3609 15:33:50 +0600"})
    void doesNotGuess(String text) {
        assertThat(MailDate.parse(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            from a by b; Tue, 11 Jun 2019 08:00:00 +0000             | 2019-06-11T08:00:00Z
            from a (x;y) by b; Tue, 11 Jun 2019 08:00:00 +0000 (UTC; odd) | 2019-06-11T08:00:00Z
            """)
    void readsTheEndOfAReceivedField(String text, Instant expected) {
        assertThat(MailDate.received(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "from a by b with no stamp", "from a by b; soon", ";;;;;"})
    void aReceivedFieldMayHaveNoDate(String text) {
        assertThat(MailDate.received(text)).isNull();
    }
}
