/// Takes a message apart: header fields, MIME parts, transfer encodings, charsets, HTML, dates. mime4j's token stream
/// finds header lines and parts; everything that is a matter of judgement about bad mail is decided here. The limits
/// of what is read are in `Limits`: nesting, number of parts, lengths of fields, headers and texts. What lies beyond a
/// limit is left out and noted as an oddity; the message's own header is always read first.
///
/// The road not taken: mime4j's object tree with its field and date parsers, and an HTML tree from a browser-like
/// parser. They are twice as slow, hold the whole message in memory, and give up exactly where mail is odd: a date
/// they cannot read is no date, a multipart without a boundary no text. Nor did it pay to replace mime4j's splitting
/// by an own one: it is fast when it gets whole lines and is not asked to understand the fields.
package majix.formats.mime;
