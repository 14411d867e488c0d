package majix.formats.mime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import majix.formats.MailMessage;
import majix.formats.MessageBytes;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.MimeIOException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.jspecify.annotations.Nullable;

/// Drives mime4j's token stream over a message and gathers what its parts say. mime4j finds the parts; which of them
/// are read, and as what, is told by [Entity], and header fields never come back from it ([HeaderFields]).
/// Not thread-safe; its buffers are used again for the next message.
public final class MessageReader {
    private static final MimeConfig CONFIG = MimeConfig.custom().setMaxLineLen(-1).setMaxHeaderCount(-1)
            .setMaxHeaderLen(-1).setMaxContentLen(-1).build();

    private final Oddities oddities = new Oddities();
    private final MailCharsets charsets = new MailCharsets(oddities);
    private final MessageDraft draft = new MessageDraft(oddities);
    private final HeaderFields fields = new HeaderFields(draft, charsets, new EncodedWords(charsets), oddities);
    private final Entity root = new Entity(fields, oddities);
    private final MimeTokenStream tokens = tokens(root);
    private final MailInput input = new MailInput();
    private final PartBytes part = new PartBytes();
    private int textBytes;
    private int parts;
    /// The multipart begun last, as long as it has had no part.
    private @Nullable Entity childless;
    private boolean preamble;

    /// Makes a reader for one thread.
    public MessageReader() {}

    private MimeTokenStream tokens(Entity entity) {
        return new MimeTokenStream(CONFIG, DecodeMonitor.SILENT, fields, entity);
    }

    /// Reads one message.
    ///
    /// @param headersOnly whether to stop where the message's own header ends
    /// @throws IOException if the bytes cannot be read; bad mail is no reason
    public MailMessage read(MessageBytes bytes, boolean headersOnly) throws IOException {
        draft.clear(headersOnly);
        fields.restart();
        textBytes = 0;
        parts = 0;
        childless = null;
        try (InputStream in = bytes.open()) {
            walk(tokens, input.start(in), headersOnly);
        }
        return draft.message();
    }

    private void walk(MimeTokenStream stream, InputStream in, boolean headersOnly) throws IOException {
        try {
            stream.parse(in);
            for (EntityState state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = stream.next()) {
                boolean headerEnds = state == EntityState.T_END_HEADER;
                take(state, stream);
                if (parts > Limits.PARTS || (headersOnly && headerEnds)) {
                    stream.stop();
                    return;
                }
            }
        } catch (MimeException | MimeIOException | RuntimeException e) {
            oddities.note("structure not understood:", String.valueOf(e.getMessage()));
        }
    }

    private void take(EntityState state, MimeTokenStream stream) throws IOException {
        switch (state) {
            case T_END_HEADER -> fields.end();
            case T_BODY -> {
                if (stream.getBodyDescriptor() instanceof Entity entity) {
                    body(entity, stream.getInputStream());
                }
            }
            case T_START_MULTIPART -> {
                childless = stream.getBodyDescriptor() instanceof Entity entity ? entity : null;
                preamble = false;
            }
            case T_START_BODYPART -> {
                childless = null;
                if (++parts > Limits.PARTS) {
                    oddities.limit("more than " + Limits.PARTS + " parts");
                }
            }
            case T_PREAMBLE -> {
                part.read(stream.getInputStream(), room());
                preamble = true;
            }
            case T_EPILOGUE -> {
                if (withoutParts()) {
                    part.read(stream.getInputStream(), room());
                    text(Entity.Kind.TEXT, null);
                }
            }
            case T_END_MULTIPART -> withoutParts();
            default -> {
            }
        }
    }

    /// If the multipart that ends has had no part at all, what was taken for its preamble is its text.
    private boolean withoutParts() {
        Entity multipart = childless;
        childless = null;
        if (multipart != null && preamble) {
            oddities.note("multipart without parts");
            part.decode(multipart.encoding());
            text(Entity.Kind.TEXT, multipart.getCharset());
        }
        return multipart != null;
    }

    private void body(Entity entity, InputStream in) throws IOException {
        if (entity.kind() == Entity.Kind.SKIPPED) {
            return;
        }
        if (!part.read(in, room())) {
            oddities.limit("text parts longer than " + Limits.TEXT_BYTES + " bytes");
        }
        part.decode(entity.encoding());
        if (entity.kind() == Entity.Kind.MESSAGE) {
            enclosed(entity, Arrays.copyOf(part.array(), part.length()));
        } else {
            text(entity.kind(), entity.getCharset());
        }
    }

    private int room() {
        return Limits.TEXT_BYTES - textBytes;
    }

    /// Reads a message that was encoded as a whole, which mime4j cannot go into by itself.
    private void enclosed(Entity entity, byte[] message) throws IOException {
        textBytes += message.length;
        walk(tokens(entity.newChild()), new MailInput().start(new ByteArrayInputStream(message)), false);
        childless = null;
    }

    /// Hands over what [#part] holds.
    private void text(Entity.Kind kind, @Nullable String charset) {
        byte[] bytes = part.array();
        int length = part.length();
        textBytes += length;
        if (kind == Entity.Kind.HTML) {
            String declared = charset == null ? HtmlCharset.declaredIn(bytes, length) : charset;
            draft.text(HtmlText.of(charsets.decode(bytes, 0, length, declared)));
        } else {
            draft.text(Uuencoded.withoutBlocks(charsets.decode(bytes, 0, length, charset),
                    (name, _) -> draft.attachment(name)));
        }
    }
}
