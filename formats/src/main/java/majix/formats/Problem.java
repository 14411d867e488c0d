package majix.formats;

import java.io.IOException;
import java.nio.file.Path;
import majix.formats.files.Directory;

/// Something met while listing or reading mail that the user may want to know.
///
/// @param kind what it is, and so how loudly it is told
/// @param path the file or folder concerned
/// @param offset byte offset in the (decompressed) file, or -1 where there is none
/// @param text what was met, lower case, no full stop, without the path
public record Problem(Kind kind, Path path, long offset, String text) {

    /// How much a problem matters.
    public enum Kind {
        /// A configured folder that does not exist or is something else, a wildcard that matches nothing: a warning, the
        /// run is a success.
        MISSING,
        /// A file or folder that could not be read (permission, I/O error): told, counted, the run ends with exit 3.
        UNREADABLE,
        /// A file of a `files=` tree, or one that a wildcard of `mbox=` matches, that is no mail: told under `-v` only.
        NOT_MAIL,
        /// A line that looks like an mbox separator and was not taken as one: told under `-v` only.
        ODD_SEPARATOR,
        /// A message that breaks the rules and was read as far as it could be: told under `-v` only.
        ODD_MESSAGE
    }

    public Problem(Kind kind, Path path, String text) {
        this(kind, path, -1, text);
    }

    /// What could not be read at all, with the reason that an exception gives.
    public static Problem unreadable(Path path, IOException e) {
        return new Problem(Kind.UNREADABLE, path, Directory.reason(e));
    }
}
