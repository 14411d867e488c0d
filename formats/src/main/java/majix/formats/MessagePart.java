package majix.formats;

/// One part of a message that holds content of its own: a text, a file, a whole message. Multiparts are none.
///
/// @param number counts the parts of a message from 1, those of enclosed messages behind the message they are in
/// @param depth in how many enclosed messages it lies, 0 for a part of the message itself
/// @param kind what can be done with it
/// @param type the media type as declared, lower case, `text/plain` where none is; any characters, for all that is known
/// @param name the file name, decoded; empty if it has none. A stranger's words, not fit for a file as they are
/// @param attached whether it is declared to be an attachment
/// @param alternative number of the multipart/alternative that it lies in, 0 for none: one of those is enough for people
public record MessagePart(int number, int depth, Kind kind, String type, String name, boolean attached,
        int alternative) {

    /// What can be done with a part.
    public enum Kind {
        /// To be read as it is.
        TEXT,
        /// To be read when it has been made text.
        HTML,
        /// A message; the parts in it follow.
        MESSAGE,
        /// A file of some other kind.
        DATA
    }

    /// Whether it is content to be read, not a file to be saved.
    public boolean isBody() {
        return (kind == Kind.TEXT || kind == Kind.HTML) && !attached && name.isEmpty();
    }
}
