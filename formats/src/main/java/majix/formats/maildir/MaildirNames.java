package majix.formats.maildir;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import majix.formats.FileNames;
import majix.formats.files.Directory;

/// The names of the files in a Maildir, as they were at one moment. Sorted lists take half the room of a map, and there can
/// be a million.
public final class MaildirNames {
    /// What a name can have behind its base name.
    private static final List<String> INFOS = List.of("", ":2,", ";2,", "!2,");

    private final Path maildir;
    private final List<String> cur;
    private final List<String> fresh;

    private MaildirNames(Path maildir, List<String> cur, List<String> fresh) {
        this.maildir = maildir;
        this.cur = cur;
        this.fresh = fresh;
    }

    /// Lists a Maildir: `new` first, because messages move from there to `cur`.
    ///
    /// @throws IOException if it cannot be listed
    public static MaildirNames of(Path maildir) throws IOException {
        List<String> fresh = sorted(maildir.resolve("new"));
        return new MaildirNames(maildir, sorted(maildir.resolve("cur")), fresh);
    }

    /// The file with the same base name as another.
    public Optional<Path> find(Path file) {
        String base = MaildirName.base(FileNames.name(file));
        String name = find(cur, base);
        if (!name.isEmpty()) {
            return Optional.of(FileNames.resolve(maildir.resolve("cur"), name));
        }
        name = find(fresh, base);
        return name.isEmpty() ? Optional.empty() : Optional.of(FileNames.resolve(maildir.resolve("new"), name));
    }

    private static String find(List<String> names, String base) {
        for (String info : INFOS) {
            int at = Collections.binarySearch(names, base + info);
            int first = at < 0 ? -at - 1 : at;
            if (first < names.size() && names.get(first).startsWith(base + info)
                    && MaildirName.base(names.get(first)).equals(base)) {
                return names.get(first);
            }
        }
        return "";
    }

    private static List<String> sorted(Path directory) throws IOException {
        try {
            return Directory.names(directory);
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }
}
