package majix.indexer.codec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.codecs.FieldsConsumer;
import org.apache.lucene.codecs.FieldsProducer;
import org.apache.lucene.codecs.NormsProducer;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.Fields;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.MergeState;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Writes indexed fields that Lucene hands over.
final class FieldsWriter extends FieldsConsumer {
    private final PostingsWriter writer;
    private final FieldInfos infos;
    private final int maxDoc;
    private int[] places = new int[64];

    FieldsWriter(PostingsWriter writer, FieldInfos infos, int maxDoc) {
        this.writer = writer;
        this.infos = infos;
        this.maxDoc = maxDoc;
    }

    @Override
    public void write(Fields fields, @Nullable NormsProducer norms) throws IOException {
        for (String field : fields) {
            Terms terms = fields.terms(field);
            if (terms != null) {
                boolean positions = infos.fieldInfo(field)
                        .getIndexOptions() == IndexOptions.DOCS_AND_FREQS_AND_POSITIONS;
                writer.startField(field, positions, positions ? ends(terms) : new int[0]);
                terms(terms, positions);
                writer.endField();
            }
        }
        writer.finish();
    }

    @Override
    public void merge(MergeState state, @Nullable NormsProducer norms) throws IOException {
        List<TermsReader> readers = new ArrayList<>();
        for (FieldsProducer producer : state.fieldsProducers) {
            if (producer instanceof FieldsReader fields) {
                fields.checkIntegrity();
                readers.add(fields.reader());
            }
        }
        if (readers.size() == state.fieldsProducers.length) {
            new TermsMerger(state, readers, writer).merge();
        } else {
            super.merge(state, norms);
        }
    }

    private int[] ends(Terms terms) throws IOException {
        int[] ends = new int[maxDoc];
        TermsEnum each = terms.iterator();
        PostingsEnum postings = null;
        while (each.next() != null) {
            postings = each.postings(postings, PostingsEnum.POSITIONS);
            for (int doc = postings.nextDoc(); doc != PostingsEnum.NO_MORE_DOCS; doc = postings.nextDoc()) {
                for (int left = postings.freq(); left > 0; left--) {
                    ends[doc] = Math.max(ends[doc], postings.nextPosition() + 1);
                }
            }
        }
        return ends;
    }

    private void terms(Terms terms, boolean positions) throws IOException {
        TermsEnum each = terms.iterator();
        PostingsEnum postings = null;
        for (BytesRef term = each.next(); term != null; term = each.next()) {
            writer.startTerm(term.bytes, term.offset, term.length);
            postings = each.postings(postings, positions ? PostingsEnum.POSITIONS : PostingsEnum.NONE);
            for (int doc = postings.nextDoc(); doc != PostingsEnum.NO_MORE_DOCS; doc = postings.nextDoc()) {
                int count = positions ? places(postings) : 0;
                writer.posting(doc, places, 0, count);
            }
            writer.endTerm();
        }
    }

    /// The positions in a document; those that are the same are one.
    private int places(PostingsEnum postings) throws IOException {
        int count = 0;
        for (int left = postings.freq(); left > 0; left--) {
            int place = postings.nextPosition();
            if (count == 0 || places[count - 1] != place) {
                places = ArrayUtil.grow(places, count + 1);
                places[count++] = place;
            }
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
