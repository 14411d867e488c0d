package majix.indexer.invert;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Numbers the terms of a field from 0 in the order they first come; frequent words come early and have small numbers.
///
/// A term of at most seven bytes is its own key: the bytes, the first one highest, and the length in the lowest byte. The
/// key of a longer term is its first seven bytes and 8, and the whole term is kept too. Keys sort as the terms do, except
/// that longer terms of equal keys are told apart by their bytes. Keys stand in the hash table itself, so that finding a
/// short word reads one place of memory.
final class Dictionary {
    /// Longest term that is its own key.
    static final int SHORT = 7;
    /// Terms that can be numbered.
    static final int MOST = 1 << 24;

    private static final int FIRST_SLOTS = 1 << 9;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /// For each slot the key, and then the number of the term plus one in the high half (so 0 is an empty slot) and the
    /// place of a longer term in the low half.
    private long[] slots = new long[2 * FIRST_SLOTS];
    private int size;
    private final TermBytes longer = new TermBytes();

    /// The number of a term.
    ///
    /// @param bytes holds the term at `[from, from + length)`
    /// @param packed the bytes of a term of at most seven as one number, the first one highest; else unused
    int add(byte[] bytes, int from, int length, long packed) {
        return length <= SHORT ? addShort(packed, length) : addLong(bytes, from, length);
    }

    private int addShort(long packed, int length) {
        long key = length == 0 ? 0 : packed << 64 - 8 * length | length;
        int mask = slots.length - 1;
        int slot = slot(key, mask);
        long entry;
        while ((entry = slots[slot + 1]) != 0) {
            if (slots[slot] == key) {
                return (int) (entry >>> 32) - 1;
            }
            slot = slot + 2 & mask;
        }
        return insert(slot, key, 0);
    }

    private int addLong(byte[] bytes, int from, int length) {
        long key = (long) LONGS.get(bytes, from) & -256L | SHORT + 1;
        int mask = slots.length - 1;
        int slot = slot(hash(bytes, from, length), mask);
        long entry;
        while ((entry = slots[slot + 1]) != 0) {
            if (slots[slot] == key && longer.equal((int) entry, bytes, from, length)) {
                return (int) (entry >>> 32) - 1;
            }
            slot = slot + 2 & mask;
        }
        return insert(slot, key, longer.add(bytes, from, length));
    }

    private int insert(int slot, long key, int place) {
        if (size == MOST) {
            throw new IllegalStateException("more than " + MOST + " terms");
        }
        slots[slot] = key;
        slots[slot + 1] = size + 1L << 32 | place & 0xffff_ffffL;
        size++;
        if (size > slots.length / 8 * 3) {
            rehash();
        }
        return size - 1;
    }

    private static long hash(byte[] bytes, int from, int length) {
        long hash = length;
        int end = from + length - 8;
        for (int i = from; i < end; i += 8) {
            hash = (hash ^ (long) LONGS.get(bytes, i)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return hash ^ (long) LONGS.get(bytes, end) * 0xD6E8FEB86659FD93L;
    }

    private static int slot(long key, int mask) {
        long hash = key * 0x9E3779B97F4A7C15L;
        hash = (hash ^ hash >>> 32) * 0xD6E8FEB86659FD93L;
        return (int) (hash >>> 32) & mask & -2;
    }

    private void rehash() {
        long[] old = slots;
        slots = new long[2 * old.length];
        int mask = slots.length - 1;
        for (int i = 0; i < old.length; i += 2) {
            if (old[i + 1] != 0) {
                int slot = slot((old[i] & 255) <= SHORT ? old[i] : storedHash((int) old[i + 1]), mask);
                while (slots[slot + 1] != 0) {
                    slot = slot + 2 & mask;
                }
                slots[slot] = old[i];
                slots[slot + 1] = old[i + 1];
            }
        }
    }

    private long storedHash(int place) {
        return hash(longer.array(place), TermBytes.offset(place), longer.length(place));
    }

    /// Number of terms.
    int size() {
        return size;
    }

    /// The terms, sorted. Good until the next change.
    SortedTerms sorted() {
        long[] keys = new long[size];
        int[] places = new int[size];
        for (int i = 0; i < slots.length; i += 2) {
            if (slots[i + 1] != 0) {
                int number = (int) (slots[i + 1] >>> 32) - 1;
                keys[number] = slots[i];
                places[number] = (int) slots[i + 1];
            }
        }
        return new SortedTerms(keys, places, longer);
    }

    /// Memory in use, and needed for sorting, in bytes.
    long used() {
        return 8L * slots.length + 20L * size + longer.used();
    }

    /// Forgets all terms; keeps memory for about so many bytes.
    void clear(long keep) {
        if (8L * slots.length > keep) {
            slots = new long[2 * FIRST_SLOTS];
        } else {
            Arrays.fill(slots, 0);
        }
        size = 0;
        longer.clear(keep);
    }
}
