package majix.indexer;

import java.io.EOFException;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import majix.formats.PrivateFiles;
import majix.indexer.codec.OpenIndex;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.jspecify.annotations.Nullable;

/// The files of an index: the private directory they lie in, and whether they are whole.
final class IndexFiles {
    /// Commit data: [Schema#VERSION] of the writer.
    static final String FORMAT = "majix";
    /// Commit data: smallest thread number never used.
    static final String NEXT_THREAD = "threads";
    /// Commit data: `no` while the run that made the commit had not seen all mail.
    static final String COMPLETE = "complete";

    private IndexFiles() {}

    /// Makes the directory, 0700, if it is not there.
    static void createDirectory(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            PrivateFiles.createDirectories(path);
        }
    }

    /// Opens the newest commit of an index as it is.
    ///
    /// @return null if there is none
    /// @throws IndexDamagedException if it cannot be read because another version of majix wrote it
    /// @throws IOException if it cannot be read
    static @Nullable OpenIndex openUnverified(Path directory) throws IOException {
        try {
            return OpenIndex.open(directory);
        } catch (IOException | RuntimeException e) {
            Map<String, String> data = OpenIndex.data(directory);
            if (!data.isEmpty()) {
                verifyVersion(data);
            }
            throw e;
        }
    }

    /// Checks that a commit is ours and that its files are whole as far as there is reason for doubt, see
    /// [OpenIndex#verify]. The ends of all files are looked at whenever they are opened.
    ///
    /// @throws IndexDamagedException if not
    static void verify(OpenIndex index) throws IOException {
        verifyVersion(index.data());
        index.verify();
    }

    /// Checks that a commit is ours.
    ///
    /// @throws IndexDamagedException if not
    static void verifyVersion(Map<String, String> data) throws IndexDamagedException {
        String version = String.valueOf(data.get(FORMAT));
        if (!version.equals(Schema.VERSION)) {
            throw new IndexDamagedException("was written by " + (isNewer(version) ? "a newer" : "another")
                    + " version of majix (its format is " + version + ", here it is " + Schema.VERSION + ")", null);
        }
    }

    private static boolean isNewer(String version) {
        return version.length() > Schema.VERSION.length()
                || version.length() == Schema.VERSION.length() && version.compareTo(Schema.VERSION) > 0;
    }

    /// Opens the newest commit and looks whether it can be trusted. An indexing run deletes a commit as soon as there is a
    /// newer one: that files are missing says something only if it is still the newest.
    ///
    /// @return null if there is none
    /// @throws IndexDamagedException if it is another version's
    /// @throws IOException if it cannot be read or is damaged
    static @Nullable OpenIndex open(Path path) throws IOException {
        String failed = "";
        while (true) {
            OpenIndex index = openUnverified(path);
            if (index == null) {
                return null;
            }
            try {
                verify(index);
                return index;
            } catch (NoSuchFileException e) {
                index.close();
                if (failed.equals(index.commit())) {
                    throw e;
                }
                failed = index.commit();
            } catch (IOException | RuntimeException e) {
                index.close();
                throw e;
            }
        }
    }

    /// Whether the run that made a commit had seen all mail.
    static boolean isComplete(OpenIndex index) {
        return !"no".equals(index.data().get(COMPLETE));
    }

    /// Whether a failure to read an index means that it is damaged, missing parts, or of another version.
    static boolean isDamage(Throwable failure) {
        return failure instanceof CorruptIndexException || failure instanceof IndexFormatTooNewException
                || failure instanceof IndexFormatTooOldException || failure instanceof EOFException
                || failure instanceof NoSuchFileException || failure instanceof IndexDamagedException
                || failure instanceof UTFDataFormatException
                || failure instanceof IndexNotFoundException
                || failure instanceof RuntimeException && !(failure instanceof IllegalStateException)
                || failure instanceof IllegalStateException && failure.getCause() instanceof IOException;
    }

    /// A failure to read an index, as those who read it are told: an [IndexDamagedException] if that is what it means.
    ///
    /// @throws RuntimeException if it is neither damage nor an IOException
    static IOException failure(Exception e) {
        if (e instanceof IndexDamagedException damaged) {
            return damaged;
        }
        if (isDamage(e)) {
            return new IndexDamagedException(reason(e), e);
        }
        if (e instanceof IOException io) {
            return io;
        }
        throw (RuntimeException) e;
    }

    /// What is wrong, in a few words.
    static String reason(Throwable failure) {
        return switch (failure) {
            case IndexDamagedException damaged -> String.valueOf(damaged.getMessage());
            case IndexFormatTooNewException _,IndexFormatTooOldException _ ->
                "was written by another version of Lucene";
            case FileSystemException missing -> "lacks the file " + missing.getFile();
            case CorruptIndexException corrupt when !corrupt.getResourceDescription().isEmpty() ->
                "is damaged: " + fileName(corrupt.getResourceDescription()) + ": " + what(corrupt);
            default -> "is damaged (" + failure.getClass().getSimpleName() + ")";
        };
    }

    /// What is wrong with a file, without its name.
    static String what(Throwable failure) {
        return switch (failure) {
            case CorruptIndexException corrupt -> {
                // Lucene's texts go on about what was found instead, and where
                String text = corrupt.getOriginalMessage();
                int end = text.indexOf(" (");
                yield end < 0 ? text : text.substring(0, end);
            }
            case NoSuchFileException _ -> "missing";
            case EOFException _ -> "ends early";
            default -> failure.getMessage() == null
                    ? failure.getClass().getSimpleName()
                    : failure.getClass().getSimpleName() + ", " + failure.getMessage();
        };
    }

    /// The name of a file in a text such as `NIOFSIndexInput(path="/home/ann/index/_0.si")`.
    private static String fileName(String resource) {
        int end = resource.length();
        while (end > 0 && "\")] ".indexOf(resource.charAt(end - 1)) >= 0) {
            end--;
        }
        return resource.substring(resource.lastIndexOf('/', Math.max(0, end - 1)) + 1, end);
    }

    /// Whether the directory holds files of an index, whole or not.
    static boolean present(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
            for (Path file : files) {
                if (IndexNames.isIndexFile(String.valueOf(file.getFileName()))) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Deletes the files of an index, and nothing else.
    static void clear(Path path) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
            for (Path file : files) {
                if (IndexNames.isIndexFile(String.valueOf(file.getFileName()))) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
