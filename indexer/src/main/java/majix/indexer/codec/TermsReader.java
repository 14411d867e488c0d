package majix.indexer.codec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import majix.indexer.codec.FieldEntry.Kind;
import org.jspecify.annotations.Nullable;

/// The indexed fields of one open segment.
final class TermsReader {
    final Bytes terms;
    final Bytes postings;
    final int maxDoc;
    /// For the constructor: take the number of documents that the file tells.
    static final int AS_STORED = -1;

    private final List<FieldEntry> fields = new ArrayList<>();
    private final List<FieldEntry> grams = new ArrayList<>();

    /// @param mark of the file of terms, see [SegmentFile#mark]
    /// @throws org.apache.lucene.index.CorruptIndexException if that is not whole or is another one
    TermsReader(Bytes terms, Bytes postings, byte[] mark, int maxDoc) throws IOException {
        this.terms = terms;
        this.postings = postings;
        byte[] contents = SegmentFile.contents(terms, mark);
        Cursor in = new Cursor(new ArrayBytes(contents));
        this.maxDoc = in.vint();
        if (maxDoc != AS_STORED && maxDoc != this.maxDoc) {
            throw SegmentFile.damage(terms, "wrong number of documents");
        }
        while (in.position() < contents.length) {
            FieldEntry field = FieldEntry.read(in);
            (field.kind() == Kind.PAGES ? grams : fields).add(field);
        }
    }

    List<FieldEntry> fields() {
        return fields;
    }

    @Nullable
    FieldEntry field(String name) {
        return find(fields, name);
    }

    /// The grams of a field's dictionary; null if it is too small for it.
    @Nullable
    FieldEntry grams(String name) {
        return find(grams, name);
    }

    private static @Nullable FieldEntry find(List<FieldEntry> among, String name) {
        for (FieldEntry field : among) {
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
