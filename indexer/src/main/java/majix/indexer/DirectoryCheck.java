package majix.indexer;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import majix.formats.PrivateFiles;
import majix.indexer.IndexCheck.Finding;
import majix.indexer.IndexCheck.Kind;

/// Looks at all that lies in the directory of an index: files of the commit, small files beside it, what runs that were
/// killed left, and what is not majix's.
final class DirectoryCheck {
    /// Of saved searches, see `majix up`: a line for each folder. Where one is wrong, a folder is written once too often.
    private static final String MARKS = "folders.up";
    private static final Set<PosixFilePermission> OTHERS = EnumSet.complementOf(EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));

    private final Path directory;
    private final Set<String> own;
    private final List<Finding> findings;

    /// @param own names of the files of the commit; empty if that is not known
    DirectoryCheck(Path directory, Set<String> own, List<Finding> findings) {
        this.directory = directory;
        this.own = own;
        this.findings = findings;
    }

    void run() throws IOException {
        open("", directory);
        TreeMap<String, Path> entries = new TreeMap<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(directory)) {
            for (Path entry : all) {
                entries.put(String.valueOf(entry.getFileName()), entry);
            }
        }
        for (String name : entries.keySet()) {
            try {
                entry(name, entries.get(name));
            } catch (NoSuchFileException e) {
                // somebody took it away meanwhile
            }
        }
        if (!own.isEmpty() && findings.stream().noneMatch(finding -> finding.kind() == Kind.INDEX)) {
            beside(FolderNames.NAME, FolderNames.harm(directory));
        }
        beside(SkippedList.NAME, SkippedList.harm(directory));
    }

    private void entry(String name, Path file) throws IOException {
        if (isLeftOver(name)) {
            findings.add(new Finding(Kind.LEFT_OVER, name, "left by a run that was killed"));
        } else if (own.contains(name) || own.isEmpty() && IndexNames.isIndexFile(name)
                || name.equals(IndexNames.LOCK) || isBeside(name)) {
            open(name, file);
        } else if (IndexNames.isIndexFile(name)) {
            findings.add(new Finding(Kind.LEFT_OVER, name, "of no commit, left by a run that was killed"));
        } else {
            findings.add(new Finding(Kind.FOREIGN, name, "not a file of majix, left alone"));
        }
    }

    private static boolean isBeside(String name) {
        return name.equals(FolderNames.NAME) || name.equals(SkippedList.NAME) || name.equals(MARKS);
    }

    /// Directories of new segments, and files that were to replace others.
    static boolean isLeftOver(String name) {
        return isNewSegment(name) || isFresh(name, FolderNames.NAME)
                || isFresh(name, SkippedList.NAME) || isFresh(name, MARKS) || isNumbered(name, MARKS + ".", "");
    }

    /// Whether a name is that of a directory of a new segment.
    static boolean isNewSegment(String name) {
        return isNumbered(name, Segments.PREFIX, "");
    }

    /// With a number between, as earlier versions had it, or without.
    private static boolean isFresh(String name, String of) {
        return name.equals(of + PrivateFiles.FRESH) || isNumbered(name, of, PrivateFiles.FRESH);
    }

    private static boolean isNumbered(String name, String begin, String end) {
        int from = begin.length();
        int to = name.length() - end.length();
        if (to <= from || !name.startsWith(begin) || !name.endsWith(end)) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (name.charAt(i) < '0' || name.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private void open(String name, Path file) throws IOException {
        Set<PosixFilePermission> permissions = permissions(name, file);
        if (permissions.stream().anyMatch(OTHERS::contains)) {
            findings.add(new Finding(Kind.OPEN, name,
                    "open to others (" + PosixFilePermissions.toString(permissions) + ")"));
        }
    }

    /// The directory itself may lie behind a link, which is open to all as each link is.
    private static Set<PosixFilePermission> permissions(String name, Path file) throws IOException {
        return name.isEmpty()
                ? Files.getPosixFilePermissions(file)
                : Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS);
    }

    private void beside(String name, String harm) {
        if (!harm.isEmpty()) {
            findings.add(new Finding(Kind.BESIDE, name, harm));
        }
    }

    /// Takes away damaged files beside an index and what killed runs left, and closes to others what is open. Nothing of
    /// the index itself, and nothing foreign, is touched.
    ///
    /// @return what was done, a line each
    static List<String> mend(Path directory, Collection<Finding> findings) throws IOException {
        List<String> done = new java.util.ArrayList<>();
        for (Finding finding : findings) {
            Path file = finding.file().isEmpty() ? directory : directory.resolve(finding.file());
            switch (finding.kind()) {
                case BESIDE, LEFT_OVER -> {
                    Segments.clear(file);
                    done.add("removed " + finding.file());
                }
                case OPEN -> {
                    Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
                    permissions.addAll(permissions(finding.file(), file));
                    permissions.removeAll(OTHERS);
                    Files.setPosixFilePermissions(file, permissions);
                    done.add("closed " + (finding.file().isEmpty() ? "the directory" : finding.file()) + " to others");
                }
                case INDEX, FOREIGN, NOTE -> {
                }
            }
        }
        return done;
    }
}
