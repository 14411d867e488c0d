package majix.formats;

import java.util.Set;

/// One file of a container as a listing shows it, before it is opened.
///
/// @param key the part of the name that stays when flags change: for Maildir the base name before `:2,`,
///     for others the file name; empty for the file of an mbox container
/// @param name path of the file relative to the container's path (`cur/1.host:2,S`, `17`); empty for an mbox container
/// @param mtime modification time in nanoseconds since the epoch, or [#UNKNOWN] if the listing did not ask
/// @param size bytes of the file as it lies there (compressed size for a compressed one), or [#UNKNOWN]
/// @param inode inode number, or 0 where it was not asked for or is not known; those in Maildirs do not carry it
/// @param changed time of the last change ([Inode#changed]), or [#UNKNOWN]; only mbox files carry it
/// @param flags flags known from the listing: Maildir name, `.mh_sequences`; empty for mbox and files
public record Entry(String key, String name, long mtime, long size, long inode, long changed, Set<Flag> flags) {
    /// Stands for a time or size that was not looked up.
    public static final long UNKNOWN = -1;

    /// An entry of a listing that did not ask for the time of the last change.
    public Entry(String key, String name, long mtime, long size, long inode, Set<Flag> flags) {
        this(key, name, mtime, size, inode, UNKNOWN, flags);
    }

    /// The same with the time of the last change.
    public Entry changedAt(long time) {
        return new Entry(key, name, mtime, size, inode, time, flags);
    }

    /// The key of a file's name below its container.
    public static String key(StoreKind kind, String name) {
        return switch (kind) {
            case MH, MBOX, FILES -> name;
            case MAILDIR -> {
                int from = name.lastIndexOf('/') + 1;
                int info = infoAt(name);
                yield name.substring(from, info < 0 ? name.length() : info);
            }
        };
    }

    /// Where the flags part of a Maildir name begins (`:2,`, on some file systems `;2,` or `!2,`), or -1.
    private static int infoAt(String name) {
        for (int at = name.length() - 3; at > 0; at--) {
            char mark = name.charAt(at);
            if ((mark == ':' || mark == ';' || mark == '!') && name.startsWith("2,", at + 1)) {
                return at;
            }
        }
        return -1;
    }
}
