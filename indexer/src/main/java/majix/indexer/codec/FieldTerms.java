package majix.indexer.codec;

import java.io.IOException;
import majix.query.lucene.ScannableTerms;
import majix.query.lucene.TermScan;
import org.apache.lucene.index.Terms;

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
    public TermScan scan(int part, int parts) throws IOException {
        TermCursor cursor = new TermCursor(reader, field);
        cursor.part(part, parts);
        return cursor;
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
