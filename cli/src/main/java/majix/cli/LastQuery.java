package majix.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import majix.formats.FileNames;
import majix.formats.PrivateFiles;
import majix.query.Expr;

/// Notes what each result folder was filled with, so that it can be narrowed: a small file for each folder in
/// `majix/queries` of `$XDG_STATE_HOME` (`~/.local/state`), strings ended by NUL: the folder, then for each search what
/// it did and the index it was done in, its arguments, a checksum of all that, and an empty string. The arguments are what was
/// understood: dates are fixed, and what saved searches asked for is in the place of their names, because the folder holds
/// what was found then. Not in the folder itself, which belongs to mail
/// programs. Every search that fills a folder comes here, so nothing is read or understood; [Narrowing] does that.
final class LastQuery {
    private static final int LARGEST = 1 << 16;

    private LastQuery() {}

    /// The file for a folder.
    static Path file(Path folder, Environment env) {
        return env.xdg("XDG_STATE_HOME", ".local/state").resolve("majix/queries")
                .resolve(Integer.toHexString(key(folder).hashCode()));
    }

    /// The bytes of a folder's path, each as a char: names need not be text.
    static String key(Path folder) {
        return new String(FileNames.bytes(folder), StandardCharsets.ISO_8859_1);
    }

    /// Notes a search that has filled a folder with all that it found. A note that cannot be made is no reason to fail: the
    /// results are there.
    ///
    /// @param asked what was searched for, or narrowed to
    /// @param index the place of the index
    static void note(Path folder, CommandLine line, Expr asked, Path index, Environment env) {
        Path file = file(folder, env);
        boolean more = line.augment || line.narrow;
        StringBuilder text = new StringBuilder(more ? "" : key(folder) + "\0").append(line.augment ? "a" : "")
                .append(line.threads ? "t" : "-").append(key(index)).append('\0');
        for (Expr term : asked instanceof Expr.And ? asked.parts() : List.of(asked)) {
            text.append(term).append('\0');
        }
        try {
            text.append(sum(text.toString())).append("\0\0");
            write(file, text.toString().getBytes(StandardCharsets.UTF_8), more);
        } catch (IOException e) {
            // the next --narrow says that it knows nothing
        }
    }

    /// Forgets what filled a folder: it holds only some of what was found.
    static void forget(Path folder, Environment env) {
        try {
            Files.deleteIfExists(file(folder, env));
        } catch (IOException e) {
            // it is older than the folder, and so the next --narrow does not take it
        }
    }

    /// What tells whether a search is still noted as it was.
    static String sum(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return Integer.toHexString((int) sum.getValue());
    }

    private static void write(Path file, byte[] bytes, boolean more) throws IOException {
        if (more) {
            // a folder that nothing is known of stays so
            if (Files.exists(file) && Files.size(file) + bytes.length < LARGEST) {
                put(file, bytes, Files.size(file));
            } else {
                Files.deleteIfExists(file);
            }
            return;
        }
        try {
            put(file, bytes, 0);
        } catch (NoSuchFileException e) {
            Path directory = file.getParent();
            if (directory != null) {
                PrivateFiles.createDirectories(directory);
            }
            put(file, bytes, 0);
        }
    }

    /// Writes bytes behind the first ones of a file.
    private static void put(Path file, byte[] bytes, long kept) throws IOException {
        try (FileChannel channel = PrivateFiles.open(file)) {
            channel.truncate(kept).position(kept);
            for (ByteBuffer left = ByteBuffer.wrap(bytes); left.hasRemaining();) {
                channel.write(left);
            }
            if (kept > 0) {
                // without it, what was there before would pass for the whole
                channel.force(true);
            }
        }
    }
}
