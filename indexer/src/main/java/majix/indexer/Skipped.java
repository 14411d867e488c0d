package majix.indexer;

import java.nio.file.Path;
import majix.formats.Container;
import majix.formats.Problem;

/// A file or folder that an index lacks, and why.
///
/// @param kind one of those of [Problem.Kind] that keep mail out of an index: MISSING, UNREADABLE and NOT_MAIL
/// @param path what was passed over
/// @param offset byte offset behind the part of a file that could be read, or -1 if it is not there in part
/// @param reason lower case, no full stop, without the path
public record Skipped(Problem.Kind kind, Path path, long offset, String reason) {

    /// What is not there at all.
    Skipped(Problem.Kind kind, Path path, String reason) {
        this(kind, path, -1, reason);
    }

    /// Whether a part of it was read, and is in the index if it is mail. The ledger takes such a file as read.
    boolean isThereInPart() {
        return kind == Problem.Kind.UNREADABLE && offset >= 0;
    }

    /// Whether it is a file of a Maildir or an MH folder.
    boolean isOf(Container container) {
        Path parent = path.getParent();
        return switch (container.kind()) {
            case MH -> container.path().equals(parent);
            case MAILDIR ->
                container.path().resolve("cur").equals(parent) || container.path().resolve("new").equals(parent);
            case MBOX, FILES -> false;
        };
    }

    Problem problem() {
        return new Problem(kind, path, offset, reason);
    }
}
