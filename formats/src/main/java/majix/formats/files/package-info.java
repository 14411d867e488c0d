/// Folders and files as they lie on the disk: what the names in the rc file stand for ([FolderWalk], [Glob]), the
/// listing of one directory ([Directory]), files that are one message ([SingleMessage]), and trees in which each file
/// is told by its content ([FilesStore], [MailHead]).
///
/// The road not taken: `Files.walkFileTree` and `PathMatcher`. The walk must end cycles, give a folder once under the
/// first of its names, and tell what it passes over; globs of paths would be compiled to regular expressions.
package majix.formats.files;
