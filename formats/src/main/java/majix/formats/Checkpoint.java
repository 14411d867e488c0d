package majix.formats;

import java.util.List;

/// How far a file of many messages was read, and what it held up to there, so that a later reading can go on where
/// this one stopped and can notice an edit in the part already known.
///
/// @param position offset (decompressed bytes) just behind the last message known, where the next separator line is
///     expected; 0 if nothing is known
/// @param sums checksums (CRC32C) of the bytes from 0 to position, one for each [#BLOCK] bytes begun; the last one
///     covers what is left up to position
public record Checkpoint(long position, List<Integer> sums) {
    /// Bytes that one checksum covers.
    public static final int BLOCK = 1 << 20;

    /// Nothing known yet.
    public static final Checkpoint START = new Checkpoint(0, List.of());

    public Checkpoint {
        sums = List.copyOf(sums);
        if (position < 0 || sums.size() != (position + BLOCK - 1) / BLOCK) {
            throw new IllegalArgumentException("position " + position + " with " + sums.size() + " sums");
        }
    }
}
