package majix.formats.mime;

import java.util.ArrayList;
import java.util.List;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.BodyDescriptorBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.RawField;
import org.jspecify.annotations.Nullable;

/// What the header of a message or part says about its content, and how mime4j is to take it apart: as a multipart if
/// there is a boundary, as an enclosed message if its header can be read where it lies, and else as a leaf.
final class Entity implements BodyDescriptorBuilder, BodyDescriptor {

    /// What is done with the content.
    enum Kind {
        TEXT,
        HTML,
        MULTIPART,
        MESSAGE,
        SKIPPED
    }

    private final @Nullable Entity parent;
    private final HeaderFields fields;
    private final Oddities oddities;
    private final int depth;
    private final List<String> names = new ArrayList<>(0);
    private boolean message;
    private boolean subjectSeen;
    private @Nullable Parameters contentType;
    private boolean attached;
    private TransferEncoding encoding = TransferEncoding.IDENTITY;
    private Kind kind = Kind.TEXT;
    private @Nullable String boundary;

    /// The message itself.
    Entity(HeaderFields fields, Oddities oddities) {
        this.parent = null;
        this.fields = fields;
        this.oddities = oddities;
        this.depth = 0;
        this.message = true;
    }

    private Entity(Entity parent) {
        this.parent = parent;
        this.fields = parent.fields;
        this.oddities = parent.oddities;
        this.depth = parent.depth + 1;
        this.message = parent.kind == Kind.MESSAGE;
    }

    @Override
    public void reset() {
        subjectSeen = false;
        contentType = null;
        attached = false;
        encoding = TransferEncoding.IDENTITY;
        kind = Kind.TEXT;
        boundary = null;
        names.clear();
        fields.begin(this);
    }

    @Override
    public Entity newChild() {
        return new Entity(this);
    }

    /// Never called: [HeaderFields] keeps the fields to itself.
    @Override
    public @Nullable Field addField(RawField field) {
        return null;
    }

    @Override
    public BodyDescriptor build() {
        return this;
    }

    /// Whether this is the message itself, whose date and flags count.
    boolean isRoot() {
        return parent == null;
    }

    /// Whether this has a message's header: the message itself, or an enclosed one.
    boolean isMessage() {
        return message;
    }

    /// True the first time: of several Subject fields the first one that says something counts, as in mairix.
    boolean takesSubject() {
        boolean first = !subjectSeen;
        subjectSeen = true;
        return first;
    }

    /// Takes a Content-Type; the first one counts.
    void contentType(Parameters type) {
        if (contentType == null) {
            contentType = type;
        }
    }

    /// Takes a Content-Disposition.
    void disposition(Parameters disposition) {
        attached |= disposition.value().startsWith("attachment");
    }

    /// Takes a Content-Transfer-Encoding; the first one counts.
    void encoding(String field) {
        if (encoding == TransferEncoding.IDENTITY) {
            encoding = TransferEncoding.of(field);
            if (encoding == TransferEncoding.UNKNOWN) {
                oddities.note("unknown transfer encoding", field);
            }
        }
    }

    /// Takes a name that the part goes by.
    void name(String name) {
        if (!names.contains(name)) {
            names.add(name);
        }
    }

    /// The header is complete: decides what the content is.
    void headerEnds() {
        kind = declaredKind();
        if (kind == Kind.MULTIPART) {
            boundary = usableBoundary();
        }
        boolean nested = kind == Kind.MESSAGE || kind == Kind.MULTIPART;
        if (nested && depth >= Limits.DEPTH) {
            oddities.limit("parts nested deeper than " + Limits.DEPTH);
            kind = Kind.TEXT;
        } else if (kind == Kind.MULTIPART && boundary == null) {
            kind = Kind.TEXT;
        }
    }

