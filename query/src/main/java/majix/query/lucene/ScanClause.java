package majix.query.lucene;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/// Documents with a token in a field that contains a pattern, or begins with it, within a number of errors: a scan of
/// the field's dictionary, or of the stretch of it that a prefix selects.
record ScanClause(String field, String pattern, int errors, boolean anchored) implements Clause {

    @Override
    public long cost(LeafReader reader) throws IOException {
        Terms terms = reader.terms(field);
        return terms == null ? 0 : 2L * reader.maxDoc() + Math.max(terms.size(), 0);
    }

    @Override
    public Docs find(LeafReader reader) throws IOException {
        Docs found = new Docs(reader.maxDoc());
        Terms terms = reader.terms(field);
        if (terms != null) {
            if (anchored && errors == 0) {
                prefix(terms.iterator(), found);
            } else {
                scan(terms.iterator(), found);
            }
        }
        return found;
    }

    private void prefix(TermsEnum terms, Docs found) throws IOException {
        BytesRef prefix = new BytesRef(pattern);
        if (terms.seekCeil(prefix) == TermsEnum.SeekStatus.END) {
            return;
        }
        PostingsEnum postings = null;
        for (BytesRef term = terms.term(); term != null && startsWith(term, prefix); term = terms.next()) {
            postings = terms.postings(postings, PostingsEnum.NONE);
            add(postings, found);
        }
    }

    private static boolean startsWith(BytesRef term, BytesRef prefix) {
        return term.length >= prefix.length && Arrays.equals(term.bytes, term.offset, term.offset + prefix.length,
                prefix.bytes, prefix.offset, prefix.offset + prefix.length);
    }

    private void scan(TermsEnum terms, Docs found) throws IOException {
        Pattern matcher = Pattern.of(pattern, errors, anchored);
        PostingsEnum postings = null;
        for (BytesRef term = terms.next(); term != null; term = terms.next()) {
            if (matcher.matches(term.bytes, term.offset, term.length)) {
                postings = terms.postings(postings, PostingsEnum.NONE);
                add(postings, found);
            }
        }
    }

    private static void add(PostingsEnum postings, Docs found) throws IOException {
        Docs some = new Docs(found.maxDoc());
        some.addAll(postings);
        found.addAll(some);
    }
}
