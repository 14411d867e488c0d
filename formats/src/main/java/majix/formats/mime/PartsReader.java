package majix.formats.mime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import majix.formats.MessageBytes;
import majix.formats.MessagePart;
import majix.formats.MessageParts;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.MimeIOException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.jspecify.annotations.Nullable;

/// Hands the parts of a message to a sink. An enclosed message is a part, and is then gone into by itself, so that it
/// does not matter whether it was encoded.
public final class PartsReader {
    private static final MimeConfig CONFIG = MimeConfig.custom().setMaxLineLen(-1).setMaxHeaderCount(-1)
            .setMaxHeaderLen(-1).setMaxContentLen(-1).build();

    private final MessageParts.Sink sink;
    private final Oddities oddities = new Oddities();
    private final MailCharsets charsets = new MailCharsets(oddities);
    private final EncodedWords words = new EncodedWords(charsets);
    private final MessageDraft draft = new MessageDraft(oddities);
    private final HeaderFields fields = new HeaderFields(draft, charsets, words, oddities);
    private final Map<Entity, Integer> alternatives = new HashMap<>();
    private int parts;
    private int depth;
    private int room = Limits.TEXT_BYTES;
    /// The multipart begun last, as long as it has had no part, and what stood in it so far.
    private @Nullable Entity childless;
    private byte @Nullable [] preamble;

    /// @param sink takes the parts of one message
    public PartsReader(MessageParts.Sink sink) {
        this.sink = sink;
    }

    /// Reads the message.
    ///
    /// @return what could not be read
    /// @throws IOException if the bytes cannot be read, or the sink throws it
    public List<String> read(MessageBytes bytes) throws IOException {
        draft.clear(false);
        fields.restart();
        try (InputStream in = bytes.open()) {
            sink.header(0, HeaderLines.read(in, charsets, words));
        }
        try (InputStream in = bytes.open()) {
            walk(new Entity(fields, oddities), in);
        }
        return oddities.lines();
    }

