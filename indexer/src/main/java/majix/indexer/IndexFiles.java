package majix.indexer;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import majix.formats.PrivateFiles;
import majix.indexer.codec.OpenIndex;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;

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

    /// Checks that a commit is ours and that its files are whole as far as there is reason for doubt, see
    /// [OpenIndex#verify]. The ends of all files are looked at whenever they are opened.
    ///
    /// @throws IndexDamagedException if not
    static void verify(OpenIndex index) throws IOException {
        if (!Schema.VERSION.equals(index.data().get(FORMAT))) {
            throw new IndexDamagedException("was written by another version of majix", null);
        }
        index.verify();
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
                || failure instanceof IndexNotFoundException
                || failure instanceof RuntimeException && !(failure instanceof IllegalStateException)
                || failure instanceof IllegalStateException && failure.getCause() instanceof IOException;
    }

    /// What is wrong, in a few words.
    static String reason(Throwable failure) {
        return switch (failure) {
            case IndexDamagedException damaged -> String.valueOf(damaged.getMessage());
            case IndexFormatTooNewException _,IndexFormatTooOldException _ ->
                "was written by another version of Lucene";
            case FileSystemException missing -> "lacks the file " + missing.getFile();
            default -> "is damaged (" + failure.getClass().getSimpleName() + ")";
        };
    }

    /// Whether the directory holds files of an index, whole or not.
    static boolean present(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
            for (Path file : files) {
                if (isIndexFile(file)) {
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
                if (isIndexFile(file)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static boolean isIndexFile(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith("segments_") || name.startsWith("pending_segments_")
                || IndexFileNames.CODEC_FILE_PATTERN.matcher(name).matches();
    }
}
