package majix.cli;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/// One invented message of the sample archive.
///
/// @param thread number of its thread, from 0
/// @param place number in its thread, from 0
/// @param parents Message-IDs above it, without brackets, the root first
/// @param list whether it went to the club's list
/// @param attachment name of an attached file, or empty
/// @param html whether the body is there as HTML as well
/// @param answered whether a later message answers it
record SampleMail(int thread, int place, SampleClub.Person from, SampleClub.Person to, boolean list, String subject,
        Instant date, List<String> parents, String body, String attachment, boolean html, boolean seen,
        boolean answered, boolean flagged) {
    private static final DateTimeFormatter HEADER = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss xx",
            Locale.ROOT);
    private static final DateTimeFormatter FROM_LINE = DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy",
            Locale.ROOT);

    SampleMail {
        parents = List.copyOf(parents);
    }

    /// The Message-ID, without brackets.
    String id() {
        return "gsc." + thread + "." + place + "@" + SampleClub.DOMAIN;
    }

    /// The year in UTC; no message is so near to a year's end that another zone would have it otherwise.
    int year() {
        return local(ZoneOffset.UTC).getYear();
    }

    /// Whether a word, in lower case, is in the subject.
    boolean subjectHas(String word) {
        return (" " + subject.toLowerCase(Locale.ROOT) + " ").contains(" " + word + " ");
    }

    /// The separator line of an mbox, with its line end.
    String fromLine() {
        return "From " + from.address() + " " + local(ZoneOffset.UTC).format(FROM_LINE) + "\n";
    }

    /// The message, lines ended by LF.
    ///
    /// @param status header lines that only an mbox has, each with its line end; may be empty
    byte[] bytes(String status) {
        StringBuilder out = new StringBuilder();
        out.append("From: ").append(from.header()).append('\n');
        out.append("To: ").append(list ? SampleClub.LIST : to.header()).append('\n');
        if (list) {
            out.append("List-Id: Skippers <skippers.lists.").append(SampleClub.DOMAIN).append(">\n");
        } else if (place == 0 && thread % 5 == 0) {
            out.append("Cc: ").append(SampleClub.LIST).append('\n');
        }
        out.append("Subject: ").append(encoded(subject)).append('\n');
        out.append("Date: ").append(local(from.zone()).format(HEADER)).append('\n');
        out.append("Message-ID: <").append(id()).append(">\n");
        if (!parents.isEmpty()) {
            out.append("In-Reply-To: <").append(parents.getLast()).append(">\nReferences:");
            parents.forEach(parent -> out.append(" <").append(parent).append(">\n"));
        }
        out.append(status).append("MIME-Version: 1.0\n");
        content(out);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private ZonedDateTime local(ZoneOffset zone) {
        return date.atZone(zone);
    }

    private void content(StringBuilder out) {
        String plain = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n" + body;
        if (!html && attachment.isEmpty()) {
            out.append(plain);
            return;
        }
        List<String> parts = new ArrayList<>(List.of(plain));
        if (html) {
            parts.add("Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n" + page());
        }
        if (!attachment.isEmpty()) {
            byte[] file = ("invented contents of " + attachment).getBytes(StandardCharsets.US_ASCII);
            parts.add("Content-Type: application/octet-stream\nContent-Disposition: attachment; filename=\""
                    + attachment + "\"\nContent-Transfer-Encoding: base64\n\n"
                    + Base64.getMimeEncoder(72, new byte[]{'\n'}).encodeToString(file) + "\n");
        }
        String boundary = "gsc-" + thread + "-" + place;
        out.append("Content-Type: multipart/").append(html ? "alternative" : "mixed").append("; boundary=\"")
                .append(boundary).append("\"\n\n");
        for (String part : parts) {
            out.append("--").append(boundary).append('\n').append(part).append('\n');
        }
        out.append("--").append(boundary).append("--\n");
    }

    private String page() {
        String text = body.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return "<html><body><p>" + text.replace("\n\n", "</p>\n<p>").replace("\n", "<br>\n") + "</p></body></html>\n";
    }

    /// Text for a header: one encoded word (RFC 2047) if it is not ASCII.
    static String encoded(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return bytes.length == text.length()
                ? text
                : "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes) + "?=";
    }
}
