package majix.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import majix.vfolder.VisibleText;

/// A line of comma-separated values (RFC 4180) for each hit, behind a line with the names of the columns: what the index
/// and the header tell.
final class CsvFormat implements HitFormat {
    private static final List<String> COLUMNS = List.of("path", "start", "end", "date", "size", "flags", "thread",
            "match", "id", "in_reply_to", "from", "to", "cc", "subject", "list");

    private final ZoneId zone = ZoneId.systemDefault();

    @Override
    public Found.Depth depth() {
        return Found.Depth.HEADER;
    }

    @Override
    public void begin(OutputStream out) throws IOException {
        line(COLUMNS, out);
    }

    @Override
    public void print(Found found, OutputStream out) throws IOException {
        line(List.of(new String(found.path(), StandardCharsets.UTF_8),
                found.isSlice() ? String.valueOf(found.hits().start(found.index())) : "",
                found.isSlice() ? String.valueOf(found.hits().end(found.index())) : "",
                JsonFormat.date(found, zone), String.valueOf(found.hits().length(found.index())), found.flagLetters(),
                String.valueOf(found.hits().thread(found.index())),
                found.hits().matches(found.index()) ? "1" : "0", found.id(), found.message().inReplyTo(),
                String.join(", ", found.message().from()), String.join(", ", found.message().to()),
                String.join(", ", found.message().cc()), found.subject(), found.list()), out);
    }

    /// Writes one line.
    static void line(List<String> values, OutputStream out) throws IOException {
        StringBuilder line = new StringBuilder(256);
        String comma = "";
        for (String value : values) {
            line.append(comma).append(quoted(VisibleText.of(value)));
            comma = ",";
        }
        out.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }

    /// Quoted if need be.
    private static String quoted(String value) {
        boolean plain = !value.startsWith(" ") && !value.endsWith(" ");
        for (int i = 0; i < value.length() && plain; i++) {
            plain = value.charAt(i) != ',' && value.charAt(i) != '"';
        }
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
