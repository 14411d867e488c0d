package majix.formats.mime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import majix.formats.Flag;
import majix.formats.MailMessage;
import org.jspecify.annotations.Nullable;

/// A [MailMessage] in the making: collects what the header fields and parts of one message say.
final class MessageDraft {
    private static final int LONGEST_STATUS = 20;

    private final Oddities oddities;
    private final List<String> to = new ArrayList<>();
    private final List<String> cc = new ArrayList<>();
    private final List<String> from = new ArrayList<>();
    private final List<String> subject = new ArrayList<>();
    private final List<String> body = new ArrayList<>();
    private final List<String> attachments = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private final List<String> references = new ArrayList<>();
    private final Set<Flag> flags = EnumSet.noneOf(Flag.class);
    private boolean headersOnly;
    private String inReplyTo = "";
    private @Nullable Instant date;
    private @Nullable Instant received;

    MessageDraft(Oddities oddities) {
        this.oddities = oddities;
    }

    /// Begins another message.
    ///
    /// @param withoutBody whether texts are not wanted
    void clear(boolean withoutBody) {
        headersOnly = withoutBody;
        for (List<String> list : List.of(to, cc, from, subject, body, attachments, ids, references)) {
            list.clear();
        }
        flags.clear();
        inReplyTo = "";
        date = null;
        received = null;
        oddities.clear();
    }

    MailMessage message() {
        return new MailMessage(List.copyOf(to), List.copyOf(cc), List.copyOf(from), List.copyOf(subject), inReplyTo,
                List.copyOf(body), List.copyOf(attachments), List.copyOf(ids), List.copyOf(references),
                date == null ? received : date, Set.copyOf(flags), oddities.lines(), oddities.limited());
    }

    /// Takes the text of a header field of the message or of an enclosed one.
    void field(Entity owner, HeaderName name, String text) {
        if (text.isEmpty()) {
            return;
        }
        switch (name) {
            case TO -> add(text, to);
            case CC -> add(text, cc);
            case FROM -> add(text, from);
            case SUBJECT -> {
                if (owner.takesSubject()) {
                    add(text, subject);
                }
            }
            case MESSAGE_ID -> {
                MessageIds.own(text, ids);
                full(ids);
            }
            case IN_REPLY_TO -> {
                if (owner.isRoot() && inReplyTo.isEmpty()) {
                    inReplyTo = text;
                }
                MessageIds.bracketed(text, references);
                full(references);
            }
            case REFERENCES -> {
                MessageIds.bracketed(text, references);
                full(references);
            }
            case DATE, RECEIVED, STATUS, X_STATUS -> {
                if (owner.isRoot()) {
                    rootField(name, text);
                }
            }
            case CONTENT_TYPE, CONTENT_DISPOSITION, CONTENT_TRANSFER_ENCODING, OTHER, ENVELOPE, JUNK -> {
            }
        }
    }

    private void add(String text, List<String> values) {
        if (values.size() < Limits.FIELDS) {
            values.add(text);
        } else {
            oddities.limit("more than " + Limits.FIELDS + " header fields of one name");
        }
    }

    private void rootField(HeaderName name, String text) {
        if (name == HeaderName.DATE && date == null) {
            date = MailDate.parse(text);
            if (date == null) {
                oddities.note("unreadable date", text);
            }
        } else if (name == HeaderName.RECEIVED && received == null) {
            received = MailDate.received(text);
        } else if (name == HeaderName.STATUS || name == HeaderName.X_STATUS) {
            status(text);
        }
    }

    /// Flags as mbox writers keep them; `O` (old) says nothing.
    private void status(String text) {
        for (int i = 0; i < Math.min(text.length(), LONGEST_STATUS); i++) {
            switch (text.charAt(i)) {
                case 'R' -> flags.add(Flag.SEEN);
                case 'A' -> flags.add(Flag.REPLIED);
                case 'F' -> flags.add(Flag.FLAGGED);
                case 'T' -> flags.add(Flag.DRAFT);
                case 'D' -> flags.add(Flag.TRASHED);
                default -> {
                }
            }
        }
    }

    private void full(List<String> list) {
        if (list.size() >= Limits.IDS) {
            oddities.limit("more than " + Limits.IDS + " ids");
        }
    }

    /// Takes the name of a part; of a path only the last element counts.
    void attachment(String name) {
        int end = name.length();
        while (end > 0 && isSlash(name.charAt(end - 1))) {
            end--;
        }
        int start = end;
        while (start > 0 && !isSlash(name.charAt(start - 1))) {
            start--;
        }
        String base = name.substring(start, end).strip();
        if (attachments.size() >= Limits.PARTS) {
            oddities.limit("more than " + Limits.PARTS + " attachments");
        } else if (!base.isEmpty()) {
            attachments.add(base);
        }
    }

    private static boolean isSlash(char c) {
        return c == '/' || c == '\\';
    }

    /// Takes the text of a part.
    void text(String text) {
        if (!headersOnly && !text.isBlank()) {
            body.add(text);
        }
    }
}
