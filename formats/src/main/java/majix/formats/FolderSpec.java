package majix.formats;

import java.nio.file.Path;
import java.util.List;

/// The folders of one kind as the rc file names them, after variables were expanded.
///
/// @param kind what the folders are
/// @param base absolute directory that relative names are resolved against
/// @param folders elements of the colon lists in their order: a path, relative to base or absolute, with wildcards
///     `* ? [a-z]` in its last component and perhaps a trailing `...` (recurse); empty means base itself
/// @param omit glob patterns of folders to leave out (`*` does not cross `/`, `**` does), matched against the path
///     below base, or against the full path for folders named absolutely
/// @param leftOut directories and files that are left out with all that is in them, whatever names lead to them; those
///     that [#folders] names without a wildcard or `...` are not
/// @param followMboxSymlinks whether mbox files that are symbolic links are read (`follow_mbox_symlinks`)
public record FolderSpec(StoreKind kind, Path base, List<String> folders, List<String> omit, List<Path> leftOut,
        boolean followMboxSymlinks) {
    public FolderSpec {
        folders = List.copyOf(folders);
        omit = List.copyOf(omit);
        leftOut = List.copyOf(leftOut);
    }

    /// One that leaves out by patterns only.
    public FolderSpec(StoreKind kind, Path base, List<String> folders, List<String> omit,
            boolean followMboxSymlinks) {
        this(kind, base, folders, omit, List.of(), followMboxSymlinks);
    }
}
