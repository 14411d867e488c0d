package majix.indexer.codec;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.util.BytesRef;

/// Compares the grams of a dictionary with those that its terms have. A page that is missing there is not looked at by
/// whoever seeks a part of a word, and nothing else would tell.
final class GramsCheck {
    private GramsCheck() {}

    static boolean fits(TermsReader reader, FieldEntry field) throws IOException {
        FieldEntry stored = reader.grams(field.name());
        Grams made = field.positions() ? made(reader, field) : new Grams();
        if (stored == null) {
            return made.pages() < Grams.WORTH_PAGES;
        }
        TermCursor grams = new TermCursor(reader, stored);
        for (int gram : made.sorted()) {
            BytesRef next = grams.next();
            if (next == null || !next.bytesEquals(new BytesRef(Grams.bytes(gram)))) {
                return false;
            }
            int[] pages = new int[made.pages()];
            int[] count = new int[1];
            made.forEachPage(gram, page -> pages[count[0]++] = page);
            PostingsEnum listed = grams.postings(null, PostingsEnum.NONE);
            for (int i = 0; i < count[0]; i++) {
                if (listed.nextDoc() != pages[i]) {
                    return false;
                }
            }
            if (listed.nextDoc() != PostingsEnum.NO_MORE_DOCS) {
                return false;
            }
        }
        return grams.next() == null;
    }

    /// The same as [TermsWriter] hands them over.
    private static Grams made(TermsReader reader, FieldEntry field) throws IOException {
        Grams made = new Grams();
        TermCursor terms = new TermCursor(reader, field);
        byte[] last = {};
        int number = 0;
        for (BytesRef term = terms.next(); term != null; term = terms.next()) {
            int shared = Arrays.mismatch(last, 0, last.length, term.bytes, term.offset, term.offset + term.length);
            made.add(number / TermsWriter.LEAF, term.bytes, term.offset, term.length,
                    number % TermsWriter.LEAF == 0 ? 0 : shared);
            last = Arrays.copyOfRange(term.bytes, term.offset, term.offset + term.length);
            number++;
        }
        return made;
    }
}
