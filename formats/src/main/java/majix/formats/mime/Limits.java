package majix.formats.mime;

/// How much of one message is read. Real mail stays far below; what lies beyond is left out and noted as an oddity.
final class Limits {
    /// Levels of multiparts and enclosed messages; what is nested deeper is read as plain text.
    static final int DEPTH = 50;
    /// Parts of all multiparts together; those after them are not read. And names of attachments.
    static final int PARTS = 10_000;
    /// Characters of a multipart boundary (RFC 2046 5.1.1 allows 70); a multipart with a longer one is read as text.
    static final int BOUNDARY = 1_000;
    /// Characters of all boundaries that are open at one place: what a hostile line can be compared with.
    static final int BOUNDARIES = 4_000;
    /// How often a byte can be compared for the boundaries that are open at one place, see [Entity#repeats]: a boundary of
    /// nothing but dashes makes every line of dashes a near miss, at each of its bytes.
    static final int REPEATS = 250;
    /// Bytes of one header field; the rest of it is left out.
    static final int FIELD_BYTES = 1 << 20;
    /// Bytes of all header fields that are read; of later ones only the first of each that says what the message is.
    static final int HEADER_BYTES = 16 << 20;
    /// Fields of one name, To or Cc; later ones are left out.
    static final int FIELDS = 10_000;
    /// Bytes of a line; a longer one is read as several, each of them a continuation of the one before.
    static final int LINE_BYTES = 1 << 20;
    /// Bytes of all text parts, before they are decoded. A decoded text never has more characters.
    static final int TEXT_BYTES = 16 << 20;
    /// Ids of the message, and as many references.
    static final int IDS = 10_000;
    /// Oddities told of one message.
    static final int ODDITIES = 20;

    private Limits() {}
}
