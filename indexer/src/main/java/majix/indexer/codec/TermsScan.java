package majix.indexer.codec;

import java.io.IOException;
import majix.query.lucene.TermMatcher;
import majix.query.lucene.TermScan;
import org.apache.lucene.index.PostingsEnum;
import org.jspecify.annotations.Nullable;

/// Scans some leaf pages of a dictionary.
final class TermsScan implements TermScan {
    private final TermsReader reader;
    private final FieldEntry field;
    private final TermPage page;
    private final TermTree tree;
    private final int @Nullable [] wanted;
    private int next;
    private final int end;

    /// @param wanted numbers of the pages, ascending; null: the numbers count pages themselves
    /// @param from index of the first one
    /// @param end index behind the last one
    TermsScan(TermsReader reader, FieldEntry field, int @Nullable [] wanted, int from, int end) {
        this.reader = reader;
        this.field = field;
        this.page = new TermPage(reader, field);
        this.tree = new TermTree(reader, field);
        this.wanted = wanted;
        this.next = from;
        this.end = end;
    }

    @Override
    public boolean next(TermMatcher matcher) throws IOException {
        while (!page.step(matcher)) {
            if (next >= end) {
                return false;
            }
            page.read(tree.leaf(wanted == null ? next : wanted[next]));
            next++;
        }
        return true;
    }

    @Override
    public PostingsEnum documents(@Nullable PostingsEnum reuse) throws IOException {
        return BlockPostings.of(reader, field, page, reuse, PostingsEnum.NONE);
    }
}
