package majix.query.lucene;

import java.io.IOException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Documents with a token in a field.
record TermClause(String field, BytesRef token) implements Clause {

    TermClause(String field, String token) {
        this(field, new BytesRef(token));
    }

    @Override
    public long cost(LeafReader reader) throws IOException {
        TermsEnum terms = find(reader, field, token);
        return terms == null ? 0 : terms.docFreq();
    }

    @Override
    public Docs find(LeafReader reader) throws IOException {
        Docs docs = new Docs(reader.maxDoc());
        TermsEnum terms = find(reader, field, token);
        if (terms != null) {
            docs.addAll(terms.postings(null, PostingsEnum.NONE));
        }
        return docs;
    }

    @Override
    public void retain(LeafReader reader, Docs candidates) throws IOException {
        TermsEnum terms = find(reader, field, token);
        if (terms == null) {
            candidates.keep(doc -> false);
        } else {
            candidates.keepAll(terms.postings(null, PostingsEnum.NONE));
        }
    }

    @Override
    public String toString() {
        return field + ":" + token.utf8ToString();
    }

    /// The dictionary at a token, null if the segment does not have it.
    static @Nullable TermsEnum find(LeafReader reader, String field, BytesRef token) throws IOException {
        Terms terms = reader.terms(field);
        if (terms == null) {
            return null;
        }
        TermsEnum place = terms.iterator();
        return place.seekExact(token) ? place : null;
    }
}
