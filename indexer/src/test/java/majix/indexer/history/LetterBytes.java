package majix.indexer.history;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;

/// Writes a [Letter] as a mail program would. Of several ways to write the same its number chooses one.
final class LetterBytes {
    private static final DateTimeFormatter MAIL = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss xx",
            Locale.ROOT);
    private static final DateTimeFormatter ENVELOPE = DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy",
            Locale.ROOT);

    private final Letter letter;
    private final StringBuilder out = new StringBuilder();

    private LetterBytes(Letter letter) {
        this.letter = letter;
    }

    /// The message.
    static byte[] of(Letter letter) {
        LetterBytes writer = new LetterBytes(letter);
        writer.header();
        writer.content();
        String all = writer.out.toString();
        return bytes(letter.has(Part.CRLF) ? all.replace("\n", "\r\n") : all);
    }

    /// The separator line in front of it in an mbox.
    static byte[] separator(Letter letter) {
        String time = letter.get(Part.ENVELOPE);
        return bytes(time.isEmpty() ? "From \n" : "From ann@writers.example " + at(time, 0).format(ENVELOPE) + "\n");
    }

    private static byte[] bytes(String chars) {
        return chars.getBytes(StandardCharsets.ISO_8859_1);
    }

    private void header() {
        if (letter.has(Part.RECEIVED)) {
            field("Received", "from a.example by b.example; " + at(letter.get(Part.RECEIVED), 2).format(MAIL));
        }
        field("From", Mime.header(letter.get(Part.FROM), letter.number()));
        field("To", Mime.header(letter.get(Part.TO), letter.number() + 1));
        field("Cc", Mime.header(letter.get(Part.CC), letter.number() + 2));
        field("Subject", Mime.header(letter.get(Part.SUBJECT), letter.number() / 3));
        field("Message-ID", brackets(letter.get(Part.ID)));
        field("In-Reply-To", brackets(letter.get(Part.IN_REPLY_TO)));
        field("References", brackets(letter.get(Part.REFERENCES)));
        field("Date", letter.get(Part.BROKEN_DATE));
        if (!letter.has(Part.BROKEN_DATE) && !letter.get(Part.DATE).isEmpty()) {
            field("Date", at(letter.get(Part.DATE), letter.number() % 5 - 2).format(MAIL));
        }
        field("Status", letter.get(Part.STATUS));
        field("X-Status", letter.get(Part.X_STATUS));
        field("Content-Length", letter.get(Part.CONTENT_LENGTH));
    }

    private void content() {
        boolean attached = letter.has(Part.ATTACHMENT);
        String boundary = "b" + letter.number();
        if (!letter.multipart()) {
            text();
            end();
            return;
        }
        out.append("Content-Type: multipart/mixed; boundary=").append(boundary).append("\n\n--").append(boundary)
                .append('\n');
        text();
        if (attached) {
            out.append("--").append(boundary).append('\n')
                    .append(Mime.attachment(letter.get(Part.ATTACHMENT), letter.number()));
        }
        if (letter.encloses()) {
            out.append("--").append(boundary).append("\nContent-Type: message/rfc822\n\n");
            field("From", Mime.header(letter.get(Part.INNER_FROM), letter.number()));
            field("Subject", Mime.header(letter.get(Part.INNER_SUBJECT), letter.number()));
            field("Message-ID", brackets(letter.get(Part.INNER_ID)));
            field("References", brackets(letter.get(Part.INNER_REFERENCES)));
            out.append("X-Enclosed: yes\n\n").append(chars(letter.get(Part.INNER_BODY), StandardCharsets.UTF_8))
                    .append('\n');
        }
        end();
        if (letter.shape() != Shape.OPEN) {
            out.append("--").append(boundary).append("--\n");
        }
    }

    private void end() {
        if (letter.has(Part.ENDS)) {
            out.append("--b").append(letter.get(Part.ENDS)).append("--\n");
        }
        if (letter.has(Part.PADDING)) {
            int count = Integer.parseInt(letter.get(Part.PADDING));
            out.append((" ".repeat(60) + "\n").repeat(count / 61)).append(" ".repeat(count % 61)).append('\n');
        }
    }

    private void text() {
        String body = letter.get(Part.BODY);
        switch (letter.shape()) {
            case PLAIN, OPEN -> part("text/plain; charset=utf-8", "8bit", chars(body, StandardCharsets.UTF_8));
            case UNDECLARED -> out.append('\n').append(chars(body, StandardCharsets.UTF_8)).append('\n');
            case LATIN -> {
                Charset latin = StandardCharsets.ISO_8859_1;
                Charset charset = latin.newEncoder().canEncode(body) ? latin : StandardCharsets.UTF_8;
                part("text/plain; charset=" + charset.name(), "8bit", chars(body, charset));
            }
            case QUOTED_PRINTABLE -> part("text/plain; charset=utf-8", "quoted-printable", Mime.quotedPrintable(body));
            case BASE64 -> part("text/plain; charset=utf-8", "base64", base64(body));
            case HTML -> part("text/html; charset=utf-8", "8bit", html(body));
            case ALTERNATIVE -> {
                String inner = "a" + letter.number();
                out.append("Content-Type: multipart/alternative; boundary=").append(inner).append("\n\n--")
                        .append(inner).append('\n');
                part("text/plain; charset=utf-8", "quoted-printable", Mime.quotedPrintable(body));
                out.append("--").append(inner).append('\n');
                part("text/html; charset=utf-8", "8bit", html(body));
                out.append("--").append(inner).append("--\n");
            }
        }
    }

    private void part(String type, String encoding, String content) {
        out.append("Content-Type: ").append(type).append("\nContent-Transfer-Encoding: ").append(encoding)
                .append("\n\n").append(content).append('\n');
    }

    private static String base64(String body) {
        return Base64.getMimeEncoder(76, new byte[]{'\n'})
                .encodeToString((body + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private String html(String body) {
        String first = body.isEmpty() ? "" : "<b>" + body.charAt(0) + "</b>" + body.substring(1);
        return chars("<html><head><style>p { color: red }</style></head><body><p>" + first.replace("\n", "<br>\n")
                + "</p><!-- hidden --></body></html>", StandardCharsets.UTF_8);
    }

    private void field(String name, String value) {
        if (!value.isEmpty()) {
            out.append(name).append(": ").append(value).append('\n');
        }
    }

    private static String brackets(String ids) {
        return ids.isEmpty() ? "" : "<" + ids.replace(" ", ">\n <") + ">";
    }

    private static java.time.OffsetDateTime at(String seconds, int hours) {
        return Instant.ofEpochSecond(Long.parseLong(seconds)).atOffset(ZoneOffset.ofHours(hours));
    }

    /// One char for each byte.
    private static String chars(String text, Charset charset) {
        return new String(text.getBytes(charset), StandardCharsets.ISO_8859_1);
    }
}
