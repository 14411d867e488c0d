package majix.indexer.history;

/// What a [Letter] may have. Times are seconds since the epoch.
enum Part {
    FROM,
    TO,
    CC,
    SUBJECT,
    BODY,
    /// Name of an attached file.
    ATTACHMENT,
    /// The Message-ID, without brackets; empty for a letter without one.
    ID,
    IN_REPLY_TO,
    /// Ids with blanks between.
    REFERENCES,
    DATE,
    /// A Date header that nobody can read.
    BROKEN_DATE,
    RECEIVED,
    /// Time of the separator line in an mbox; empty for a line without one.
    ENVELOPE,
    STATUS,
    X_STATUS,
    CONTENT_LENGTH,
    /// Name of a [Shape].
    SHAPE,
    /// Bytes of white space below the text.
    PADDING,
    /// Ends lines with CR LF.
    CRLF,
    /// A line at the end of the text that ends the multipart of the letter with this number.
    ENDS,
    /// Of an enclosed message.
    INNER_FROM,
    INNER_SUBJECT,
    INNER_ID,
    INNER_REFERENCES,
    INNER_BODY
}
