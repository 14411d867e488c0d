/// Writes answers: virtual folders that mail programs open like any mailbox ([VFolder]), and lists on a stream
/// ([RawLines], [Excerpts]).
///
/// How a folder stays safe. majix writes where nothing is, where its own [Manifest] lies, or where mairix left links
/// and copies and nothing else; anything else is refused or, with force, written beside. A result is made whole out of
/// sight and then appears: a new folder and an mbox with one rename, a directory of majix's own with two, one right
/// after the other. Between these two the folder is missing; POSIX has no exchange of directories, and Linux's
/// `renameat2` costs 40 ms in a fresh JVM, at every search. A run that ends just there leaves the old folder as
/// `.NAME.majix-old`, and the next search brings it back. A directory with entries of others is never moved: it is
/// changed in place, entry by entry, old and new ones named in the manifest before. No fsync: a power failure costs a
/// search.
///
/// How a link stays the same. Its name is made from its source, not from its place in the result, and a link that is
/// still wanted keeps its inode and the flags its reader gave it. Only one search at a time writes a folder; it
/// holds the lock file `.majix-lock`, the new directory carries the same one.
///
/// Messages and entries are told apart by `instanceof` where every search passes: a pattern switch makes itself a class
/// at each start of a JVM, a millisecond each.
///
/// The road not taken: filling the folder in place as mairix does. A mail program, or a run that was killed, would see a
/// part of the answer; and tens of thousands of renames last a second.
package majix.vfolder;
