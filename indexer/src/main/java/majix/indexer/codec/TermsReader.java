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
    /// For the constructor: take the number of documents that the file tells.
    static final int AS_STORED = -1;

    private final List<FieldEntry> fields = new ArrayList<>();

    /// @throws org.apache.lucene.index.CorruptIndexException if the files are not whole or of another segment
    TermsReader(Bytes terms, Bytes postings, byte[] segmentId, int maxDoc) throws IOException {
        this.terms = terms;
        this.postings = postings;
        byte[] contents = SegmentFile.contents(terms, segmentId);
        Cursor in = new Cursor(new ArrayBytes(contents));
        this.maxDoc = in.vint();
        if (maxDoc != AS_STORED && maxDoc != this.maxDoc) {
            throw SegmentFile.damage(terms, "wrong number of documents");
        }
        while (in.position() < contents.length) {
            fields.add(FieldEntry.read(in));
        }
    }

    List<FieldEntry> fields() {
        return fields;
    }

    @Nullable
    FieldEntry field(String name) {
        for (FieldEntry field : fields) {
            if (field.name().equals(name)) {
                return field;
            }
        }
        return null;
    }

    @Nullable
    FieldTerms terms(String name) {
        FieldEntry field = field(name);
        return field == null ? null : new FieldTerms(this, field);
    }
}
