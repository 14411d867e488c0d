package majix.vfolder;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What majix wrote into a result folder: `.majix` in a directory, `.NAME.majix` beside an mbox. Text: a line with the
/// version and the kind, a line `ID NAME` for each entry, a last line with their number, so that a cut file is
/// noticed; behind it can stand `/` and [Standing]'s number of a Maildir. All names are of majix's own making, hence without blanks and newlines; a file that names anything else
/// is taken as damaged, so no manifest can ever give a user's file away.
///
/// @param kind what kind of folder it describes
/// @param entries what was written; while a folder is changed in place, what was there before too
/// @param sum a number for the result, or 0
record Manifest(VFolderKind kind, Collection<Written> entries, long sum) {
    /// The file's name in a directory.
    static final String NAME = ".majix";
    private static final String VERSION = "majix-vfolder 1 ";
    private static final int SUM_LENGTH = 18;

    Manifest(VFolderKind kind, Collection<Written> entries) {
        this(kind, entries, 0);
    }

    /// One entry.
    ///
    /// @param id the message, as [SourceId#hash] gives it
    /// @param name base name in a Maildir, number or [EntryName#SEQUENCES] in an MH folder, for an mbox what [MboxList] says
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
        String end = text.substring(at);
        String count = Integer.toString(entries.size());
        boolean summed = kind == VFolderKind.MAILDIR && end.length() == count.length() + SUM_LENGTH
                && end.startsWith(count + "/") && end.indexOf('\n') == end.length() - 1;
        if (!summed && !end.equals(count + "\n")) {
            throw new DamagedException();
        }
        return new Manifest(kind, entries);
    }

    /// Whether the manifest in a file is that of a Maildir, with this number at its end.
    static boolean tells(Path file, long sum) throws IOException {
        byte[] start = head(VFolderKind.MAILDIR).getBytes(StandardCharsets.ISO_8859_1);
        byte[] end = tail(sum).getBytes(StandardCharsets.ISO_8859_1);
        if (!Files.exists(file)) {
            return false;
        }
        byte[] text = Files.readAllBytes(file);
        return text.length > start.length + end.length && Arrays.equals(text, 0, start.length, start, 0, start.length)
                && Arrays.equals(text, text.length - end.length, text.length, end, 0, end.length);
    }

    /// Whether a file begins and ends as the manifest of a directory does; what is between is for [#read] to judge.
    static boolean looksWhole(Path file) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        byte[] text = Files.readAllBytes(file);
        int lines = 0;
        int last = 0;
        int before = 0;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\n') {
                lines++;
                before = last;
                last = i + 1;
            }
        }
        String start = new String(text, 0, Math.min(text.length, 64), StandardCharsets.ISO_8859_1);
        String end = new String(text, before, text.length - before, StandardCharsets.ISO_8859_1);
        String count = Integer.toString(lines - 2);
        return last == text.length
                && (start.startsWith(head(VFolderKind.MAILDIR)) || start.startsWith(head(VFolderKind.MH)))
                && (end.equals(count + "\n") || end.startsWith(count + "/"));
    }

    private static String head(VFolderKind kind) {
        return VERSION + kind.name() + "\n";
    }

    private static String tail(long sum) {
        return sum == 0 ? "\n" : "/" + SourceId.hex(sum) + "\n";
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
            case MH -> EntryName.isNumber(name) || name.equals(EntryName.SEQUENCES);
            case MBOX -> !name.isEmpty();
        };
        if (!sound || id.isEmpty()) {
            throw new DamagedException();
        }
        return new Written(id, name);
    }

    /// Writes this manifest to a file that must not exist yet.
    void write(Path file, Disk disk) throws IOException {
        StringBuilder text = new StringBuilder(64 + entries.size() * 52);
        text.append(head(kind));
        for (Written entry : entries) {
            text.append(entry.id).append(' ').append(entry.name).append('\n');
        }
        text.append(entries.size()).append(tail(sum));
        try (OutputStream out = disk.create(file)) {
            out.write(text.toString().getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    /// Puts this manifest in the place of another, by way of a second file.
    ///
    /// @param lasting whether a failure of the power must not take it: where entries of others lie beside those it names
    void replace(Path file, Path aside, boolean lasting, Disk disk) throws IOException {
        disk.delete(aside);
        write(aside, disk);
        if (lasting) {
            disk.force(aside);
        }
        disk.rename(aside, file);
    }
}
