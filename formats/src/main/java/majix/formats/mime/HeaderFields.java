package majix.formats.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.apache.james.mime4j.stream.FieldBuilder;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.util.ByteArrayBuffer;
import org.apache.james.mime4j.util.RecycledByteArrayBuffer;
import org.jspecify.annotations.Nullable;

/// Takes header fields from mime4j line by line, and hands those that count to the [Entity] they describe and the
/// [MessageDraft]. mime4j gets none of them back, so that it does not spend time on them nor give up at a bad one.
///
/// A line that is no field is passed over. But if no field follows it before the header ends, what is taken for the
/// header's end is the first gap in a body that began without a blank line: then such lines are text.
final class HeaderFields implements FieldBuilder {
    /// Says what the message is: read once more when everything else is too much.
    private static final Set<HeaderName> VITAL = EnumSet.of(HeaderName.FROM, HeaderName.SUBJECT, HeaderName.DATE,
            HeaderName.MESSAGE_ID, HeaderName.CONTENT_TYPE, HeaderName.CONTENT_TRANSFER_ENCODING);

    private final MessageDraft draft;
    private final MailCharsets charsets;
    private final EncodedWords words;
    private final Oddities oddities;
    private final ByteArrayOutputStream junk = new ByteArrayOutputStream(0);
    private byte[] field = new byte[1024];
    private int length;
    private int valueStart;
    private boolean firstLine;
    private HeaderName name = HeaderName.OTHER;
    private @Nullable Entity entity;
    private long headerBytes;
    private final Set<HeaderName> late = EnumSet.noneOf(HeaderName.class);

    HeaderFields(MessageDraft draft, MailCharsets charsets, EncodedWords words, Oddities oddities) {
        this.draft = draft;
        this.charsets = charsets;
        this.words = words;
        this.oddities = oddities;
    }

    /// A new message begins, with all its parts to come.
    void restart() {
        headerBytes = 0;
        late.clear();
        entity = null;
    }

    /// The header of an entity begins.
    void begin(Entity owner) {
        entity = owner;
        junk.reset();
    }

    @Override
    public void reset() {
        length = 0;
        firstLine = true;
        name = HeaderName.OTHER;
    }

    @Override
    public void append(ByteArrayBuffer line) {
        byte[] bytes = line.buffer();
        int count = line.length();
        if (firstLine) {
            firstLine = false;
            name = classify(bytes, count);
            if (headerBytes > Limits.HEADER_BYTES && name != HeaderName.OTHER && !isVital()) {
                oddities.limit("header longer than " + Limits.HEADER_BYTES + " bytes");
                name = HeaderName.OTHER;
            }
        }
        if (name == HeaderName.OTHER || name == HeaderName.ENVELOPE) {
            return;
        }
        if (length + count > Limits.FIELD_BYTES) {
            oddities.limit("header field longer than " + Limits.FIELD_BYTES + " bytes");
            count = Limits.FIELD_BYTES - length;
        }
        if (length + count > field.length) {
            field = Arrays.copyOf(field, 2 * (length + count));
        }
        System.arraycopy(bytes, 0, field, length, count);
        length += count;
        headerBytes += count;
    }

    private boolean isVital() {
        return entity != null && entity.isRoot() && VITAL.contains(name) && late.add(name);
    }

    /// Blanks before the colon are taken (RFC 5322 4.5); they tell `From : x` from an mbox separator.
    private HeaderName classify(byte[] line, int count) {
        int end = 0;
        while (end < count && line[end] > ' ' && line[end] < 127 && line[end] != ':') {
            end++;
        }
        int colon = end;
        while (colon < count && (line[colon] == ' ' || line[colon] == '\t')) {
            colon++;
        }
        if (end > 0 && colon < count && line[colon] == ':') {
            valueStart = colon + 1;
            return HeaderName.of(line, end);
        }
        int mark = count > 0 && line[0] == '>' ? 1 : 0;
        boolean separator = end == mark + 4 && colon > end && line[mark] == 'F' && line[mark + 1] == 'r'
                && line[mark + 2] == 'o' && line[mark + 3] == 'm' && junk.size() == 0;
        return separator ? HeaderName.ENVELOPE : HeaderName.JUNK;
    }

    @Override
    public @Nullable RawField build() {
        Entity owner = entity;
        if (firstLine || owner == null || name == HeaderName.ENVELOPE) {
            return null;
        }
        if (name == HeaderName.JUNK) {
            if (junk.size() < Limits.FIELD_BYTES) {
                junk.write(field, 0, length);
            }
            oddities.note("header line without a colon");
            return null;
        }
        junk.reset();
        if (name != HeaderName.OTHER) {
            int end = unfold();
            switch (name) {
                case CONTENT_TYPE, CONTENT_DISPOSITION, CONTENT_TRANSFER_ENCODING -> content(owner, end);
                default -> {
                    if (owner.isMessage() && end > valueStart) {
                        draft.field(owner, name, text(end));
                    }
                }
            }
        }
        return null;
    }

    /// The header is complete. Lines at its end that were no fields are the beginning of the body.
    void end() {
        Entity owner = entity;
        if (owner == null) {
            return;
        }
        owner.headerEnds();
        for (String attachment : owner.names()) {
            draft.attachment(attachment);
        }
        if (junk.size() > 0) {
            byte[] bytes = junk.toByteArray();
            boolean text = owner.kind() == Entity.Kind.TEXT;
            int count = text ? owner.encoding().decode(bytes, bytes.length) : bytes.length;
            draft.text(charsets.decode(bytes, 0, count, text ? owner.getCharset() : null));
            junk.reset();
        }
    }

    private String text(int end) {
        String text = charsets.decode(field, valueStart, end - valueStart, null);
        boolean mailboxes = name == HeaderName.FROM || name == HeaderName.TO || name == HeaderName.CC;
        return (mailboxes ? words.decodeMailboxes(text) : words.decode(text)).strip();
    }

    private void content(Entity owner, int end) {
        if (name == HeaderName.CONTENT_TRANSFER_ENCODING) {
            owner.encoding(text(end));
            return;
        }
        Parameters parameters = new Parameters(new String(field, valueStart, end - valueStart,
                StandardCharsets.ISO_8859_1));
        boolean type = name == HeaderName.CONTENT_TYPE;
        if (type) {
            owner.contentType(parameters);
        } else {
            owner.disposition(parameters);
        }
        for (String file : parameters.texts(type ? "name" : "filename", charsets, words)) {
            owner.name(file);
        }
    }

    /// Makes the field's value one line in place: folds become one blank, NULs go.
    ///
    /// @return where the value, now from [#valueStart] on, ends
    private int unfold() {
        while (valueStart < length && field[valueStart] <= ' ' && field[valueStart] >= 0) {
            valueStart++;
        }
        int to = valueStart;
        boolean folded = false;
        for (int i = valueStart; i < length; i++) {
            byte b = field[i];
            if (b == '\n') {
                folded = true;
                to = withoutBlanks(to);
            } else if (b != 0 && !(folded && (b == ' ' || b == '\t'))) {
                if (folded) {
                    field[to++] = ' ';
                    folded = false;
                }
                field[to++] = b;
            }
        }
        return withoutBlanks(to);
    }

    private int withoutBlanks(int end) {
        int to = end;
        while (to > valueStart && (field[to - 1] == ' ' || field[to - 1] == '\t')) {
            to--;
        }
        return to;
    }

    @Override
    public @Nullable RecycledByteArrayBuffer getRaw() {
        return null;
    }

    @Override
    public void release() {
        // nothing is borrowed
    }
}
