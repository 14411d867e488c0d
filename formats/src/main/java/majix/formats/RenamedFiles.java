package majix.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import majix.formats.maildir.MaildirFiles;
import majix.formats.maildir.MaildirNames;

/// [MessageFiles#locate] for many messages: a Maildir that must be listed to find one is listed once. For the run of one
/// command; a message that is renamed after that in an unusual way is not found. Not thread-safe.
public final class RenamedFiles {
    private final Map<Path, MaildirNames> listed = new HashMap<>();

    /// Knows no Maildir yet.
    public RenamedFiles() {
        // nothing is listed before it must be
    }

    /// Where a file is now: the path itself, or its new name in its Maildir. Empty if it is gone.
    ///
    /// @throws IOException if the Maildir cannot be listed
    public Optional<Path> locate(Path file) throws IOException {
        return exists(file) ? Optional.of(file) : renamed(file);
    }

    /// Where a file is now that no longer is where it was.
    ///
    /// @throws IOException if the Maildir cannot be listed
    public Optional<Path> renamed(Path file) throws IOException {
        Path maildir = MaildirFiles.maildir(file);
        if (maildir == null) {
            return Optional.empty();
        }
        MaildirNames names = listed.get(maildir);
        Optional<Path> known = names == null ? Optional.empty() : names.find(file);
        if (names != null && (known.isEmpty() || exists(known.get()))) {
            return known;
        }
        Optional<Path> guessed = MaildirFiles.guess(maildir, file);
        if (guessed.isPresent() || names != null) {
            return guessed;
        }
        MaildirNames now = MaildirNames.of(maildir);
        listed.put(maildir, now);
        return now.find(file);
    }

    private static boolean exists(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }
}