    private Kind declaredKind() {
        String type = contentType == null ? "" : contentType.value();
        int slash = type.indexOf('/');
        String subtype = slash < 0 ? "" : type.substring(slash + 1).strip();
        return switch (slash < 0 ? type : type.substring(0, slash).strip()) {
            case "" -> parent != null && parent.isDigest() && slash < 0 ? Kind.MESSAGE : Kind.TEXT;
            case "text" -> subtype.contains("html") ? Kind.HTML : Kind.TEXT;
            case "multipart" -> Kind.MULTIPART;
            case "message" -> switch (subtype) {
                case "rfc822", "global", "news" -> Kind.MESSAGE;
                default -> Kind.TEXT;
            };
            case "application" ->
                subtype.equals("pgp") && "text".equals(parameter("format")) ? Kind.TEXT : Kind.SKIPPED;
            case "image", "audio", "video", "model", "font", "chemical" -> Kind.SKIPPED;
            default -> slash < 0 || subtype.isEmpty() ? Kind.TEXT : Kind.SKIPPED;
        };
    }

    private boolean isDigest() {
        return contentType != null && contentType.value().equals("multipart/digest");
    }

    private @Nullable String usableBoundary() {
        String declared = parameter("boundary");
        if (declared == null) {
            oddities.note("multipart without a boundary");
        } else if (declared.length() > Limits.BOUNDARY || openBoundaries() + declared.length() > Limits.BOUNDARIES
                || openRepeats() + repeats(declared) > Limits.REPEATS) {
            oddities.limit("multipart boundary too long");
            return null;
        }
        return declared;
    }

    private int openBoundaries() {
        int sum = 0;
        for (Entity entity = parent; entity != null; entity = entity.parent) {
            sum += entity.boundary == null ? 0 : entity.boundary.length();
        }
        return sum;
    }

    private int openRepeats() {
        int sum = 0;
        for (Entity entity = parent; entity != null; entity = entity.parent) {
            sum += entity.boundary == null ? 0 : repeats(entity.boundary);
        }
        return sum;
    }

    /// How often the beginning of a boundary line repeats itself at most: 1 for `ab`, 3 for `ababab`, which a text can
    /// all but match at every second byte, and is compared so often with.
    static int repeats(String boundary) {
        String line = "--" + boundary;
        int[] borders = new int[line.length() + 1];
        int most = 1;
        for (int i = 1, border = 0; i < line.length(); i++) {
            while (border > 0 && line.charAt(i) != line.charAt(border)) {
                border = borders[border];
            }
            border += line.charAt(i) == line.charAt(border) ? 1 : 0;
            borders[i + 1] = border;
            most = Math.max(most, (i + 1) / (i + 1 - border));
        }
        return most;
    }

    private @Nullable String parameter(String name) {
        return contentType == null ? null : contentType.raw(name);
    }

    Kind kind() {
        return kind;
    }

    /// What the header calls the content, lower case; empty if it does not say.
    String type() {
        return contentType == null ? "" : contentType.value();
    }

    /// Whether the header says that it is an attachment.
    boolean attached() {
        return attached;
    }

    /// What this is a part of; null for the message itself.
    @Nullable
    Entity parent() {
        return parent;
    }

    TransferEncoding encoding() {
        return encoding;
    }

    List<String> names() {
        return names;
    }

    /// The declared charset, or null.
    @Override
    public @Nullable String getCharset() {
        return parameter("charset");
    }

    @Override
    public @Nullable String getBoundary() {
        return boundary;
    }

    /// What mime4j is to do, not what the header says: an enclosed message that is encoded is a leaf to it.
    @Override
    public String getMimeType() {
        return switch (kind) {
            case MULTIPART -> "multipart/mixed";
            case MESSAGE -> isEncoded() ? "text/plain" : "message/rfc822";
            case TEXT, HTML, SKIPPED -> "text/plain";
        };
    }

    private boolean isEncoded() {
        return encoding != TransferEncoding.IDENTITY && encoding != TransferEncoding.UNKNOWN;
    }

    @Override
    public String getMediaType() {
        return "text";
    }

    @Override
    public String getSubType() {
        return "plain";
    }

    @Override
    public String getTransferEncoding() {
        return "binary";
    }

    @Override
    public long getContentLength() {
        return -1;
    }
}
