package majix.formats.mbox;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import majix.formats.Checkpoint;

/// The running checksums of a file from its first byte on: makes a [Checkpoint], or holds the file against one.
final class Checksums {
    private final CRC32C crc = new CRC32C();
    private final List<Integer> sums = new ArrayList<>();
    private long position;
    private Mark mark = new Mark(0, 0, 0);
    private Mark kept = mark;

    /// @param last checksum of the block it stands in
    private record Mark(long position, int sums, int last) {}

    /// Offset behind the last byte taken in.
    long position() {
        return position;
    }

    void update(byte[] bytes, int offset, int length) {
        int at = offset;
        int left = length;
        while (left > 0) {
            int n = (int) Math.min(left, Checkpoint.BLOCK - position % Checkpoint.BLOCK);
            crc.update(bytes, at, n);
            at += n;
            left -= n;
            position += n;
            if (position % Checkpoint.BLOCK == 0) {
                sums.add((int) crc.getValue());
                crc.reset();
            }
        }
    }

    /// Everything up to [#position].
    Checkpoint checkpoint() {
        List<Integer> all = new ArrayList<>(sums);
        if (position % Checkpoint.BLOCK != 0) {
            all.add((int) crc.getValue());
        }
        return new Checkpoint(position, all);
    }

    /// Marks what was taken in so far.
    void mark() {
        mark = new Mark(position, sums.size(), (int) crc.getValue());
    }

    /// Says that [#kept] is to tell of what was marked last.
    void keep() {
        kept = mark;
    }

    /// Everything up to where [#keep] was asked for last, or to the beginning.
    Checkpoint kept() {
        List<Integer> all = new ArrayList<>(sums.subList(0, kept.sums));
        if (kept.position % Checkpoint.BLOCK != 0) {
            all.add(kept.last);
        }
        return new Checkpoint(kept.position, all);
    }

    /// The checksum of the last block, which may be unfinished; at least one byte was taken in.
    int last() {
        return position % Checkpoint.BLOCK == 0 ? sums.getLast() : (int) crc.getValue();
    }
}
