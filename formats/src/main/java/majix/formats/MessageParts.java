package majix.formats;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import majix.formats.mime.PartsReader;

/// Takes a message apart for somebody who wants to see it or to save what is in it; [MessageParser] says what it is found
/// by. Both read mail the same way: with the same patience, decodings and limits.
public final class MessageParts {
    private MessageParts() {}

    /// A header field.
    ///
    /// @param name as written
    /// @param value on one line, decoded
    public record HeaderField(String name, String value) {}

    /// The content of a part. One of the two methods may be called, once, while the sink has the part.
    public interface Content {

        /// The bytes, transfer encoding undone; need not be read to the end or closed.
        InputStream bytes() throws IOException;

        /// The text, for parts of kind TEXT and HTML: decoded from its charset, HTML as text, without inline uuencoded
        /// files. Lines end in LF.
        String text() throws IOException;
    }

    /// Takes what a message consists of, in its order.
    public interface Sink {

        /// The message, or one enclosed in it, begins.
        ///
        /// @param depth 0 for the message itself
        /// @param header all fields that can be read
        void header(int depth, List<HeaderField> header) throws IOException;

        /// A part.
        void part(MessagePart part, Content content) throws IOException;
    }

    /// Reads a message. Big parts are not held in memory.
    ///
    /// @return what could not be read or hit a limit, a short line each
    /// @throws IOException if the bytes cannot be read, or the sink throws it
    public static List<String> read(MessageBytes bytes, Sink sink) throws IOException {
        return new PartsReader(sink).read(bytes);
    }
}
