package majix.indexer.codec;

import java.util.Arrays;
import majix.query.lucene.ScannableTerms;

/// Which leaf pages of a dictionary have a term with three given letters in a row. Whoever looks for a part of a word, with
/// errors or without, needs to read only the pages that have all threes of some piece of it. Collected while the
/// dictionary is written, in a table of lists of gaps.
///
/// Only letters count, and bytes of characters beyond ASCII: numbers and identifiers would make the lists three times as
/// long, and hardly anybody looks for a part of one.
final class Grams {
    /// Bytes of a gram.
    static final int LENGTH = ScannableTerms.GRAM;
    /// Dictionaries of fewer pages are read whole.
    static final int WORTH_PAGES = 64;
    /// Stands for all grams of pages that have more of them than is worth listing: texts that are no words.
    static final int ANY = 0;
    private static final int MOST_IN_PAGE = 300;

    /// Gram plus 1, or 0.
    private int[] keys = new int[1 << 12];
    private int[] lastPage = new int[keys.length];
    private byte[][] lists = new byte[keys.length][];
    private int[] sizes = new int[keys.length];
    private int used;
    private int page = -1;
    private int inPage;

    /// Takes a page.
    interface PageTaker {
        void take(int page);
    }

    /// Adds a term.
    ///
    /// @param of number of the page, never less than before
    /// @param shared bytes that it begins with like the term before it in the page
    void add(int of, byte[] term, int offset, int length, int shared) {
        if (of != page) {
            page = of;
            inPage = 0;
        }
        for (int end = Math.max(shared + 1, LENGTH); end <= length && inPage <= MOST_IN_PAGE; end++) {
            int at = offset + end - LENGTH;
            if (counts(term, at)) {
                add(gram(term, at));
            }
        }
        if (inPage > MOST_IN_PAGE) {
            add(ANY);
        }
    }

    /// Whether three bytes are letters.
    static boolean counts(byte[] bytes, int at) {
        return isLetter(bytes[at]) && isLetter(bytes[at + 1]) && isLetter(bytes[at + 2]);
    }

    private static boolean isLetter(byte b) {
        return b < 0 || b >= 'a' && b <= 'z';
    }

    private static int gram(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 16 | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF);
    }

    static byte[] bytes(int gram) {
        return new byte[]{(byte) (gram >> 16), (byte) (gram >> 8), (byte) gram};
    }

    private void add(int gram) {
        int slot = slot(gram);
        if (keys[slot] == 0) {
            if (2 * used > keys.length) {
                grow();
                slot = slot(gram);
            }
            used++;
            keys[slot] = gram + 1;
            lists[slot] = new byte[4];
            lastPage[slot] = -1;
        }
        if (lastPage[slot] != page) {
            append(slot, page - lastPage[slot]);
            lastPage[slot] = page;
            inPage++;
        }
    }

    private int slot(int gram) {
        int slot = (gram * 0x9E3779B1) >>> Integer.numberOfLeadingZeros(keys.length - 1);
        while (keys[slot] != 0 && keys[slot] != gram + 1) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    private void append(int slot, int gap) {
        int size = sizes[slot];
        if (size + 5 > lists[slot].length) {
            lists[slot] = Arrays.copyOf(lists[slot], size + 5 + size / 2);
        }
        byte[] list = lists[slot];
        int left = gap;
        while (left >= 0x80) {
            list[size++] = (byte) (left | 0x80);
            left >>>= 7;
        }
        list[size++] = (byte) left;
        sizes[slot] = size;
    }

    private void grow() {
        int[] oldKeys = keys;
        int[] oldPages = lastPage;
        byte[][] oldLists = lists;
        int[] oldSizes = sizes;
        keys = new int[2 * oldKeys.length];
        lastPage = new int[keys.length];
        lists = new byte[keys.length][];
        sizes = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slot(oldKeys[i] - 1);
                keys[slot] = oldKeys[i];
                lastPage[slot] = oldPages[i];
                lists[slot] = oldLists[i];
                sizes[slot] = oldSizes[i];
            }
        }
    }

    /// Pages that had terms.
    int pages() {
        return page + 1;
    }

    /// All grams, ascending.
    int[] sorted() {
        int[] grams = new int[used];
        int count = 0;
        for (int key : keys) {
            if (key != 0) {
                grams[count++] = key - 1;
            }
        }
        Arrays.sort(grams);
        return grams;
    }

    /// Hands over the pages of a gram, ascending.
    ///
    /// @return how many
    int forEachPage(int gram, PageTaker taker) {
        int slot = slot(gram);
        int count = 0;
        int at = -1;
        for (int i = 0; i < sizes[slot];) {
            int gap = 0;
            for (int shift = 0;; shift += 7) {
                byte b = lists[slot][i++];
                gap |= (b & 0x7F) << shift;
                if (b >= 0) {
                    break;
                }
            }
            at += gap;
            taker.take(at);
            count++;
        }
        return count;
    }
}
