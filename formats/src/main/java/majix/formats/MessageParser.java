package majix.formats;

import java.io.IOException;
import majix.formats.mime.MessageReader;

/// Reads messages. Bad mail is data: whatever the bytes are there is a [MailMessage], and what could not be read is
/// told in its oddities. Limits against hostile mail (nesting, parts, length of headers and text) are generous, noted
/// when they are hit, and never lose the headers; `majix.formats.mime` lists them.
///
/// One per thread: a parser uses its buffers again for the next message.
public final class MessageParser {
    private final MessageReader reader = new MessageReader();

    /// Makes a parser for one thread.
    public MessageParser() {}

    /// Reads a whole message.
    ///
    /// @throws IOException if the bytes cannot be read
    public MailMessage parse(MessageBytes bytes) throws IOException {
        return reader.read(bytes, false);
    }

    /// Reads a message's header fields only: its body is empty, enclosed messages are not looked at, and attachment
    /// names are at most its own. Reads little more of the bytes than the header.
    ///
    /// @throws IOException if the bytes cannot be read
    public MailMessage headers(MessageBytes bytes) throws IOException {
        return reader.read(bytes, true);
    }
}
