package majix.indexer.invert;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Splits ASCII text into words, runs of letters, digits and `_`, eight bytes at a time: a branch for each character
/// would be guessed wrong at the end of every word.
public final class AsciiWords {
    /// How many bytes an array must have behind the text.
    public static final int MARGIN = 64;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle FIRST = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    private static final long TOPS = 0x8080808080808080L;

    private AsciiWords() {}

    /// Takes tokens.
    public interface Sink {
        /// Takes a token.
        ///
        /// @param utf8 holds the token at `[from, from + length)` and eight bytes more; good until the method returns
        /// @param packed the bytes of a token of at most seven as one number, the first one highest; else any number
        /// @param step 1 if the token follows the one before it, 0 if it stands at the same place
        void token(byte[] utf8, int from, int length, long packed, int step);
    }

    /// The bytes of a term of at most seven as one number, the first one highest; else any number.
    public static long packed(byte[] bytes, int from, int length) {
        long packed = 0;
        for (int i = from; i < from + Math.min(7, length); i++) {
            packed = packed << 8 | bytes[i] & 0xff;
        }
        return packed;
    }

    /// Gives the words of `text[from, to)` to a sink, in lower case; the text is changed.
    ///
    /// @param longest words are cut behind so many bytes
    public static void split(byte[] text, int from, int to, int longest, Sink sink) {
        int open = -1;
        for (int base = from; base < to; base += 64) {
            long words = words(text, base);
            if (to - base < 64) {
                words &= (1L << to - base) - 1;
            }
            int at = 0;
            if (open >= 0) {
                at = Long.numberOfTrailingZeros(~words);
                if (at == 64) {
                    continue;
                }
                word(text, open, base + at, longest, sink);
                open = -1;
            }
            words = words >>> at << at;
            while (words != 0) {
                int start = Long.numberOfTrailingZeros(words);
                int end = start + Long.numberOfTrailingZeros(~(words >>> start));
                if (end == 64) {
                    open = base + start;
                    break;
                }
                word(text, base + start, base + end, longest, sink);
                words = words >>> end << end;
            }
        }
        if (open >= 0) {
            word(text, open, to, longest, sink);
        }
    }

    private static void word(byte[] text, int from, int to, int longest, Sink sink) {
        int length = to - from;
        long packed = (long) FIRST.get(text, from) >>> 64 - 8 * length;
        sink.token(text, from, Math.min(length, longest), packed, 1);
    }

    /// Folds 64 bytes and tells which of them belong to words.
    private static long words(byte[] text, int base) {
        long words = 0;
        for (int i = 0; i < 64; i += 8) {
            long bytes = (long) LONGS.get(text, base + i) & ~TOPS;
            long folded = bytes | among(bytes, 'A', 'Z') >>> 2;
            LONGS.set(text, base + i, folded);
            long word = among(folded, 'a', 'z') | among(bytes, '0', '9') | among(bytes, '_', '_');
            words |= ((word >>> 7) * 0x0102040810204080L >>> 56) << i;
        }
        return words;
    }

    /// The top bit of each byte that is from `first` to `last`.
    private static long among(long bytes, char first, char last) {
        return bytes + (0x80 - first) * EACH & ~(bytes + (0x7f - last) * EACH) & TOPS;
    }
}
