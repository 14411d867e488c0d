package majix.indexer.invert;

import java.util.ArrayList;
import java.util.List;

/// The tokens of one field of all documents in the order they come: for each the number of its term and its step, that is
/// how far its position is from that of the token before it. Most tokens have a step of 1 and one of the first 32,768
/// terms and take two bytes.
///
/// A unit of 16 bits that is not negative is such a term. In a negative one bits 13 and 14 say what follows, and the
/// other bits are the high bits of a term number.
final class Codes {
    private static final int PAGE_UNITS = 1 << 15;
    /// The longest code: four units.
    private static final int MARGIN = 5;
    private static final int EXTENDED = 0x8000;
    /// Next unit: low bits of the term. The step is 1.
    static final int TERM = 0;
    /// Next unit: low bits of the term. The step is 0.
    static final int SAME_PLACE = 1 << 13;
    /// Next units: low bits of the term, high and low bits of the step.
    static final int STEP = 2 << 13;
    /// The end of a document, or if the other bits are not 0 of a page.
    static final int END = 3 << 13;
    static final int KIND = 3 << 13;
    static final int HIGH = (1 << 13) - 1;

    private final List<short[]> pages = new ArrayList<>();
    private int used;
    private short[] page = {};
    private int at;
    private int limit;

    /// Adds a token.
    void add(int term, int step) {
        if (at >= limit) {
            nextPage();
        }
        if (step == 1) {
            if (term < EXTENDED) {
                page[at++] = (short) term;
            } else {
                extended(TERM, term);
            }
        } else if (step == 0) {
            extended(SAME_PLACE, term);
        } else {
            extended(STEP, term);
            page[at++] = (short) (step >>> 16);
            page[at++] = (short) step;
        }
    }

    private void extended(int kind, int term) {
        page[at] = (short) (EXTENDED | kind | term >>> 16);
        page[at + 1] = (short) term;
        at += 2;
    }

    /// Ends a document.
    void end() {
        if (at >= limit) {
            nextPage();
        }
        page[at++] = (short) (EXTENDED | END);
    }

    private void nextPage() {
        if (at > 0) {
            page[at] = (short) (EXTENDED | END | 1);
        }
        if (used == pages.size()) {
            pages.add(new short[PAGE_UNITS]);
        }
        page = pages.get(used++);
        at = 0;
        limit = page.length - MARGIN;
    }

    /// The units of a page; it ends with a unit that says so, the last page with the end of a document.
    short[] page(int number) {
        return pages.get(number);
    }

    /// Memory in use, bytes.
    long used() {
        return 2L * used * PAGE_UNITS;
    }

    /// Forgets all; keeps the memory of at most so many bytes.
    void clear(long keep) {
        used = 0;
        page = new short[0];
        at = 0;
        limit = 0;
        while (2L * PAGE_UNITS * pages.size() > keep) {
            pages.removeLast();
        }
    }
}
