package majix.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateRangeTest {

    /// The time is 2025-11-20; a blank end is open.
    @ParameterizedTest
    @CsvSource({"25, 2025-10-25, 2025-10-25", "20, 2025-11-20, 2025-11-20", "31, 2025-10-31, 2025-10-31",
            "5, 2025-11-05, 2025-11-05", "05, 2005-01-01, 2005-12-31", "00, 2000-01-01, 2000-12-31",
            "95, 1995-01-01, 1995-12-31", "32, 2032-01-01, 2032-12-31", "32jan, 2032-01-01, 2032-01-31",
            "2024, 2024-01-01, 2024-12-31",
            "241205, 2024-12-05, 2024-12-05", "20241205, 2024-12-05, 2024-12-05", "700101, 1970-01-01, 1970-01-01",
            "feb, 2025-02-01, 2025-02-28", "DEC, 2024-12-01, 2024-12-31", "November, 2025-11-01, 2025-11-30",
            "dec24, 2024-12-24, 2024-12-24", "21nov, 2024-11-21, 2024-11-21", "nov20, 2025-11-20, 2025-11-20",
            "29feb, 2024-02-29, 2024-02-29", "feb2024, 2024-02-01, 2024-02-29", "99oct, 1999-10-01, 1999-10-31",
            "oct99, 1999-10-01, 1999-10-31", "2024dec5, 2024-12-05, 2024-12-05", "5dec2024, 2024-12-05, 2024-12-05",
            "05dec24, 2005-12-24, 2005-12-24", "24dec05, 2005-12-24, 2005-12-24", "5dec24, 2024-12-05, 2024-12-05",
            "24dec5, 2024-12-05, 2024-12-05", "12dec12, 2012-12-12, 2012-12-12", "32dec24, 2032-12-24, 2032-12-24",
            "february2025, 2025-02-01, 2025-02-28", "2025-02-15, 2025-02-15, 2025-02-15",
            "2024-02, 2024-02-01, 2024-02-29", "today, 2025-11-20, 2025-11-20", "Yesterday, 2025-11-19, 2025-11-19",
            "1w, 2025-11-13, 2025-11-20", "0d, 2025-11-20, 2025-11-20", "1w-0d, 2025-11-13, 2025-11-20",
            "2m-1w, 2025-09-21, 2025-11-13", "1y-6m, 2024-11-20, 2025-05-24", "1w-, 2025-11-13, ", "-1y, , 2024-11-20",
            "feb-jul, 2025-02-01, 2025-07-31", "21oct-mar, 2024-10-21, 2025-03-31",
            "99oct-1oct, 1999-10-01, 2025-10-01",
            "10-12, 2025-11-10, 2025-11-12", "25-5, 2025-10-25, 2025-11-05", "12-, 2025-11-12, ", "-1971, , 1971-12-31",
            "2024-13, 2024-01-01, 2025-11-13", "2024-2, 2024-01-01, 2025-11-02", "-, , ", ".., , ",
            "2025-02-01..2025-02-28, 2025-02-01, 2025-02-28", "2025-11-12.., 2025-11-12, ", "..2025-02, , 2025-02-28",
            "2025-01..yesterday, 2025-01-01, 2025-11-19", "1mar - 31jul, 2025-03-01, 2025-07-31",
            "30dec2024-1jan2025, 2024-12-30, 2025-01-01", "2040, 2040-01-01, 2040-12-31"})
    void readsEverySpelling(String text, String first, String last) {
        DateRange range = Parsed.days(text, Parsed.UTC);
        assertThat(range.first()).isEqualTo(first == null ? Long.MIN_VALUE : start(first, Parsed.UTC));
        assertThat(range.last())
                .isEqualTo(
                        last == null ? Long.MAX_VALUE : start(LocalDate.parse(last).plusDays(1) + "", Parsed.UTC) - 1);
        assertThat(Parsed.days(range.toString(), ZoneId.of("Asia/Tokyo"))).isEqualTo(range);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "nonsense", "24dec31", "31dec24", "29feb23", "0", "310jan", "1dec2", "dec123",
            "123",
            "12345", "1234567", "20251301", "20250230", "251301", "30feb2025", "30feb", "feb30", "29feb2025", "~2025",
            "2025-02-30", "2025-13-01", "0000-01", "0123", "1x", "1W", "w", "999999d", "99999y", "decem", "2025-2-5",
            "2025-02-01-2025-02-28", "-2025-02-01", "2025-02-", "1..2..3", "2025/02/01",
            "20250301-20250201", "2025-03-01..2025-02-01", "0d-1w", "today-yesterday", "5decx", "5dec123", "0dec2024",
            "todayx", "2today", "1.5w", "２０２５", "5dec2024x", "2025-02-15T00:00:00Z", "99999999999999999999",
            "2025-02-02T00:00:00.000Z..2025-02-01T00:00:00.000Z"})
    void rejectsEverythingElse(String text) {
        assertThatThrownBy(() -> DateRange.parse(text, () -> new Now(Parsed.NOW, Parsed.UTC)))
                .isInstanceOf(QuerySyntaxException.class).hasMessageContaining('"' + text + '"');
    }

    @Test
    void daysAreCutInTheUsersZone() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        DateRange range = Parsed.days("2025-03-30", berlin);
        assertThat(Instant.ofEpochMilli(range.first())).isEqualTo("2025-03-29T23:00:00Z");
        assertThat(Instant.ofEpochMilli(range.last())).isEqualTo("2025-03-30T21:59:59.999Z");
        assertThat(range).hasToString("2025-03-29T23:00:00.000Z..2025-03-30T21:59:59.999Z");
    }

    @ParameterizedTest
    @CsvSource({"Pacific/Apia, 2011-12-30", "Pacific/Kwajalein, 1993-08-21", "Pacific/Kiritimati, 1994-12-31"})
    void aDayThatTheZoneSkippedIsNone(ZoneId zone, LocalDate day) {
        assertThatThrownBy(() -> DateRange.parse(day + "", () -> new Now(Parsed.NOW, zone)))
                .isInstanceOf(QuerySyntaxException.class).hasMessage("\"" + day + "\": date \"" + day + "\" is " + day
                        + ", a day that " + zone + " skipped, expected another");
        DateRange range = Parsed.days(day.minusDays(1) + ".." + day, zone);
        assertThat(range.last() - range.first()).isEqualTo(86_399_999);
        assertThat(Parsed.days(day + "..", zone).first()).isEqualTo(range.last() + 1);
    }

    @Test
    void aDayOfTheMonthGoesBackToAMonthThatHasIt() throws QuerySyntaxException {
        DateRange range = DateRange.parse("30",
                () -> new Now(LocalDate.of(2025, 3, 15).atStartOfDay(), Parsed.UTC));
        assertThat(range.first()).isEqualTo(start("2025-01-30", Parsed.UTC));
    }

    private static long start(String day, ZoneId zone) {
        return LocalDate.parse(day).atStartOfDay(zone).toInstant().toEpochMilli();
    }
}
