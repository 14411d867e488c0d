package majix.query;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/// Parses at a fixed time, Thursday 20 November 2025, 15:30 in UTC.
final class Parsed {
    static final LocalDateTime NOW = LocalDateTime.of(2025, 11, 20, 15, 30);
    static final ZoneId UTC = ZoneId.of("UTC");

    private Parsed() {}

    static Expr expr(String... arguments) {
        try {
            return QueryParser.parse(List.of(arguments), NOW, UTC);
        } catch (QuerySyntaxException e) {
            throw new AssertionError("not read: " + List.of(arguments), e);
        }
    }

    static DateRange days(String text, ZoneId zone) {
        try {
            return DateRange.parse(text, () -> new Now(NOW, zone));
        } catch (QuerySyntaxException e) {
            throw new AssertionError("not read: " + text, e);
        }
    }
}
