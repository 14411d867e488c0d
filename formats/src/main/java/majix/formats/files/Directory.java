package majix.formats.files;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import majix.formats.Entry;
import majix.formats.FileNames;
import org.jspecify.annotations.Nullable;

/// Reads one directory, fast enough for hundreds of thousands of files: a listing looks at no file, one with stamps at
/// each file once.
public final class Directory {
    private Directory() {}

    /// What a listing is made for.
    public interface Visitor {
        /// Whether a name may be a message; the file behind it is not looked at if not.
        boolean wants(String name);

        /// A file.
        ///
        /// @param mtime nanoseconds since the epoch, or [Entry#UNKNOWN]
        /// @param size bytes, or [Entry#UNKNOWN]
        /// @param fileKey for [#inode], or null if the file was not looked at
        void file(String name, long mtime, long size, @Nullable Object fileKey);
    }

    /// Lists the files in a directory; symbolic links are followed.
    ///
    /// @param withStamps whether to look at each file, which also leaves out what is no regular file
    /// @throws IOException if the directory cannot be listed
    public static void list(Path directory, boolean withStamps, Visitor visitor) throws IOException {
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(directory)) {
            for (Path path : paths) {
                String name = FileNames.name(path);
                if (!visitor.wants(name)) {
                    continue;
                }
                if (withStamps) {
                    stamp(directory, path, name, visitor);
                } else {
                    visitor.file(name, Entry.UNKNOWN, Entry.UNKNOWN, null);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /// The names in a directory, sorted.
    ///
    /// @throws IOException if the directory cannot be listed
    public static List<String> names(Path directory) throws IOException {
        List<String> names = new ArrayList<>();
        list(directory, false, new Visitor() {
            @Override
            public boolean wants(String name) {
                return true;
            }

            @Override
            public void file(String name, long mtime, long size, @Nullable Object fileKey) {
                names.add(name);
            }
        });
        Collections.sort(names);
        return names;
    }

    /// What a path leads to, or null if nothing is there. The methods of [Files] for this take each error for an answer.
    ///
    /// @throws IOException if that cannot be told
    public static @Nullable BasicFileAttributes attributes(Path path) throws IOException {
        return path.getFileSystem().provider().readAttributesIfExists(path, BasicFileAttributes.class);
    }

    /// Whether a path leads to a directory.
    ///
    /// @throws IOException if that cannot be told
    public static boolean isDirectory(Path path) throws IOException {
        BasicFileAttributes attributes = attributes(path);
        return attributes != null && attributes.isDirectory();
    }

    /// Modification time in nanoseconds since the epoch.
    ///
    /// @throws IOException if it cannot be looked up
    public static long mtime(Path path) throws IOException {
        return nanos(Files.readAttributes(path, BasicFileAttributes.class));
    }

    /// Modification time in nanoseconds since the epoch.
    public static long nanos(BasicFileAttributes attributes) {
        return attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
    }

    /// The inode number in [BasicFileAttributes#fileKey], or 0. Java tells it only in the key's text, as `ino=17`; asking
    /// for it by name would cost another look at the file.
    public static long inode(@Nullable Object fileKey) {
        String text = String.valueOf(fileKey);
        int at = text.indexOf("ino=") + 4;
        long number = 0;
        for (; at >= 4 && at < text.length() && Character.isDigit(text.charAt(at)); at++) {
            number = number * 10 + text.charAt(at) - '0';
        }
        return number;
    }

    /// Why something could not be read, in a few words without the path.
    public static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        } else if (e instanceof NoSuchFileException) {
            return "no such file or directory";
        } else if (e instanceof EOFException && e.getMessage() == null) {
            return "unexpected end of file";
        }
        String text = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
        return text == null ? e.getClass().getSimpleName() : text.toLowerCase(Locale.ROOT);
    }

    /// A file that vanished, or a link that leads nowhere, is left out; one that may not be looked at is told when it
    /// is opened.
    ///
    /// @throws IOException if none in the directory may be looked at
    private static void stamp(Path directory, Path path, String name, Visitor visitor) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (attributes.isRegularFile()) {
                visitor.file(name, nanos(attributes), attributes.size(), attributes.fileKey());
            }
        } catch (IOException e) {
            if (e instanceof NoSuchFileException) {
                return;
            }
            if (e instanceof AccessDeniedException && !Files.isExecutable(directory)) {
                throw e;
            }
            visitor.file(name, Entry.UNKNOWN, Entry.UNKNOWN, null);
        }
    }
}
