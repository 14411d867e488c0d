package majix.vfolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import majix.formats.FileNames;
import org.jspecify.annotations.Nullable;

/// Keeps results out of the mail that is searched: a folder that is indexed, lies inside one or holds one is refused,
/// whatever is in it and also with force; by name, and by where symbolic links lead. Only a Maildir++ sub-folder
/// (`Maildir/.search`) is no part of the Maildir it lies in.
final class SourceGuard {
    private static final String REMEDY = "Name another folder with -o or mfolder=";

    private SourceGuard() {}

    /// @param target absolute, normalised; need not exist
    /// @throws FolderRefusedException if it touches one of the sources
    static void check(Path target, Collection<Path> sources) throws IOException {
        Path real = real(target);
        Object key = key(target);
        for (Path source : sources) {
            Path named = source.toAbsolutePath().normalize();
            refuse(target, target, named, named);
            if (Files.exists(named)) {
                refuse(target, real, named.toRealPath(), named);
                if (key != null && key.equals(key(named))) {
                    throw new FolderRefusedException(target, "is an indexed folder", REMEDY);
                }
            }
        }
    }

    /// @param target absolute, normalised; need not exist
    /// @throws FolderRefusedException if it is the directory of the index, or lies in it
    static void checkIndex(Path target, Path index) throws IOException {
        if (real(target).startsWith(real(index.toAbsolutePath().normalize()))) {
            throw new FolderRefusedException(target, "lies where the index is", REMEDY);
        }
    }

    private static void refuse(Path target, Path at, Path source, Path named) throws FolderRefusedException {
        if (at.equals(source)) {
            throw new FolderRefusedException(target, "is an indexed folder", REMEDY);
        }
        if (source.startsWith(at)) {
            throw new FolderRefusedException(target, "holds the indexed folder " + FileNames.text(named), REMEDY);
        }
        if (at.startsWith(source) && !isSubFolder(at, source)) {
            throw new FolderRefusedException(target, "lies in the indexed folder " + FileNames.text(named), REMEDY);
        }
    }

    private static boolean isSubFolder(Path target, Path maildir) {
        return target.getName(maildir.getNameCount()).toString().startsWith(".")
                && Files.isDirectory(maildir.resolve("cur"));
    }

    /// Where a path leads when links are followed, also if its end does not exist yet.
    static Path real(Path path) throws IOException {
        Path parent = path.getParent();
        if (parent == null || Files.exists(path)) {
            return path.toRealPath();
        }
        return real(parent).resolve(path.getFileName());
    }

    private static @Nullable Object key(Path path) throws IOException {
        return Files.exists(path) ? Files.readAttributes(path, BasicFileAttributes.class).fileKey() : null;
    }
}
