package majix.formats;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The folders of one kind: lists containers and their files without opening messages, reads one file streaming.
/// Instances hold no open files and may be used from any thread.
public interface MailStore {

    /// Finds the containers that stand on the disk now, each once, in the order of the rc file and then by path.
    /// A named folder that does not exist, a wildcard that matches nothing, or a directory that cannot be read is
    /// reported and passed over.
    void containers(Consumer<Container> found, Problems problems);

    /// The modifications of the container's directories (for a Maildir `cur` and `new`; for MH also of
    /// `.mh_sequences`): a file added, removed or renamed changes it. For an mbox container the file's own.
    ///
    /// @throws IOException if it cannot be looked up
    Stamp stamp(Container container) throws IOException;

    /// Lists the files of a container, in no order. What part of it cannot be read is reported and passed over: of a
    /// directory the files below it are then missing, of the `.mh_sequences` of an MH folder the flags of all.
    ///
    /// @param withStamps whether mtime and size are wanted; without them a listing needs no stat of each file. Files
    ///     that vanish between being listed and looked at are left out.
    /// @throws IOException if the container cannot be listed (also [java.nio.file.NoSuchFileException] if it vanished)
    List<Entry> entries(Container container, boolean withStamps, Problems problems) throws IOException;

    /// What each run tells of a container that turned out to be no mail, though the rc file names it; null if it is not
    /// named, or if nobody can know before its files are read.
    default @Nullable Problem noMail(Container container) {
        return null;
    }

    /// Opens a file of a container for reading its messages one by one.
    ///
    /// @param from where to begin: 0, or in a file of many messages a [Checkpoint#position] that an earlier reading gave
    /// @throws IOException if the file cannot be opened ([java.nio.file.NoSuchFileException] if it vanished)
    MessageStream open(Container container, Entry entry, Checkpoint from, Problems problems) throws IOException;
}
