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
    private long marked;
    private int markedSums;
    private int markedLast;

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

    /// Says that [#marked] is to tell of what was taken in so far.
    void mark() {
        marked = position;
        markedSums = sums.size();
        markedLast = (int) crc.getValue();
    }

    /// Everything up to where [#mark] was asked for last, or to the beginning.
    Checkpoint marked() {
        List<Integer> all = new ArrayList<>(sums.subList(0, markedSums));
        if (marked % Checkpoint.BLOCK != 0) {
            all.add(markedLast);
        }
        return new Checkpoint(marked, all);
    }

    /// The checksum of the last block, which may be unfinished; at least one byte was taken in.
    int last() {
        return position % Checkpoint.BLOCK == 0 ? sums.getLast() : (int) crc.getValue();
    }
}
