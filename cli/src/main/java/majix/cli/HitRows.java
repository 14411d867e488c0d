package majix.cli;

import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import majix.indexer.Hits;
import majix.vfolder.VisibleText;

/// Hits as rows for people: number, day, sender, subject.
final class HitRows {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    private static final int SENDER = 20;

    private HitRows() {}

    /// The rows of hits `from` (inclusive, from 0) to `to` (exclusive), for people's terminals.
    static List<String> of(Hits hits, int from, int to, Console console) throws IOException {
        int digits = String.valueOf(hits.size()).length();
        List<String> rows = new ArrayList<>();
        HitMessages.read(hits, IntStream.range(from, to).toArray(), Found.Depth.HEADER, console, found -> {
            String number = String.valueOf(found.index() + 1);
            rows.add(" ".repeat(digits - number.length()) + number + "  "
                    + DAY.format(found.date(ZoneId.systemDefault())) + "  "
                    + sender(VisibleText.of(Senders.name(found.from()))) + "  " + VisibleText.of(found.subject()));
        });
        return rows;
    }

    private static String sender(String name) {
        int length = name.codePointCount(0, name.length());
        return length > SENDER
                ? name.substring(0, name.offsetByCodePoints(0, SENDER))
                : name + " ".repeat(SENDER - length);
    }
}
