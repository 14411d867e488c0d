package majix.formats;

import java.nio.file.Path;

/// A folder as the index remembers it: a Maildir, an MH directory, one directory of a `files=` tree, or one mbox file.
///
/// @param kind the kind of store it belongs to
/// @param path absolute, normalised path: the Maildir (not its `cur`), the directory, or the mbox file itself
/// @param identity what tells the same folder under two names apart from two folders: device and inode
public record Container(StoreKind kind, Path path, Object identity) {}
