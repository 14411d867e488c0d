package majix.query.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Documents with tokens in their order in a field, and at most `gap` further positions between the first and the last.
/// Lucene's own sloppy phrase also accepts other orders.
record PhraseClause(String field, List<String> tokens, int gap) implements Clause {
    /// Fewer candidates than this are looked at by one thread.
    private static final int WORTH_A_THREAD = 4_000;

    PhraseClause {
        tokens = List.copyOf(tokens);
    }

    @Override
    public long cost(LeafReader reader) throws IOException {
        long least = reader.maxDoc();
        for (String token : tokens) {
            TermsEnum terms = TermClause.find(reader, field, new BytesRef(token));
            least = Math.min(least, terms == null ? 0 : terms.docFreq());
        }
        return least * 2;
    }

    @Override
    public Docs find(LeafReader reader) throws IOException {
        Track[] tracks = tracks(reader);
        Docs docs = new Docs(reader.maxDoc());
        if (tracks != null) {
            Track rarest = tracks[0];
            for (Track track : tracks) {
                rarest = track.terms.docFreq() < rarest.terms.docFreq() ? track : rarest;
            }
            docs.addAll(rarest.terms.postings(null, PostingsEnum.NONE));
            retain(tracks, rarest, docs);
        }
        return docs;
    }

    @Override
    public void retain(LeafReader reader, Docs candidates) throws IOException {
        Track[] tracks = tracks(reader);
        if (tracks == null) {
            candidates.keep(doc -> false);
        } else {
            retain(tracks, null, candidates);
        }
    }

    /// @param known the token that is known to be in the candidates
    private void retain(Track[] tracks, @Nullable Track known, Docs candidates) throws IOException {
        for (Track track : tracks) {
            if (!track.equals(known)) {
                candidates.keepAll(track.terms.postings(null, PostingsEnum.NONE));
            }
        }
        if (candidates.size() < WORTH_A_THREAD) {
            match(tracks, candidates);
            return;
        }
        Half other = new Half(tracks, candidates.cut(candidates.maxDoc() / 2));
        other.begin();
        match(tracks, candidates);
        other.await();
        candidates.addAll(other.candidates);
    }

    private void match(Track[] tracks, Docs candidates) throws IOException {
        for (Track track : tracks) {
            track.open();
        }
        candidates.keep(doc -> {
            for (Track track : tracks) {
                track.read(doc);
            }
            return matches(tracks);
        });
    }

    /// Candidates that another thread looks at.
    private final class Half extends Beside {
        private final Track[] tracks;
        private final Docs candidates;

        Half(Track[] others, Docs candidates) throws IOException {
            super("phrase");
            this.candidates = candidates;
            tracks = new Track[others.length];
            for (int i = 0; i < tracks.length; i++) {
                tracks[i] = new Track(others[i].terms);
                // while nobody else is at the dictionary
                tracks[i].open();
            }
        }

        @Override
        void work() throws IOException {
            match(tracks, candidates);
        }
    }

    private Track @Nullable [] tracks(LeafReader reader) throws IOException {
        Track[] tracks = new Track[tokens.size()];
        for (int i = 0; i < tracks.length; i++) {
            TermsEnum terms = TermClause.find(reader, field, new BytesRef(tokens.get(i)));
            if (terms == null) {
                return null;
            }
            tracks[i] = new Track(terms);
        }
        return tracks;
    }

    /// For every place of the first token the nearest place of the second after it, and so on: the shortest stretch
    /// that begins there. Places only move forward, so every position is looked at once.
    private boolean matches(Track[] tracks) {
        Track head = tracks[0];
        for (; head.at < head.count; head.at++) {
            int start = head.positions[head.at];
            int end = start;
            for (int i = 1; i < tracks.length; i++) {
                if (!tracks[i].moveBeyond(end)) {
                    return false;
                }
                end = tracks[i].positions[tracks[i].at];
            }
            if (end - start - (tracks.length - 1) <= gap) {
                return true;
            }
        }
        return false;
    }

    /// The positions of one token in the document at hand.
    private static final class Track {
        private final TermsEnum terms;
        private @Nullable PostingsEnum postings;
        private int[] positions = new int[8];
        private int count;
        private int at;

        Track(TermsEnum terms) {
            this.terms = terms;
        }

        void open() throws IOException {
            if (postings == null) {
                postings = terms.postings(null, PostingsEnum.POSITIONS);
            }
        }

        /// Goes to a document that has the token; the track is open.
        void read(int doc) throws IOException {
            PostingsEnum postings = Objects.requireNonNull(this.postings);
            postings.advance(doc);
            at = 0;
            if (postings instanceof PositionRows rows) {
                count = rows.readPositions();
                positions = rows.positions();
                return;
            }
            count = postings.freq();
            if (positions.length < count) {
                positions = new int[2 * count];
            }
            for (int i = 0; i < count; i++) {
                positions[i] = postings.nextPosition();
            }
        }

        boolean moveBeyond(int position) {
            while (at < count && positions[at] <= position) {
                at++;
            }
            return at < count;
        }
    }
}
