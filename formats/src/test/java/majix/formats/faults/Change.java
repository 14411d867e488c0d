package majix.formats.faults;

/// A kind of system call that changes something on a disk, or makes a change lasting.
public enum Change {
    /// Opens a file so that it is made or emptied.
    CREATE(true),
    WRITE(true),
    TRUNCATE(false),
    FORCE(false),
    /// Makes the names in a directory lasting. Lucene takes its failure for a file system that cannot do it.
    FORCE_DIRECTORY(false),
    RENAME(false),
    DELETE(false),
    LINK(true),
    SYMLINK(true),
    MKDIR(true),
    /// Sets times or rights.
    ATTRIBUTE(false);

    private final boolean takesSpace;

    Change(boolean takesSpace) {
        this.takesSpace = takesSpace;
    }

    /// Whether it fails on a full disk.
    boolean takesSpace() {
        return takesSpace;
    }
}
