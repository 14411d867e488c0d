package majix.formats.mbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;
import majix.formats.Checkpoint;
import majix.formats.KnownFile;

/// Tells which parts of a file still hold what they held when it was read. Of a plain file it reads the blocks it is asked for, of a compressed one all that was known, once.
public final class KnownMbox implements KnownFile {
    /// Enough for a few line ends and the beginning of a separator line of either kind.
    private static final int SEPARATOR = 9;
    /// Enough for a whole one.
    private static final int LINE = FromLines.LONGEST + 2;

    private final Path file;
    private final Checkpoint known;
    private final Verdict[] blocks;

    private enum Verdict {
        UNKNOWN,
        SAME,
        OTHER
    }

    /// @param known how the file was when it was read
    public KnownMbox(Path file, Checkpoint known) {
        this.file = file;
        this.known = known;
        blocks = new Verdict[known.sums().size()];
        Arrays.fill(blocks, Verdict.UNKNOWN);
    }

    @Override
    public boolean holds(long start, long end) throws IOException {
        if (end > known.position()) {
            return false;
        }
        for (int block = block(start); block <= block(end - 1); block++) {
            if (blocks[block] == Verdict.UNKNOWN) {
                look(block);
            }
            if (blocks[block] == Verdict.OTHER) {
                return false;
            }
        }
        return end < known.position() || separates(known.position());
    }

    @Override
    public boolean isMessage(long start, long end) throws IOException {
        byte[] before = new byte[(int) Math.min(start, LINE)];
        try (Source source = Source.open(file)) {
            if (source.compressed() || source.storedBytes() < end) {
                return false;
            }
            source.skipTo(start - before.length);
            int read = read(source, before);
            int line = read - 1;
            while (line > 0 && before[line - 1] != '\n') {
                line--;
            }
            if (read < before.length || line < 0 || before[read - 1] != '\n'
                    || !FromLines.begins(before, line, read) && !Start.isMmdf(before, line, read - 1)) {
                return false;
            }
        }
        return separates(end);
    }

    private static int block(long offset) {
        return (int) (offset / Checkpoint.BLOCK);
    }

    private void look(int block) throws IOException {
        try (Source source = Source.open(file)) {
            if (source.compressed()) {
                for (int each = 0; each < blocks.length; each++) {
                    blocks[each] = verdict(source, each);
                }
            } else {
                source.skipTo((long) block * Checkpoint.BLOCK);
                blocks[block] = verdict(source, block);
            }
        }
    }

    /// Reads a block from its first byte on.
    private Verdict verdict(Source source, int block) throws IOException {
        int length = (int) Math.min(Checkpoint.BLOCK, known.position() - (long) block * Checkpoint.BLOCK);
        byte[] bytes = new byte[length];
        int read = read(source, bytes);
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, read);
        return read == length && (int) crc.getValue() == known.sums().get(block) ? Verdict.SAME : Verdict.OTHER;
    }

    /// Whether the file ends at an offset, or a separator line begins there; behind line ends, which somebody may have put
    /// before it since.
    private boolean separates(long offset) throws IOException {
        byte[] next = new byte[SEPARATOR];
        try (Source source = Source.open(file)) {
            source.skipTo(offset);
            int read = read(source, next);
            int at = 0;
            while (at < read && (next[at] == '\n' || next[at] == '\r')) {
                at++;
            }
            return at == read || FromLines.begins(next, at, read) || Start.isMmdf(next, at, Math.min(read, at + 4));
        }
    }

    private static int read(Source source, byte[] into) throws IOException {
        int read = 0;
        int some = 0;
        while (read < into.length && some >= 0) {
            some = source.read(into, read, into.length - read);
            read += Math.max(some, 0);
        }
        return read;
    }
}
