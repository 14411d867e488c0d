package majix.formats.maildir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import majix.formats.FileNames;
import majix.formats.files.Directory;
import org.jspecify.annotations.Nullable;

/// Finds messages of a Maildir again after they were renamed.
public final class MaildirFiles {
    private static final String LETTERS = "DFPRST";

    private MaildirFiles() {}

    /// The file with the same base name in `cur` or `new`; empty if there is none, or the path is not of a Maildir.
    ///
    /// @throws IOException if the Maildir cannot be listed
    public static Optional<Path> locate(Path file) throws IOException {
        Path sub = file.getParent();
        Path maildir = sub == null ? null : sub.getParent();
        if (sub == null || maildir == null || (!sub.endsWith("cur") && !sub.endsWith("new"))) {
            return Optional.empty();
        }
        String base = MaildirName.base(FileNames.name(file));
        Path cur = maildir.resolve("cur");
        Path fresh = maildir.resolve("new");
        // Nearly always one of these names is the one, and a listing of a large folder is spared.
        for (int bits = 0; bits < 1 << LETTERS.length(); bits++) {
            Path named = FileNames.resolve(cur, name(base, bits));
            if (exists(named)) {
                return Optional.of(named);
            }
        }
        Path unread = FileNames.resolve(fresh, base);
        if (exists(unread)) {
            return Optional.of(unread);
        }
        Optional<Path> listed = listed(cur, base);
        return listed.isPresent() ? listed : listed(fresh, base);
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

    private static Optional<Path> listed(Path directory, String base) throws IOException {
        Path[] found = new Path[1];
        try {
            Directory.list(directory, false, new Directory.Visitor() {
                @Override
                public boolean wants(String name) {
                    return name.startsWith(base) && MaildirName.base(name).equals(base);
                }

                @Override
                public void file(String name, long mtime, long size, @Nullable Object fileKey) {
                    found[0] = FileNames.resolve(directory, name);
                }
            });
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        return Optional.ofNullable(found[0]);
    }
}
