package majix.formats.mh;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import majix.formats.FileNames;
import majix.formats.files.Directory;
import majix.formats.files.FolderRules;
import org.jspecify.annotations.Nullable;

/// Tells MH folders from other directories: by a file that some mail program keeps there, or because the rc file names
/// one and there are messages in it.
final class MhRules implements FolderRules {
    private static final List<String> MARKERS = List.of(MhStore.SEQUENCES, ".xmhcache", ".sylpheed_cache",
            ".sylpheed_mark", ".claws_cache", ".claws_mark", ".marks", ".overview", "cmeta", "summary", ".mew-summary",
            "index");

    /// The folder found last.
    private @Nullable Path folder;
    /// The directory asked about last, and whether its numbers are messages, as far as that is known.
    private @Nullable Path asked;
    private boolean askedMessages;

    @Override
    public boolean always() {
        return false;
    }

    @Override
    public boolean isFolder(Path path, BasicFileAttributes attributes, How how) throws IOException {
        boolean is = attributes.isDirectory() && isFolder(path, how);
        folder = is ? path : folder;
        return is;
    }

    private static boolean isFolder(Path path, How how) throws IOException {
        IOException failure = null;
        for (String marker : MARKERS) {
            try {
                if (Directory.attributes(path.resolve(marker)) != null) {
                    return true;
                }
            } catch (IOException e) {
                // another one may tell
                failure = e;
            }
        }
        if (how == How.NAMED && holdsMessages(path)) {
            return true;
        }
        if (failure != null) {
            throw failure;
        }
        return false;
    }

    /// Whether a file in a directory has the name of a message.
    ///
    /// @throws IOException if none is found, but one cannot be looked at
    private static boolean holdsMessages(Path path) throws IOException {
        IOException failure = null;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
            for (Path file : files) {
                try {
                    if (MhStore.isMessage(FileNames.name(file)) && isFile(file)) {
                        return true;
                    }
                } catch (IOException e) {
                    failure = e;
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        if (failure != null) {
            throw failure;
        }
        return false;
    }

    private static boolean isFile(Path path) throws IOException {
        BasicFileAttributes attributes = Directory.attributes(path);
        return attributes != null && attributes.isRegularFile();
    }

    /// In a folder a number is a message nearly always, and looking at each costs as much as the rest of the walk.
    /// A directory tells by its links whether there are directories in it (POSIX; some file systems give 1 and tell
    /// nothing, CIFS always gives 2), but not of symbolic links: names that are no usual numbers are looked at.
    @Override
    public boolean enters(Path directory, String name) {
        if (!MhStore.isMessage(name)) {
            return true;
        }
        if (!directory.equals(asked)) {
            asked = directory;
            askedMessages = directory.equals(folder) && links(directory) == 2;
        }
        return (!askedMessages || isUnusual(name)) && mayBeDirectory(FileNames.resolve(directory, name));
    }

    /// Whether a number may be a year, or begins with a zero as months do and messages do not.
    private static boolean isUnusual(String name) {
        return name.startsWith("0") || name.length() == 4 && (name.startsWith("19") || name.startsWith("20"));
    }

    private static int links(Path directory) {
        try {
            return Files.getAttribute(directory, "unix:nlink") instanceof Integer links ? links : 0;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return 0;
        }
    }

    private static boolean mayBeDirectory(Path path) {
        try {
            return Directory.isDirectory(path);
        } catch (IOException e) {
            // Whoever looks for folders there meets the same error and tells it.
            return true;
        }
    }

    @Override
    public String wanted() {
        return "an MH folder (no numbered files)";
    }
}
