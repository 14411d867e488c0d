package majix.indexer.codec;

import java.io.IOException;
import java.util.Iterator;
import org.apache.lucene.codecs.FieldsProducer;
import org.apache.lucene.index.Terms;
import org.jspecify.annotations.Nullable;

/// The indexed fields of a segment, for Lucene.
final class FieldsReader extends FieldsProducer {
    private final TermsReader reader;

    FieldsReader(TermsReader reader) {
        this.reader = reader;
    }

    TermsReader reader() {
        return reader;
    }

    @Override
    public Iterator<String> iterator() {
        return reader.fields().stream().map(FieldEntry::name).sorted().iterator();
    }

    @Override
    public @Nullable Terms terms(String field) {
        return reader.terms(field);
    }

    @Override
    public int size() {
        return reader.fields().size();
    }

    @Override
    public void checkIntegrity() throws IOException {
        SegmentFile.check(reader.terms);
        SegmentFile.check(reader.postings);
    }

    @Override
    public void close() throws IOException {
        reader.terms.close();
        reader.postings.close();
    }
}
