package majix.formats;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The messages of one file, read one after the other in the order of their offsets. One thread at a time; whoever
/// opened it closes it.
public interface MessageStream extends AutoCloseable {

    /// What the file turned out to be.
    enum Content {
        /// One message, the whole file.
        MESSAGE,
        /// Many messages behind separators (mbox, MMDF), perhaps none.
        MBOX,
        /// No mail; it gives no messages.
        NOT_MAIL
    }

    /// What the file is. Known as soon as the stream is open.
    Content content();

    /// Where the messages given begin. Known as soon as the stream is open: the position asked for if the known part
    /// of the file was intact, else a smaller one, a message boundary at or before the first change (0 if nothing is
    /// sure). Everything known from there on is void. Always 0 unless [#content] is [Content#MBOX].
    long startsAt();

    /// The next message, or null at the end.
    ///
    /// @throws IOException if reading fails; what was given before stays good
    @Nullable
    RawMessage next() throws IOException;

    /// How far the file was read: behind the last message given by [#next].
    Checkpoint checkpoint();

    @Override
    void close() throws IOException;
}
