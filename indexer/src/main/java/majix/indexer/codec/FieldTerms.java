package majix.indexer.codec;

import java.io.IOException;
import majix.query.lucene.ScannableTerms;
import majix.query.lucene.TermScan;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// The terms of one field of a segment.
final class FieldTerms extends Terms implements ScannableTerms {
    private final TermsReader reader;
    private final FieldEntry field;

    FieldTerms(TermsReader reader, FieldEntry field) {
        this.reader = reader;
        this.field = field;
    }

    @Override
    public TermCursor iterator() {
        return new TermCursor(reader, field);
    }

    @Override
    public int pages() {
        return field.pages();
    }

    @Override
    public boolean knowsPages(byte[] bytes, int at) {
        return Grams.counts(bytes, at) && reader.grams(field.name()) != null;
    }

    @Override
    public @Nullable DocIdSetIterator pagesWith(byte[] bytes, int at) throws IOException {
        FieldEntry grams = reader.grams(field.name());
        if (grams == null) {
            return null;
        }
        TermCursor gram = new TermCursor(reader, grams);
        return gram.seekExact(new BytesRef(bytes, at, GRAM)) ? gram.postings(null, PostingsEnum.NONE) : null;
    }

    @Override
    public @Nullable DocIdSetIterator unknownPages() throws IOException {
        return pagesWith(Grams.bytes(Grams.ANY), 0);
    }

    @Override
    public TermScan scan(int @Nullable [] pages, int from, int end) {
        return new TermsScan(reader, field, pages, from, end);
    }

    @Override
    public long size() {
        return field.terms();
    }

    @Override
    public long getSumTotalTermFreq() {
        return field.occurrences();
    }

    @Override
    public long getSumDocFreq() {
        return field.postings();
    }

    @Override
    public int getDocCount() {
        return field.documents();
    }

    @Override
    public boolean hasFreqs() {
        return field.positions();
    }

    @Override
    public boolean hasOffsets() {
        return false;
    }

    @Override
    public boolean hasPositions() {
        return field.positions();
    }

    @Override
    public boolean hasPayloads() {
        return false;
    }
}
