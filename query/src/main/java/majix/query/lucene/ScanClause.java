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
    /// Fewer pages than this are scanned by one thread.
    private static final int WORTH_A_THREAD = 2_000;

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
            } else if (terms instanceof ScannableTerms scannable) {
                scan(scannable, found);
            } else {
                walk(terms.iterator(), found);
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
            found.addMore(postings);
        }
    }

    private static boolean startsWith(BytesRef term, BytesRef prefix) {
        return term.length >= prefix.length && Arrays.equals(term.bytes, term.offset, term.offset + prefix.length,
                prefix.bytes, prefix.offset, prefix.offset + prefix.length);
    }

    private void walk(TermsEnum terms, Docs found) throws IOException {
        Pattern matcher = Pattern.of(pattern, errors, anchored);
        PostingsEnum postings = null;
        for (BytesRef term = terms.next(); term != null; term = terms.next()) {
            if (matcher.matches(term.bytes, term.offset, term.length)) {
                postings = terms.postings(postings, PostingsEnum.NONE);
                found.addMore(postings);
            }
        }
    }

    private void scan(ScannableTerms terms, Docs found) throws IOException {
        int[] pages = PageFilter.pages(terms, pattern, errors);
        int count = pages == null ? terms.pages() : pages.length;
        if (count < WORTH_A_THREAD) {
            scan(terms.scan(pages, 0, count), found);
            return;
        }
        int middle = count / 2;
        Half other = new Half(terms.scan(pages, middle, count), found.maxDoc());
        other.begin();
        scan(terms.scan(pages, 0, middle), found);
        other.await();
        found.addAll(other.docs);
    }

    private void scan(TermScan terms, Docs found) throws IOException {
        TermMatcher matcher = TermMatcher.of(pattern, errors, anchored);
        PostingsEnum postings = null;
        while (terms.next(matcher)) {
            postings = terms.documents(postings);
            found.addMore(postings);
        }
    }

    /// What another thread scans.
    private final class Half extends Beside {
        private final TermScan terms;
        private final Docs docs;

        Half(TermScan terms, int maxDoc) {
            super("scan");
            this.terms = terms;
            this.docs = new Docs(maxDoc);
        }

        @Override
        void work() throws IOException {
            scan(terms, docs);
        }
    }
}
