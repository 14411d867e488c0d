package majix.vfolder;

/// The kinds of folder that hits can be written into (`mformat=` in mairixrc).
public enum VFolderKind {
    /// A Maildir of links; copies for messages out of mbox files.
    MAILDIR,
    /// A directory of numbered links; copies for messages out of mbox files.
    MH,
    /// One file with copies of everything.
    MBOX
}
