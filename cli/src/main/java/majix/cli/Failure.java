package majix.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import majix.indexer.IndexBusyException;
import majix.indexer.IndexDamagedException;
import majix.indexer.NoIndexException;
import majix.query.QuerySyntaxException;
import majix.vfolder.VisibleText;
import org.jspecify.annotations.Nullable;

/// The end of a run that went wrong: a line for people and an exit status. This is the one place that makes them out
/// of exceptions; whoever prints the line puts the program's name before it.
final class Failure extends RuntimeException {
    /// Hits, or indexing done.
    static final int DONE = 0;
    /// A search without hits; no failure.
    static final int NO_HIT = 1;
    /// A bad command line, query or configuration; nothing on disk changed.
    static final int BAD_INPUT = 2;
    /// Anything else that failed.
    static final int TROUBLE = 3;
    /// Another indexing run held the index for too long (EX_TEMPFAIL of sysexits.h).
    static final int BUSY = 75;

    /// For the launcher: nothing was done or told, it is to be tried another way, see [Attempt].
    static final int NOT_HERE = 120;
    /// The same, and for want of memory, see [LargerHeap].
    static final int MORE_MEMORY = 121;

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String line;
    private final String picture;

    /// @param status the exit status, not 0
    /// @param line text for people, lower case, no full stop; what is no visible character becomes `?`
    Failure(int status, String line) {
        this(status, line, "", null);
    }

    private Failure(int status, String line, @Nullable Throwable cause) {
        this(status, line, "", cause);
    }

    private Failure(int status, String line, String picture, @Nullable Throwable cause) {
        super(line, cause, false, false);
        this.status = status;
        this.line = oneLine(line);
        this.picture = picture;
    }

    /// The exit status.
    int status() {
        return status;
    }

    /// The line for people.
    String line() {
        return line;
    }

    /// Lines that show the place of the fault, for a terminal; mostly empty.
    String picture() {
        return picture;
    }

    /// What an exception means for the user.
    static Failure of(Throwable cause) {
        return switch (cause) {
            case Failure failure -> failure;
            case ConfigException e -> new Failure(BAD_INPUT, e.line(), e);
            case QuerySyntaxException e -> new Failure(BAD_INPUT, message(e), caret(e), e);
            case UncheckedIOException e when e.getCause() != null -> of(e.getCause());
            case IndexBusyException e -> new Failure(BUSY, message(e) + "; try again later or with a longer --wait", e);
            case NoIndexException e -> new Failure(TROUBLE, message(e) + "; run majix without a query to make one", e);
            case IndexDamagedException e -> new Failure(TROUBLE, "the index " + message(e)
                    + "; run majix without a query to make it anew", e);
            case FileSystemException e -> new Failure(TROUBLE, told(e), e);
            case IOException e -> new Failure(TROUBLE, message(e), e);
            case OutOfMemoryError e -> new Failure(TROUBLE, "out of memory: " + message(e), e);
            default -> new Failure(TROUBLE, "internal error: " + cause.getClass().getName() + ": " + message(cause),
                    cause);
        };
    }

    /// The argument and a caret under the place.
    private static String caret(QuerySyntaxException e) {
        String argument = oneLine(e.argument());
        String before = argument.substring(0, Math.clamp(e.offset(), 0, argument.length()));
        return "  " + argument + "\n  " + " ".repeat(TextWidth.columns(before)) + "^\n";
    }

    private static String told(FileSystemException e) {
        return (e.getFile() == null ? "" : e.getFile() + ": ") + reason(e);
    }

    /// Why a file could not be read or written, without its name.
    static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "no such file or directory";
            case AccessDeniedException _ -> "permission denied";
            case FileAlreadyExistsException _ -> "exists already";
            case DirectoryNotEmptyException _ -> "not empty";
            case NotDirectoryException _ -> "not a directory";
            case FileSystemException f when f.getReason() != null -> String.valueOf(f.getReason());
            case FileSystemException f -> f.getClass().getSimpleName();
            default -> message(e);
        };
    }

    private static String message(Throwable e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    /// Text without what [VisibleText] would make visible, at its old length, so that a caret below it points right:
    /// names of files may hold line ends, commands for the terminal, or turn the direction of what follows.
    static String oneLine(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            out.append(VisibleText.isVisible(text, i) ? text.charAt(i) : '?');
        }
        return out.toString();
    }
}
