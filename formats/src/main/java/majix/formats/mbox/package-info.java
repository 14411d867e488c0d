/// Files of many messages: where each one begins and ends ([MboxStream], [FromLines]), whatever the dialect and
/// whatever the file is compressed with ([Compression]).
///
/// The scan works on blocks of raw bytes and only looks at the beginnings of lines. It cuts a file into chunks at every
/// line that reads as a separator ([ChunkScanner]); a second step joins chunks that belong together, because a
/// Content-Length or an unfinished MIME multipart says so ([Joiner]).
///
/// The road not taken: mime4j's mbox iterator, which decodes characters, matches a regular expression and keeps a
/// message whole, and mapping files into memory, which compressed files cannot be.
package majix.formats.mbox;
