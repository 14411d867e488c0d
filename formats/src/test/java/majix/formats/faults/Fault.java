package majix.formats.faults;

/// What befalls a process at one of its changes.
public enum Fault {
    /// It is killed before the change; nothing it does afterwards reaches the disk.
    ABORT,
    /// It is killed while it writes: half of the bytes are in the file.
    TORN,
    /// The power fails before the change: what was not forced to the disk is lost, cut, or zero bytes.
    POWER,
    /// The disk is full from here on.
    FULL,
    /// This one change fails.
    ERROR_ONCE,
    /// This change fails and all that follow.
    ERROR;

    /// Whether the process is gone.
    public boolean kills() {
        return this == ABORT || this == TORN || this == POWER;
    }

    /// Whether a change of a kind can be where it strikes.
    boolean strikes(Change change) {
        return switch (this) {
            case ABORT, POWER -> true;
            case TORN -> change == Change.WRITE;
            case FULL -> change.takesSpace();
            case ERROR_ONCE, ERROR -> change != Change.FORCE_DIRECTORY;
        };
    }
}
