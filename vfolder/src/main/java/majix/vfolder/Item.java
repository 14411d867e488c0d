package majix.vfolder;

import java.nio.file.Path;

/// One entry of a directory as it is to be.
///
/// @param id the message it shows
/// @param name its name in the manifest
/// @param path its path relative to the directory
/// @param content what it is made of
record Item(String id, String name, String path, Content content) {

    /// What an entry is made of.
    sealed interface Content {
        /// The entry that stands under the same path already.
        record Kept() implements Content {}

        /// A link to a file.
        record Link(Path file) implements Content {}

        /// An empty file.
        record Empty() implements Content {}

        /// A copy that lies ready.
        record Copy(Path ready) implements Content {}
    }

    boolean isKept() {
        return content instanceof Content.Kept;
    }
}
