package majix.indexer.codec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The indexed fields of one open segment.
final class TermsReader {
    final Bytes terms;
    final Bytes postings;
    final int maxDoc;
    private final List<FieldEntry> fields = new ArrayList<>();

    /// @throws org.apache.lucene.index.CorruptIndexException if the files are not whole or of another segment
    TermsReader(Bytes terms, Bytes postings, byte[] segmentId, int maxDoc) throws IOException {
        this.terms = terms;
        this.postings = postings;
        this.maxDoc = maxDoc;
        byte[] contents = SegmentFile.contents(terms, segmentId);
        SegmentFile.contents(postings, segmentId);
        Cursor in = new Cursor(new ArrayBytes(contents));
        while (in.position() < contents.length) {
            fields.add(FieldEntry.read(in));
        }
    }

    List<FieldEntry> fields() {
        return fields;
    }

    @Nullable
    FieldTerms terms(String name) {
        for (FieldEntry field : fields) {
            if (field.name().equals(name)) {
                return new FieldTerms(this, field);
            }
        }
        return null;
    }
}
