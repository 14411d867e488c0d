package majix.formats.files;

import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// What a [FolderWalk] must know of the kind of store it looks for.
public interface FolderRules {

    /// How a path came to be looked at.
    enum How {
        /// The rc file names it.
        NAMED,
        /// A wildcard matches it.
        WILDCARD,
        /// It lies below a folder named with `...`.
        BELOW
    }

    /// Whether every folder is searched to its depth, with or without `...`.
    boolean always();

    /// Whether a file or directory is a folder of this kind.
    boolean isFolder(Path path, BasicFileAttributes attributes, How how);

    /// Whether a name in a directory is worth looking at, when looking for folders below it.
    boolean enters(Path directory, String name);

    /// What a named folder should have been, as in "not a Maildir".
    String wanted();
}
