package majix.indexer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import majix.formats.FileNames;
import majix.formats.Problem;
import majix.formats.Problems;

/// What indexing runs passed over, with reasons, in the file `skipped` beside the index. The ledger knows which files
/// are no mail, but not why; of what could not be read it knows nothing, so that the next run tries again. Each entry
/// is kind, path and reason, each ended by NUL; behind all of them stands their checksum, so that none that was damaged is
/// told.
final class SkippedFiles implements Problems {
    static final String NAME = "skipped";
    /// A tree of a hundred thousand pictures is not told one by one.
    private static final int MOST = 10_000;

    /// Digits of the checksum.
    private static final int SUM = 8;

    private final Path index;
    private final Problems next;
    private final Map<Path, Skipped> met = new TreeMap<>();

    /// @param next who is told as well
    SkippedFiles(Path index, Problems next) {
        this.index = index;
        this.next = next;
    }

    @Override
    public void report(Problem problem) {
        next.report(problem);
        switch (problem.kind()) {
            case MISSING, UNREADABLE, NOT_MAIL -> {
                if (!problem.path().equals(index)) {
                    add(new Skipped(problem.kind(), problem.path(), problem.text()));
                }
            }
            case ODD_SEPARATOR, ODD_MESSAGE -> {
            }
        }
    }

    private synchronized void add(Skipped skipped) {
        if (met.size() < MOST) {
            met.put(skipped.path(), skipped);
        }
    }

    /// Writes the file if it would say something else than it does.
    ///
    /// @param fast whether the run passed over folders without a look at their files
    synchronized void save(boolean fast) throws IOException {
        List<Skipped> before = read(index);
        Map<Path, Skipped> all = new TreeMap<>(met);
        for (Skipped old : before) {
            boolean seenAgain = old.kind() == Problem.Kind.MISSING || old.kind() == Problem.Kind.UNREADABLE && !fast;
            if (!seenAgain && all.size() < MOST && !all.containsKey(old.path()) && there(old.path())) {
                all.put(old.path(), old);
            }
        }
        if (!before.equals(List.copyOf(all.values())) || !harm(index).isEmpty()) {
            SideFile.write(index.resolve(NAME), bytes(all.values()));
        }
    }

    /// Writes the file before a commit: what the ledger then knows to be no mail is not told again, and a run that is
    /// killed behind the commit must not have kept it to itself. If that fails, [#save] will say so; mail is more
    /// important.
    void saveBefore(boolean fast) {
        try {
            save(fast);
        } catch (IOException e) {
            // the run ends with another attempt
        }
    }

    private static boolean there(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static byte[] bytes(Collection<Skipped> all) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Skipped each : all) {
            out.write(each.kind().name().getBytes(StandardCharsets.UTF_8));
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
                all.add(new Skipped(Problem.Kind.valueOf(text(parts.get(i))), FileNames.path(parts.get(i + 1)),
                        text(parts.get(i + 2))));
            }
        } catch (NoSuchFileException | IllegalArgumentException e) {
            return List.of();
        }
        return all;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
