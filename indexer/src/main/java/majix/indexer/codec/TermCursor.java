package majix.indexer.codec;

import java.io.IOException;
import org.apache.lucene.index.BaseTermsEnum;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SlowImpactsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Walks through the terms of a field or looks one up. The [Grams] of a large dictionary may be none at all: of numbers,
/// for instance.
final class TermCursor extends BaseTermsEnum {
    private final TermsReader reader;
    private final FieldEntry field;
    private final TermPage page;
    private final TermTree tree;
    private boolean begun;
    /// Whether the page at hand is the one that the tree was last asked for.
    private boolean sought;

    TermCursor(TermsReader reader, FieldEntry field) {
        this.reader = reader;
        this.field = field;
        this.page = new TermPage(reader, field);
        this.tree = new TermTree(reader, field);
    }

    @Override
    public @Nullable BytesRef next() throws IOException {
        if (field.terms() == 0) {
            return null;
        }
        if (!begun) {
            begun = true;
            page.read(field.leaves());
        }
        while (!page.step()) {
            if (page.next() >= field.leavesEnd()) {
                return null;
            }
            page.read(page.next());
            sought = false;
        }
        return page.term;
    }

    @Override
    public boolean seekExact(BytesRef wanted) throws IOException {
        return seekCeil(wanted) == SeekStatus.FOUND;
    }

    /// Whoever looks up many terms in their order finds most of them in the page at hand.
    @Override
    public SeekStatus seekCeil(BytesRef wanted) throws IOException {
        if (field.terms() == 0) {
            return SeekStatus.END;
        }
        begun = true;
        if (!sought || !tree.holds(wanted)) {
            page.read(tree.leaf(wanted));
            sought = true;
        } else if (page.isBehind(wanted)) {
            page.rewind();
        }
        while (next() != null) {
            int order = TermTree.compare(page.term, wanted);
            if (order >= 0) {
                return order == 0 ? SeekStatus.FOUND : SeekStatus.NOT_FOUND;
            }
        }
        return SeekStatus.END;
    }

    @Override
    public void seekExact(long ord) {
        throw new UnsupportedOperationException();
    }

    @Override
    public BytesRef term() {
        return page.term;
    }

    @Override
    public long ord() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int docFreq() {
        return page.documents();
    }

    /// Not stored, because nobody asks but Lucene's own checker: counted.
    @Override
    public long totalTermFreq() throws IOException {
        if (!field.positions()) {
            return docFreq();
        }
        PostingsEnum each = postings(null, PostingsEnum.FREQS);
        long sum = 0;
        while (each.nextDoc() != PostingsEnum.NO_MORE_DOCS) {
            sum += each.freq();
        }
        return sum;
    }

    @Override
    public BlockPostings postings(@Nullable PostingsEnum reuse, int flags) throws IOException {
        return BlockPostings.of(reader, field, page, reuse, flags);
    }

    @Override
    public ImpactsEnum impacts(int flags) throws IOException {
        return new SlowImpactsEnum(postings(null, flags));
    }
}
