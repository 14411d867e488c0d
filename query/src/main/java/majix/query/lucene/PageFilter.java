package majix.query.lucene;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.DocIdSetIterator;
import org.jspecify.annotations.Nullable;

/// Selects the pages of a dictionary where terms like a pattern can be. With k errors at least one of k + 1 pieces that
/// the pattern is cut into stands in the term as it is, and with a piece all of its bytes in a row.
final class PageFilter {
    /// So few pages are not worth another look.
    private static final int FEW = 16;

    private final ScannableTerms terms;

    private PageFilter(ScannableTerms terms) {
        this.terms = terms;
    }

    /// The pages to be scanned, ascending; null: all of them.
    static int @Nullable [] pages(ScannableTerms terms, String pattern, int errors) throws IOException {
        PageFilter filter = new PageFilter(terms);
        Docs wanted = new Docs(terms.pages());
        int[] points = pattern.codePoints().toArray();
        for (int i = 0; i <= errors; i++) {
            int from = points.length * i / (errors + 1);
            int to = points.length * (i + 1) / (errors + 1);
            Docs pages = filter.pages(new String(points, from, to - from).getBytes(StandardCharsets.UTF_8));
            if (pages == null) {
                return null;
            }
            wanted.addAll(pages);
        }
        DocIdSetIterator unknown = terms.unknownPages();
        if (unknown != null) {
            Docs more = new Docs(terms.pages());
            more.addAll(unknown);
            wanted.addAll(more);
        }
        return wanted.toArray();
    }

    /// The pages with all grams of a piece; null if nothing is known of them.
    private @Nullable Docs pages(byte[] piece) throws IOException {
        List<DocIdSetIterator> grams = new ArrayList<>();
        for (int at = 0; at + ScannableTerms.GRAM <= piece.length; at++) {
            if (terms.knowsPages(piece, at)) {
                DocIdSetIterator pages = terms.pagesWith(piece, at);
                if (pages == null) {
                    return new Docs(terms.pages());
                }
                rarestFirst(grams, pages);
            }
        }
        if (grams.isEmpty()) {
            return null;
        }
        Docs pages = new Docs(terms.pages());
        pages.addAll(grams.getFirst());
        for (int i = 1; i < grams.size() && pages.size() > FEW; i++) {
            pages.keepAll(grams.get(i));
        }
        return pages;
    }

    private static void rarestFirst(List<DocIdSetIterator> grams, DocIdSetIterator pages) {
        int place = grams.size();
        while (place > 0 && grams.get(place - 1).cost() > pages.cost()) {
            place--;
        }
        grams.add(place, pages);
    }
}
