package majix.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import majix.formats.MessageBytes;
import majix.formats.MessagePart;
import majix.formats.MessageParts;
import majix.formats.MessageParts.Content;
import majix.formats.MessageParts.HeaderField;
import majix.vfolder.VisibleText;

/// A message as lines for people: headers, text, a list of attachments. No control character of it is left in them.
final class MessageView implements MessageParts.Sink {
    private static final List<String> SHOWN = List.of("From", "Reply-To", "To", "Cc", "Date", "Subject");
    private static final int TAB = 8;

    private final Colors colors;
    private final boolean allHeaders;
    private final Lines lines;
    private final List<String> attachments = new ArrayList<>();
    private final Set<Integer> alternatives = new HashSet<>();
    /// HTML that is shown if no plain text follows it among the alternatives with this number; 0 if there is none.
    private int waiting;
    private String html = "";
    private boolean blank;

    /// Takes lines.
    interface Lines {
        void add(String line) throws IOException;
    }

    private MessageView(boolean allHeaders, Colors colors, Lines lines) {
        this.allHeaders = allHeaders;
        this.colors = colors;
        this.lines = lines;
    }

    /// Shows a message.
    ///
    /// @throws IOException if it cannot be read, or the lines not be taken
    static void write(MessageBytes message, boolean allHeaders, Colors colors, Lines lines) throws IOException {
        MessageView view = new MessageView(allHeaders, colors, lines);
        List<String> oddities = MessageParts.read(message, view);
        view.waited(0);
        if (!view.attachments.isEmpty()) {
            view.gap();
            lines.add(colors.strong("Attachments:"));
            for (String attachment : view.attachments) {
                lines.add(attachment);
            }
        }
        if (!oddities.isEmpty()) {
            view.gap();
            for (String oddity : oddities) {
                lines.add(colors.faint("[" + VisibleText.of(oddity) + "]"));
            }
        }
    }

    @Override
    public void header(int depth, List<HeaderField> header) throws IOException {
        waited(0);
        if (depth > 0) {
            gap();
            lines.add(colors.faint("---- forwarded message ----"));
        }
        if (allHeaders) {
            for (HeaderField field : header) {
                field(field);
            }
        } else {
            for (String name : SHOWN) {
                for (HeaderField field : header) {
                    if (field.name().equalsIgnoreCase(name)) {
                        field(field);
                    }
                }
            }
        }
        blank = false;
    }

    private void field(HeaderField field) throws IOException {
        lines.add(colors.strong(VisibleText.of(field.name()) + ":") + " " + VisibleText.of(field.value()));
    }

    @Override
    public void part(MessagePart part, Content content) throws IOException {
        waited(part.alternative());
        boolean readable = part.kind() == MessagePart.Kind.TEXT || part.kind() == MessagePart.Kind.HTML;
        if (readable && !part.attached() && !isKnown(part)) {
            String text = content.text();
            if (!text.isBlank()) {
                readable(part, text);
            }
            if (!part.name().isEmpty()) {
                attachments.add(listed(part, text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length));
            }
        } else if (!part.isBody()) {
            attachments.add(listed(part, count(content.bytes())));
        }
    }

    /// Whether another alternative says it as well.
    private boolean isKnown(MessagePart part) {
        boolean better = part.kind() == MessagePart.Kind.TEXT && part.alternative() == waiting;
        return part.alternative() > 0 && alternatives.contains(part.alternative()) && !better;
    }

    private void readable(MessagePart part, String text) throws IOException {
        boolean waits = part.kind() == MessagePart.Kind.HTML && part.alternative() > 0;
        if (part.alternative() > 0) {
            alternatives.add(part.alternative());
            html = waits ? text : "";
            waiting = waits ? part.alternative() : 0;
        }
        if (!waits) {
            text(text);
        }
    }

    /// Shows the HTML that had to wait, unless the next part is an alternative to it.
    private void waited(int alternative) throws IOException {
        if (waiting > 0 && waiting != alternative) {
            String text = html;
            waiting = 0;
            html = "";
            text(text);
        }
    }

    private void text(String text) throws IOException {
        gap();
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) <= ' ') {
            end--;
        }
        int line = 0;
        while (line < end && text.charAt(line) == '\n') {
            line++;
        }
        while (line < end) {
            int next = text.indexOf('\n', line);
            next = next < 0 || next > end ? end : next;
            lines.add(VisibleText.of(withoutTabs(text.substring(line, next))));
            line = next + 1;
        }
        blank = false;
    }

    private static String withoutTabs(String line) {
        int end = line.endsWith("\r") ? line.length() - 1 : line.length();
        StringBuilder out = new StringBuilder(end + 16);
        for (int i = 0; i < end; i++) {
            char c = line.charAt(i);
            if (c == '\t') {
                out.append(" ".repeat(TAB - out.length() % TAB));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private void gap() throws IOException {
        if (!blank) {
            lines.add("");
        }
        blank = true;
    }

    /// A part as a line of a list: number, name, type, size.
    static String listed(MessagePart part, long size) {
        String number = String.valueOf(part.number());
        String name = part.name().isEmpty() ? nameless(part) : part.name();
        return " ".repeat(Math.max(0, 4 - number.length())) + number + "  " + VisibleText.of(name) + "  "
                + VisibleText.of(part.type()) + "  " + size(size);
    }

    private static String nameless(MessagePart part) {
        return switch (part.kind()) {
            case TEXT -> "(text)";
            case HTML -> "(HTML)";
            case MESSAGE -> "(message)";
            case DATA -> "(no name)";
        };
    }

    /// Bytes for people, in the units of `z:`.
    private static String size(long bytes) {
        if (bytes < 1024) {
            return String.valueOf(bytes);
        }
        boolean large = bytes >= 1024 * 1024;
        long tenths = 10 * bytes / (large ? 1024 * 1024 : 1024);
        String number = tenths >= 100 ? String.valueOf(tenths / 10) : tenths / 10 + "." + tenths % 10;
        return number + (large ? "m" : "k");
    }

    /// How many bytes are left in a stream.
    static long count(InputStream in) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long count = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            count += n;
        }
        return count;
    }
}
