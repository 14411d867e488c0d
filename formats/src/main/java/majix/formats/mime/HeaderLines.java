package majix.formats.mime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import majix.formats.MessageParts.HeaderField;

/// All fields of a message's header, for people; [HeaderFields] takes only those that are searched.
final class HeaderLines {
    private static final int MOST = 10_000;

    private final MailCharsets charsets;
    private final EncodedWords words;
    private final List<HeaderField> fields = new ArrayList<>();
    private final ByteArrayOutputStream value = new ByteArrayOutputStream();
    private String name = "";

    private HeaderLines(MailCharsets charsets, EncodedWords words) {
        this.charsets = charsets;
        this.words = words;
    }

    /// Reads the header that a message begins with, and little more.
    static List<HeaderField> read(InputStream in, MailCharsets charsets, EncodedWords words) throws IOException {
        HeaderLines lines = new HeaderLines(charsets, words);
        MailInput input = new MailInput().start(in);
        byte[] chunk = new byte[8192];
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long total = 0;
        for (int n = input.read(chunk, 0, chunk.length); n >= 0; n = input.read(chunk, 0, chunk.length)) {
            total += n;
            for (int i = 0; i < n; i++) {
                if (chunk[i] != '\n') {
                    line.write(chunk[i]);
                    continue;
                }
                if (line.size() == 0 || lines.fields.size() >= MOST || total > Limits.HEADER_BYTES) {
                    return lines.end();
                }
                lines.line(line.toByteArray());
                line.reset();
            }
        }
        lines.line(line.toByteArray());
        return lines.end();
    }

    private void line(byte[] line) {
        if (line.length == 0) {
            return;
        }
        if (line[0] == ' ' || line[0] == '\t') {
            add(line, 0);
            return;
        }
        int end = 0;
        while (end < line.length && line[end] > ' ' && line[end] < 127 && line[end] != ':') {
            end++;
        }
        int colon = end;
        while (colon < line.length && (line[colon] == ' ' || line[colon] == '\t')) {
            colon++;
        }
        finish();
        if (end > 0 && colon < line.length && line[colon] == ':') {
            name = new String(line, 0, end, java.nio.charset.StandardCharsets.US_ASCII);
            add(line, colon + 1);
        }
    }

    private void add(byte[] line, int from) {
        int start = from;
        while (start < line.length && (line[start] == ' ' || line[start] == '\t')) {
            start++;
        }
        if (value.size() > 0) {
            value.write(' ');
        }
        value.write(line, start,
                Math.min(line.length - start, Limits.FIELD_BYTES - Math.min(value.size(), Limits.FIELD_BYTES)));
    }

    private void finish() {
        if (!name.isEmpty()) {
            byte[] bytes = value.toByteArray();
            fields.add(new HeaderField(name, words.decode(charsets.decode(bytes, 0, bytes.length, null)).strip()));
        }
        name = "";
        value.reset();
    }

    private List<HeaderField> end() {
        finish();
        return fields;
    }
}
