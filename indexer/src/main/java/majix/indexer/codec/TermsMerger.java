package majix.indexer.codec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.apache.lucene.index.MergeState;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Merges the terms of segments that are all of this codec. Lucene's own way of merging goes through five layers for
/// each position of each word of each message.
final class TermsMerger {
    private final MergeState state;
    private final List<TermsReader> readers;
    private final PostingsWriter writer;

    /// @param readers in the order of the merge
    TermsMerger(MergeState state, List<TermsReader> readers, PostingsWriter writer) {
        this.state = state;
        this.readers = readers;
        this.writer = writer;
    }

    void merge() throws IOException {
        Set<String> names = new LinkedHashSet<>();
        for (TermsReader reader : readers) {
            reader.fields().forEach(field -> names.add(field.name()));
        }
        for (String name : names) {
            field(name);
        }
        writer.finish();
    }

    private void field(String name) throws IOException {
        List<Source> sources = new ArrayList<>();
        boolean positions = false;
        for (int i = 0; i < readers.size(); i++) {
            FieldEntry field = readers.get(i).field(name);
            if (field != null) {
                positions |= field.positions();
                sources.add(new Source(i, readers.get(i), field, state.liveDocs[i], state.docMaps[i]));
            }
        }
        int[] ends = new int[positions ? state.segmentInfo.maxDoc() : 0];
        for (Source source : sources) {
            source.ends(ends);
        }
        writer.startField(name, positions, ends);
        terms(sources);
        writer.endField();
    }

    private void terms(List<Source> sources) throws IOException {
        PriorityQueue<Source> queue = new PriorityQueue<>();
        for (Source source : sources) {
            if (source.next()) {
                queue.add(source);
            }
        }
        List<Source> same = new ArrayList<>();
        for (int count = 0; !queue.isEmpty(); count++) {
            if ((count & 0xFFF) == 0) {
                state.checkAborted();
            }
            Source first = queue.remove();
            same.add(first);
            while (!queue.isEmpty() && queue.element().term.bytesEquals(first.term)) {
                same.add(queue.remove());
            }
            writer.startTerm(first.term.bytes, first.term.offset, first.term.length);
            for (Source source : same) {
                source.postings(writer);
            }
            writer.endTerm();
            for (Source source : same) {
                if (source.next()) {
                    queue.add(source);
                }
            }
            same.clear();
        }
    }

    /// One field of one of the segments.
    private static final class Source implements Comparable<Source> {
        private final int number;
        private final TermsReader reader;
        private final FieldEntry field;
        private final @Nullable Bits live;
        private final MergeState.DocMap map;
        private final int base;
        private final TermCursor terms;
        private BytesRef term = new BytesRef();
        private final int[] ends;
        private BlockPostings postings;

        Source(int number, TermsReader reader, FieldEntry field, @Nullable Bits live,
                MergeState.DocMap map) {
            this.number = number;
            this.reader = reader;
            this.field = field;
            this.live = live;
            this.map = map;
            this.base = live == null ? map.get(0) : 0;
            this.terms = new TermCursor(reader, field);
            this.ends = new int[field.endWidth() == 0 ? 0 : reader.maxDoc];
            this.postings = new BlockPostings(reader, field, ends);
        }

        private int mapped(int doc) {
            return live == null ? base + doc : map.get(doc);
        }

        void ends(int[] into) throws IOException {
            if (field.endWidth() == 0) {
                return;
            }
            Cursor in = new Cursor(reader.postings);
            in.seek(field.ends());
            for (int doc = 0; doc < reader.maxDoc; doc++) {
                ends[doc] = (int) in.fixed(field.endWidth());
                int to = mapped(doc);
                if (to >= 0) {
                    into[to] = ends[doc];
                }
            }
        }

        boolean next() throws IOException {
            BytesRef next = terms.next();
            if (next == null) {
                return false;
            }
            term = next;
            return true;
        }

        void postings(PostingsWriter writer) throws IOException {
            postings = terms.postings(postings, PostingsEnum.POSITIONS);
            for (int doc = postings.nextDoc(); doc != PostingsEnum.NO_MORE_DOCS; doc = postings.nextDoc()) {
                int to = mapped(doc);
                if (to >= 0) {
                    int count = postings.readPositions();
                    writer.posting(to, postings.positions(), 0, count);
                }
            }
        }

        @Override
        public int compareTo(Source other) {
            int order = term.compareTo(other.term);
            return order != 0 ? order : Integer.compare(number, other.number);
        }
    }
}
