package majix.formats.files;

import java.io.IOException;
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
    ///
    /// @throws IOException if that cannot be told now: what an index has of it is to stay
    boolean isFolder(Path path, BasicFileAttributes attributes, How how) throws IOException;

    /// Whether a name in a directory is worth looking at, when looking for folders below it. Of the directory itself
    /// [#isFolder] was asked last.
    boolean enters(Path directory, String name);

    /// What a named folder should have been, as in "not a Maildir".
    String wanted();
}
