package majix.indexer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import majix.formats.FileNames;
import majix.formats.Problem;

/// What was passed over, with reasons, in the file `skipped` beside the index. Each entry is kind (with an offset, if
/// there is one, behind an `@`), path and reason, each ended by NUL; behind all of them stands their checksum, so that
/// none that was damaged is told.
final class SkippedList {
    static final String NAME = "skipped";
    /// Digits of the checksum.
    private static final int SUM = 8;

    private SkippedList() {}

    /// Writes the file anew.
    static void write(Path index, Collection<Skipped> all) throws IOException {
        SideFile.write(index.resolve(NAME), bytes(all));
    }

    private static byte[] bytes(Collection<Skipped> all) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Skipped each : all) {
            String kind = each.kind().name() + (each.offset() < 0 ? "" : "@" + each.offset());
            out.write(kind.getBytes(StandardCharsets.UTF_8));
            out.write(0);
            out.write(FileNames.bytes(each.path()));
            out.write(0);
            out.write(each.reason().replace('\0', ' ').getBytes(StandardCharsets.UTF_8));
            out.write(0);
        }
        out.write(sum(out.toByteArray(), out.size()));
        return out.toByteArray();
    }

    /// A CRC-32 as eight hex digits.
    private static byte[] sum(byte[] bytes, int length) {
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, length);
        return HexFormat.of().toHexDigits((int) sum.getValue()).getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean isWhole(byte[] bytes) {
        int length = bytes.length - SUM;
        return length >= 0 && Arrays.equals(bytes, length, bytes.length, sum(bytes, length), 0, SUM);
    }

    /// What is wrong with the file; empty if nothing is, or if there is none.
    static String harm(Path index) throws IOException {
        try {
            return isWhole(Files.readAllBytes(index.resolve(NAME))) ? "" : "wrong checksum";
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    /// What the file says; nothing if there is none or it is damaged, because it is told again some day.
    static List<Skipped> read(Path index) throws IOException {
        List<Skipped> all = new ArrayList<>();
        try {
            byte[] bytes = Files.readAllBytes(index.resolve(NAME));
            int end = isWhole(bytes) ? bytes.length : 0;
            List<byte[]> parts = new ArrayList<>();
            int from = 0;
            for (int i = 0; i < end; i++) {
                if (bytes[i] == 0) {
                    parts.add(Arrays.copyOfRange(bytes, from, i));
                    from = i + 1;
                }
            }
            for (int i = 0; i + 2 < parts.size(); i += 3) {
                all.add(skipped(text(parts.get(i)), FileNames.path(parts.get(i + 1)), text(parts.get(i + 2))));
            }
        } catch (NoSuchFileException | IllegalArgumentException e) {
            return List.of();
        }
        return all;
    }

    private static Skipped skipped(String kind, Path path, String reason) {
        int at = kind.indexOf('@');
        return at < 0
                ? new Skipped(Problem.Kind.valueOf(kind), path, reason)
                : new Skipped(Problem.Kind.valueOf(kind.substring(0, at)), path, Long.parseLong(kind, at + 1,
                        kind.length(), 10), reason);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
