package majix.formats.mime;

/// The header fields that are read, and the other kinds of line that stand where a field should.
enum HeaderName {
    TO("to"),
    CC("cc"),
    FROM("from"),
    SUBJECT("subject"),
    DATE("date"),
    RECEIVED("received"),
    STATUS("status"),
    X_STATUS("x-status"),
    MESSAGE_ID("message-id"),
    IN_REPLY_TO("in-reply-to"),
    REFERENCES("references"),
    CONTENT_TYPE("content-type"),
    CONTENT_DISPOSITION("content-disposition"),
    CONTENT_TRANSFER_ENCODING("content-transfer-encoding"),
    /// A field nobody asks for.
    OTHER(""),
    /// An mbox separator line that stayed with the message.
    ENVELOPE(""),
    /// A line that is no field at all.
    JUNK("");

    private static final HeaderName[] READ = {TO, CC, FROM, SUBJECT, DATE, RECEIVED, STATUS, X_STATUS, MESSAGE_ID,
            IN_REPLY_TO, REFERENCES, CONTENT_TYPE, CONTENT_DISPOSITION, CONTENT_TRANSFER_ENCODING};

    private final String text;

    HeaderName(String text) {
        this.text = text;
    }

    /// The field whose name are the first `length` bytes, in any case; else [#OTHER].
    static HeaderName of(byte[] line, int length) {
        for (HeaderName candidate : READ) {
            if (candidate.text.length() == length && candidate.matches(line)) {
                return candidate;
            }
        }
        return OTHER;
    }

    private boolean matches(byte[] line) {
        for (int i = 0; i < text.length(); i++) {
            if (Ascii.lower(line[i]) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
