package majix.vfolder;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What majix wrote into a result folder: `.majix` in a directory, `.NAME.majix` beside an mbox. Text: a line with the
/// version and the kind, a line `ID NAME` for each entry, a last line with their number, so that a cut file is
/// noticed. All names are of majix's own making, hence without blanks and newlines; a file that names anything else
/// is taken as damaged, so no manifest can ever give a user's file away.
///
/// @param kind what kind of folder it describes
/// @param entries what was written; while a folder is changed in place, what was there before too
record Manifest(VFolderKind kind, Collection<Written> entries) {
    /// The file's name in a directory.
    static final String NAME = ".majix";
    private static final String VERSION = "majix-vfolder 1 ";

    /// One entry.
    ///
    /// @param id the message, as [SourceId#hash] gives it
    /// @param name base name in a Maildir, number in an MH folder, [MboxResult]'s stamp of the file for an mbox
    record Written(String id, String name) {}

    /// A file that is no manifest, or only a part of one.
    static final class DamagedException extends IOException {
        private static final long serialVersionUID = 1;
    }

    /// Reads the manifest in a file.
    ///
    /// @return null if there is none
    /// @throws DamagedException if the file is not what majix writes
    static @Nullable Manifest read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return null;
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        int at = text.indexOf('\n');
        if (at < 0 || !text.startsWith(VERSION)) {
            throw new DamagedException();
        }
        VFolderKind kind = kind(text.substring(VERSION.length(), at));
        List<Written> entries = new ArrayList<>();
        for (int next = text.indexOf('\n', ++at); next >= 0; at = next + 1, next = text.indexOf('\n', at)) {
            int blank = text.indexOf(' ', at);
            if (blank < 0 || blank > next) {
                break;
            }
            entries.add(entry(kind, text.substring(at, blank), text.substring(blank + 1, next)));
        }
        if (!text.substring(at).equals(entries.size() + "\n")) {
            throw new DamagedException();
        }
        return new Manifest(kind, entries);
    }

    private static VFolderKind kind(String name) throws DamagedException {
        for (VFolderKind kind : VFolderKind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        throw new DamagedException();
    }

    private static Written entry(VFolderKind kind, String id, String name) throws DamagedException {
        boolean sound = switch (kind) {
            case MAILDIR -> EntryName.isResult(name);
            case MH -> EntryName.isNumber(name);
            case MBOX -> !name.isEmpty();
        };
        if (!sound || id.isEmpty()) {
            throw new DamagedException();
        }
        return new Written(id, name);
    }

    /// Writes this manifest to a file that must not exist yet.
    void write(Path file, Disk disk) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream(64 + entries.size() * 48);
        text.writeBytes((VERSION + kind.name() + "\n").getBytes(StandardCharsets.ISO_8859_1));
        for (Written entry : entries) {
            text.writeBytes(entry.id.getBytes(StandardCharsets.ISO_8859_1));
            text.write(' ');
            text.writeBytes(entry.name.getBytes(StandardCharsets.ISO_8859_1));
            text.write('\n');
        }
        text.writeBytes((entries.size() + "\n").getBytes(StandardCharsets.ISO_8859_1));
        try (OutputStream out = disk.create(file)) {
            text.writeTo(out);
        }
    }

    /// Puts this manifest in the place of another, by way of a second file.
    void replace(Path file, Path aside, Disk disk) throws IOException {
        disk.delete(aside);
        write(aside, disk);
        disk.rename(aside, file);
    }
}
