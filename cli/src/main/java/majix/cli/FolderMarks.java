package majix.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import majix.formats.FileNames;
import majix.formats.Flag;
import majix.formats.PrivateFiles;
import majix.indexer.Hits;
import majix.vfolder.VFolder;

/// Which result the folder of each saved search was last given, kept in the directory of the index: a line
/// `DIGEST STAMP PATH` for each folder. Without the file, or with one that cannot be read, nothing is known, and the
/// folders are written once more.
final class FolderMarks {
    private static final String NAME = "folders.up";

    private final Path file;
    private final Map<String, String> marks = new LinkedHashMap<>();

    private FolderMarks(Path file) {
        this.file = file;
    }

    /// Reads what is kept beside an index.
    static FolderMarks of(Path index) throws IOException {
        FolderMarks marks = new FolderMarks(index.resolve(NAME));
        try {
            String text = Files.readString(marks.file, StandardCharsets.ISO_8859_1);
            for (String line : RcText.lines(text)) {
                int path = line.indexOf(" /");
                if (path > 0) {
                    marks.marks.put(line.substring(path + 1), line.substring(0, path));
                }
            }
        } catch (NoSuchFileException e) {
            // nothing is known
        }
        return marks;
    }

    /// What tells a result of a saved search from others: where its messages lie, their flags, and what of them shows.
    static String digest(SavedSearch search, String kind, Hits hits) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        digest.update((kind + (search.marks() ? " marked\n" : "\n")).getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < hits.size(); i++) {
            String rest = "\0" + hits.start(i) + " " + hits.date(i) + " " + Flag.bits(hits.flags(i))
                    + (search.marks() && hits.matches(i) ? " hit\n" : "\n");
            digest.update(hits.path(i));
            digest.update(rest.getBytes(StandardCharsets.US_ASCII));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /// Whether a folder was given this result last, and still is what majix made of it.
    boolean hold(Path folder, String digest) throws IOException {
        String stamp = VFolder.stamp(folder);
        return !stamp.isEmpty() && (digest + " " + stamp).equals(marks.get(key(folder)));
    }

    /// Notes the result that a folder has been given.
    void note(Path folder, String digest) throws IOException {
        marks.put(key(folder), digest + " " + VFolder.stamp(folder));
        write();
    }

    /// Forgets the result of a folder.
    void forget(Path folder) throws IOException {
        if (marks.remove(key(folder)) != null) {
            write();
        }
    }

    private static String key(Path folder) {
        return FileNames.name(FileNames.bytes(folder), 0, FileNames.bytes(folder).length).replace('\n', '?');
    }

    private void write() throws IOException {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> mark : marks.entrySet()) {
            text.append(mark.getValue()).append(' ').append(mark.getKey()).append('\n');
        }
        PrivateFiles.replace(file, text.toString().getBytes(StandardCharsets.ISO_8859_1), false);
    }
}
