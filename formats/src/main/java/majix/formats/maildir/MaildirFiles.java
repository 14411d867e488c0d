package majix.formats.maildir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import majix.formats.FileNames;
import org.jspecify.annotations.Nullable;

/// Finds messages of a Maildir again after they were renamed.
public final class MaildirFiles {
    private static final String LETTERS = "DFPRST";

    private MaildirFiles() {}

    /// The file with the same base name in `cur` or `new`; empty if there is none, or the path is not of a Maildir.
    ///
    /// @throws IOException if the Maildir cannot be listed
    public static Optional<Path> locate(Path file) throws IOException {
        Path maildir = maildir(file);
        if (maildir == null) {
            return Optional.empty();
        }
        Optional<Path> guessed = guess(maildir, file);
        return guessed.isPresent() ? guessed : MaildirNames.of(maildir).find(file);
    }

    /// The Maildir that a file lies in; null if it does not look so.
    public static @Nullable Path maildir(Path file) {
        Path sub = file.getParent();
        return sub == null || !sub.endsWith("cur") && !sub.endsWith("new") ? null : sub.getParent();
    }

    /// The file with the same base name and any of the usual flags. Nearly always it is called so, and a listing of a large
    /// folder is spared.
    public static Optional<Path> guess(Path maildir, Path file) {
        String base = MaildirName.base(FileNames.name(file));
        Path cur = maildir.resolve("cur");
        for (int bits = 0; bits < 1 << LETTERS.length(); bits++) {
            Path named = FileNames.resolve(cur, name(base, bits));
            if (exists(named)) {
                return Optional.of(named);
            }
        }
        Path unread = FileNames.resolve(maildir.resolve("new"), base);
        return exists(unread) ? Optional.of(unread) : Optional.empty();
    }

    private static String name(String base, int bits) {
        StringBuilder name = new StringBuilder(base).append(":2,");
        for (int i = 0; i < LETTERS.length(); i++) {
            if ((bits & 1 << i) != 0) {
                name.append(LETTERS.charAt(i));
            }
        }
        return name.toString();
    }

    private static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }
}