    private void walk(Entity root, InputStream in) throws IOException {
        MimeTokenStream stream = new MimeTokenStream(CONFIG, DecodeMonitor.SILENT, fields, root);
        stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
        try {
            stream.parse(new MailInput().start(in));
            for (EntityState state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = stream.next()) {
                take(state, stream);
                if (parts > Limits.PARTS) {
                    oddities.limit("more than " + Limits.PARTS + " parts");
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
            case T_END_HEADER -> {
                fields.end();
                List<String> body = draft.message().body();
                if (!body.isEmpty()) {
                    draft.clear(false);
                    text(String.join("\n", body));
                }
            }
            case T_BODY -> {
                if (stream.getBodyDescriptor() instanceof Entity entity) {
                    body(entity, stream.getInputStream());
                }
            }
            case T_START_MULTIPART -> {
                childless = stream.getBodyDescriptor() instanceof Entity entity ? entity : null;
                preamble = null;
                if (childless != null && childless.type().equals("multipart/alternative")) {
                    alternatives.put(childless, alternatives.size() + 1);
                }
            }
            case T_START_BODYPART -> childless = null;
            case T_PREAMBLE -> preamble = bytes(stream.getInputStream());
            case T_EPILOGUE, T_END_MULTIPART -> withoutParts();
            default -> {
            }
        }
    }

    /// If the multipart that ends has had no part at all, what was taken for its preamble is its text.
    private void withoutParts() throws IOException {
        Entity multipart = childless;
        byte[] text = preamble;
        childless = null;
        if (multipart != null && text != null) {
            oddities.note("multipart without parts");
            int length = multipart.encoding().decode(text, text.length);
            text(charsets.decode(text, 0, length, multipart.getCharset()));
        }
    }

    private void body(Entity entity, InputStream in) throws IOException {
        MessagePart part = part(entity);
        if (part.kind() == MessagePart.Kind.MESSAGE) {
            enclosed(entity, part, DecodedStream.of(in, entity.encoding()));
        } else if (part.kind() == MessagePart.Kind.TEXT && part.isBody()) {
            byte[] bytes = text(entity, in);
            List<String[]> blocks = new ArrayList<>();
            String text = Uuencoded.withoutBlocks(charsets.decode(bytes, 0, bytes.length, entity.getCharset()),
                    (name, block) -> add(name, block, blocks));
            sink.part(part, content(new ByteArrayInputStream(bytes), text));
            for (String[] block : blocks) {
                uuencoded(block[0], block[1]);
            }
        } else {
            sink.part(part, new Streamed(entity, DecodedStream.of(in, entity.encoding())));
        }
    }

    private void add(String name, String block, List<String[]> blocks) {
        if (parts + blocks.size() < Limits.PARTS) {
            blocks.add(new String[]{name, block});
        } else {
            oddities.limit("more than " + Limits.PARTS + " parts");
        }
    }

    private MessagePart part(Entity entity) {
        MessagePart.Kind kind = switch (entity.kind()) {
            case TEXT, MULTIPART -> MessagePart.Kind.TEXT;
            case HTML -> MessagePart.Kind.HTML;
            case MESSAGE -> MessagePart.Kind.MESSAGE;
            case SKIPPED -> MessagePart.Kind.DATA;
        };
        int alternative = 0;
        for (Entity above = entity.parent(); above != null && alternative == 0; above = above.parent()) {
            alternative = above.kind() == Entity.Kind.MESSAGE ? -1 : alternatives.getOrDefault(above, 0);
        }
        String name = entity.names().isEmpty() ? "" : entity.names().getFirst().strip();
        return new MessagePart(++parts, depth, kind, entity.type().isEmpty() ? "text/plain" : entity.type(), name,
                entity.attached(), Math.max(0, alternative));
    }

    private byte[] bytes(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(Limits.TEXT_BYTES);
        if (bytes.length == Limits.TEXT_BYTES && in.read() >= 0) {
            oddities.limit("text parts longer than " + Limits.TEXT_BYTES + " bytes");
        }
        return bytes;
    }

    /// Gives the message away and looks into it, if it is not too long for that.
    private void enclosed(Entity entity, MessagePart part, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(room);
        boolean whole = bytes.length < room;
        sink.part(part, content(whole
                ? new ByteArrayInputStream(bytes)
                : new SequenceInputStream(new ByteArrayInputStream(bytes), in), ""));
        if (!whole) {
            oddities.limit("enclosed messages longer than " + Limits.TEXT_BYTES + " bytes");
            return;
        }
        room -= bytes.length;
        depth++;
        sink.header(depth, HeaderLines.read(new ByteArrayInputStream(bytes), charsets, words));
        walk(entity.newChild(), new ByteArrayInputStream(bytes));
        childless = null;
        depth--;
    }

    /// The bytes of a text, as they are indexed.
    private byte[] text(Entity entity, InputStream in) throws IOException {
        byte[] bytes = bytes(in);
        return Arrays.copyOf(bytes, entity.encoding().decodeText(bytes, bytes.length));
    }

    private void uuencoded(String name, String block) throws IOException {
        byte[] bytes = (block + "\n").getBytes(StandardCharsets.ISO_8859_1);
        int length = Uuencoded.decode(bytes, bytes.length);
        sink.part(new MessagePart(++parts, depth, MessagePart.Kind.DATA, "application/octet-stream", name, true, 0),
                content(new ByteArrayInputStream(bytes, 0, length), ""));
    }

    /// Hands over text that is known already.
    private void text(String text) throws IOException {
        sink.part(new MessagePart(++parts, depth, MessagePart.Kind.TEXT, "text/plain", "", false, 0),
                content(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), text));
    }

    private static MessageParts.Content content(InputStream bytes, String text) {
        return new MessageParts.Content() {
            @Override
            public InputStream bytes() {
                return bytes;
            }

            @Override
            public String text() {
                return text;
            }
        };
    }

    /// Content that is read when it is asked for.
    private final class Streamed implements MessageParts.Content {
        private final Entity entity;
        private final InputStream in;

        Streamed(Entity entity, InputStream in) {
            this.entity = entity;
            this.in = in;
        }

        @Override
        public InputStream bytes() {
            return in;
        }

        @Override
        public String text() throws IOException {
            byte[] bytes = PartsReader.this.bytes(in);
            String charset = entity.getCharset();
            boolean html = entity.kind() == Entity.Kind.HTML;
            if (html && charset == null) {
                charset = HtmlCharset.declaredIn(bytes, bytes.length);
            }
            String text = charsets.decode(bytes, 0, bytes.length, charset);
            return html ? HtmlText.of(text) : text;
        }
    }
}
