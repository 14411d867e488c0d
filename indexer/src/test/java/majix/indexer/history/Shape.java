package majix.indexer.history;

/// How the text of a letter is written.
enum Shape {
    PLAIN,
    /// UTF-8 that no header declares.
    UNDECLARED,
    /// ISO 8859-1 if it can say the text, else UTF-8.
    LATIN,
    QUOTED_PRINTABLE,
    BASE64,
    HTML,
    /// Text and HTML.
    ALTERNATIVE,
    /// A multipart without an end.
    OPEN
}
