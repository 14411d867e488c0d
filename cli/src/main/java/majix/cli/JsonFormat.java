package majix.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import majix.formats.Flag;
import majix.formats.MailMessage;
import majix.indexer.Hits;

/// A JSON object on one line for each hit, as majix-json(5) tells; all that is known of the message is in it.
final class JsonFormat implements HitFormat {
    /// Grows when a member changes its meaning or goes; not when one is added.
    static final long VERSION = 1;

    private final ZoneId zone = ZoneId.systemDefault();

    @Override
    public Found.Depth depth() {
        return Found.Depth.WHOLE;
    }

    @Override
    public void print(Found found, OutputStream out) throws IOException {
        out.write(object(found).toString().getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }

    /// The object of a hit, for more members to be added.
    Json object(Found found) throws IOException {
        Json json = new Json().put("version", VERSION);
        place(found, json);
        json.put("date", date(found, zone));
        json.put("epoch_ms", found.hits().date(found.index()));
        json.put("size", found.hits().length(found.index()));
        json.put("flags", names(found.flags()));
        json.put("thread", (long) found.hits().thread(found.index()));
        json.put("match", found.hits().matches(found.index()));
        said(found.message(), json);
        return json.put("list", found.list());
    }

    private static void place(Found found, Json json) {
        Hits hits = found.hits();
        name("path", found.path(), json);
        name("folder", hits.folder(found.index()), json);
        json.put("start", found.isSlice() ? hits.start(found.index()) : null);
        json.put("end", found.isSlice() ? hits.end(found.index()) : null);
    }

    /// Adds a name of a file; its bytes too, if they are no UTF-8.
    static void name(String member, byte[] bytes, Json json) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        json.put(member, text);
        if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)) {
            json.put(member + "_base64", Base64.getEncoder().encodeToString(bytes));
        }
    }

    private static void said(MailMessage message, Json json) {
        json.put("ids", message.ids());
        json.put("in_reply_to", message.inReplyTo());
        json.put("references", message.references());
        json.put("from", message.from());
        json.put("to", message.to());
        json.put("cc", message.cc());
        json.put("subject", message.subject());
        json.put("attachments", message.attachments());
        json.put("body", message.body());
        json.put("status_flags", names(message.statusFlags()));
        json.put("oddities", message.oddities());
    }

    /// A time to the second with its zone, as in RFC 3339.
    static String date(Found found, ZoneId zone) {
        return date(found.date(zone));
    }

    /// The same of any time.
    static String date(ZonedDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.withNano(0));
    }

    private static List<String> names(Collection<Flag> flags) {
        List<String> names = new ArrayList<>();
        for (Flag flag : Flag.values()) {
            if (flags.contains(flag)) {
                names.add(flag.name().toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }
}
