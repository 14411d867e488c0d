package majix.indexer.invert;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Keeps byte strings of less than 64 KiB one behind the other in pages, so that growing copies nothing.
final class TermBytes {
    private static final int PAGE_BITS = 16;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final VarHandle LENGTHS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

    private final List<byte[]> pages = new ArrayList<>();
    private int page = -1;
    private int end = PAGE;

    /// Keeps bytes of an array.
    ///
    /// @return the place to ask for them by
    int add(byte[] bytes, int from, int length) {
        if (end + 2 + length > PAGE) {
            page++;
            end = 0;
            if (page == pages.size()) {
                pages.add(new byte[PAGE]);
            }
        }
        int place = page << PAGE_BITS | end;
        byte[] to = pages.get(page);
        LENGTHS.set(to, end, (short) length);
        System.arraycopy(bytes, from, to, end + 2, length);
        end += 2 + length;
        return place;
    }

    /// The array that the bytes of a place lie in.
    byte[] array(int place) {
        return pages.get(place >>> PAGE_BITS);
    }

    /// Where in [#array] the bytes begin.
    static int offset(int place) {
        return (place & PAGE - 1) + 2;
    }

    int length(int place) {
        return (short) LENGTHS.get(array(place), place & PAGE - 1) & 0xffff;
    }

    /// Whether the bytes are the same as some of an array.
    boolean equal(int place, byte[] bytes, int from, int length) {
        byte[] array = array(place);
        int offset = offset(place);
        return ((short) LENGTHS.get(array, offset - 2) & 0xffff) == length
                && Arrays.equals(array, offset, offset + length, bytes, from, from + length);
    }

    /// Compares in unsigned byte order.
    int compare(int a, int b) {
        int offsetA = offset(a);
        int offsetB = offset(b);
        return Arrays.compareUnsigned(array(a), offsetA, offsetA + length(a), array(b), offsetB, offsetB + length(b));
    }

    /// Memory in use, bytes.
    long used() {
        return (page + 1L) * PAGE;
    }

    /// Forgets all strings; keeps the memory of at most so many bytes.
    void clear(long keep) {
        page = -1;
        end = PAGE;
        while (pages.size() > keep >> PAGE_BITS) {
            pages.removeLast();
        }
    }
}
