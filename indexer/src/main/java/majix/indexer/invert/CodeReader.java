package majix.indexer.invert;

/// Reads [Codes] from the begin.
final class CodeReader {
    private static final int DOCUMENT_END = -1;
    private final Codes codes;
    private int pageNumber;
    private short[] page;
    private int at;
    private int step;

    CodeReader(Codes codes) {
        this.codes = codes;
        page = codes.page(0);
    }

    /// The term of the next token, or -1 at the end of a document.
    int next() {
        int unit = page[at++];
        if (unit >= 0) {
            step = 1;
            return unit;
        }
        return extended(unit);
    }

    private int extended(int unit) {
        int kind = unit & Codes.KIND;
        int high = unit & Codes.HIGH;
        if (kind == Codes.END) {
            if (high == 0) {
                return DOCUMENT_END;
            }
            page = codes.page(++pageNumber);
            at = 0;
            return next();
        }
        int term = high << 16 | page[at++] & 0xffff;
        step = kind == Codes.TERM ? 1 : 0;
        if (kind == Codes.STEP) {
            step = page[at] << 16 | page[at + 1] & 0xffff;
            at += 2;
        }
        return term;
    }

    /// How far the token's position is from that of the token before it.
    int step() {
        return step;
    }
}
