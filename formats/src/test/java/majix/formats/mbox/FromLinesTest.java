package majix.formats.mbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FromLinesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            From ann@example.org Mon Mar  2 10:00:00 2020                           | 2020-03-02T10:00:00Z
            From ann@example.org  Mon Mar 2 10:00:00 2020                           | 2020-03-02T10:00:00Z
            From ann@example.org Thu Feb 29 23:59:60 1996                           | 1996-03-01T00:00:00Z
            From ann@example.org Mon Mar  2 10:00 2020                              | 2020-03-02T10:00:00Z
            From ann@example.org Mon Mar  2 9:05:01 2020                            | 2020-03-02T09:05:01Z
            From ann@example.org mon mar  2 10:00:00 2020                           | 2020-03-02T10:00:00Z
            From ann@example.org Mar  2 10:00:00 2020                               | 2020-03-02T10:00:00Z
            From ann@example.org Mon Mar  2 10:00:00 EST 2020                       | 2020-03-02T15:00:00Z
            From ann@example.org Mon Mar  2 10:00:00 MET DST 2020                   | 2020-03-02T08:00:00Z
            From ann@example.org Mon Mar  2 10:00:00 +0130 2020                     | 2020-03-02T08:30:00Z
            From ann@example.org Mon Mar  2 10:00:00 GMT-0500 2020                  | 2020-03-02T15:00:00Z
            From ann@example.org Mon Mar  2 10:00:00 2020 +0100                     | 2020-03-02T09:00:00Z
            From ann@example.org Mon Mar  2 10:00:00 2020 -0800 (PST)               | 2020-03-02T18:00:00Z
            From ann@example.org Mon Mar 2 2020 10:00:00 GMT+0000 (Some Time)       | 2020-03-02T10:00:00Z
            From ann@example.org Mon, 02 Mar 2020 10:00:00 +0000                    | 2020-03-02T10:00:00Z
            From ann@example.org Mon 2 Mar 2020 10:00:00 CEST                       | 2020-03-02T08:00:00Z
            From ann@example.org 2 Mar 20 10:00:00                                  | 2020-03-02T10:00:00Z
            From ann@example.org Monday, 2 March 2020 10:00:00                      | 2020-03-02T10:00:00Z
            From ann@example.org 2020-03-02 10:00:00                                | 2020-03-02T10:00:00Z
            From ann@example.org 2020-03-02T10:00:00.123+01:00                      | 2020-03-02T09:00:00Z
            From ann@example.org 2020-03-02T10:00:00Z                               | 2020-03-02T10:00:00Z
            From ann at example.org  Mon Mar  2 10:00:00 2020                       | 2020-03-02T10:00:00Z
            From mboxrd@z Thu Jan  1 00:00:00 1970                                  | 1970-01-01T00:00:00Z
            From ann@b Mon Mar  2 10:00:00 2020                                     | 2020-03-02T10:00:00Z
            From - Mon Mar  2 10:00:00 2020                                         | 2020-03-02T10:00:00Z
            From MAILER-DAEMON  Mon Mar  2 10:00:00 2020                            | 2020-03-02T10:00:00Z
            From Mon Mar  2 10:00:00 2020                                           | 2020-03-02T10:00:00Z
            From <> Mon Mar  2 10:00:00 2020                                        | 2020-03-02T10:00:00Z
            From <ann@example.org> Mon Mar  2 10:00:00 2020                         | 2020-03-02T10:00:00Z
            From ann@[192.0.2.7] Mon Mar  2 10:00:00 2020                           | 2020-03-02T10:00:00Z
            From ???@??? Mon Mar 02 10:00:00 2020                                   | 2020-03-02T10:00:00Z
            From "a b \\"c\\""@example.org Mon Mar  2 10:00:00 2020                 | 2020-03-02T10:00:00Z
            From "Ann Q. R. S. Author" <ann@example.org> Wed Mar 04 09:05 MET 2020  | 2020-03-04T08:05:00Z
            From Ann Author Mon Mar  2 10:00:00 2020                                | 2020-03-02T10:00:00Z
            From host!site!ann Mon Mar  2 10:00:00 2020 remote from uucphost        | 2020-03-02T10:00:00Z
            From ann Mon Mar  2 10:00:00 2020 remote from uucphost                  | 2020-03-02T10:00:00Z
            """)
    void separatorsHaveADate(String line, Instant date) {
        assertThat(read(line)).isEqualTo(date.getEpochSecond());
        assertThat(read(line + "\r")).isEqualTo(date.getEpochSecond());
    }

    @ParameterizedTest
    @ValueSource(strings = {"From ann@example.org Lun Mai  2 10:00:00 2020",
            "From ann@example.org Mon Mar 32 10:00:00 2020",
            "From ann@example.org Mon Mar  2 29:00:00 2020"})
    void separatorsMayHaveADateThatCannotBeTold(String line) {
        assertThat(read(line)).isEqualTo(FromLines.UNDATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"From here on we walk.", "From Monday to Friday the office is open, 9 to 5", "From ",
            "From time to time, that is 3 times", "From me@example.com the quick fox", "From 12345 to 67890"})
    void proseIsNoSeparator(String line) {
        assertThat(read(line)).isEqualTo(FromLines.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"From that day in 2020 nothing changed", "From 10:30 on we are open",
            "From ann@example.org",
            "From ann@example.org Mon Mar  2 2020", "From ann@example.org Mon Mar  2 10:00:00 2020 and so on",
            "From what we all know the meeting on Mon Mar  2 10:00:00 was late",
            "From the log that was written for Mar  2 10:00:00 2020"})
    void linesThatLookLikeSeparatorsAreOdd(String line) {
        assertThat(read(line)).isEqualTo(FromLines.ODD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"From ", "From -", "From -  ", "From ann@example.org", "From 1844347792267117879@xxx",
            "From -2435789345234523"})
    void bareLinesSeparateIfAFieldFollows(String line) {
        for (String end : List.of("\n", "\r\n")) {
            for (String field : List.of("X-Mozilla-Status: 0001", "Subject:\tx", "To:" + end, "a: ")) {
                assertThat(read(line, end + field)).as(field).isEqualTo(FromLines.UNDATED);
            }
            for (String text : List.of("", "x", "To", "To:", end + "To: x", "two words: x", "https://example.org",
                    ": x",
                    "x".repeat(200) + ": x")) {
                assertThat(read(line, end + text)).as(text).isIn(FromLines.NONE, FromLines.ODD);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"From 2020", "From the", "From @", "From a b@example.org"})
    void aWordAloneIsNotBare(String line) {
        assertThat(read(line, "\nSubject: x")).isIn(FromLines.NONE, FromLines.ODD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"from ann@example.org Mon Mar  2 10:00:00 2020", ">From ann@example.org", "From: ann",
            "From"})
    void othersDoNotBeginLikeOne(String line) {
        assertThat(FromLines.begins(bytes(line), 0, line.length())).isFalse();
    }

    private static long read(String line) {
        return read(line, "\nFrom y");
    }

    private static long read(String line, String behind) {
        byte[] bytes = bytes("x\n" + line + behind);
        int to = 2 + line.length() + behind.indexOf('\n');
        return FromLines.read(bytes, 2, to, bytes.length);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
