package majix.indexer.codec;

import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.CompoundFormat;
import org.apache.lucene.codecs.DocValuesFormat;
import org.apache.lucene.codecs.FieldInfosFormat;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.LiveDocsFormat;
import org.apache.lucene.codecs.NormsFormat;
import org.apache.lucene.codecs.PointsFormat;
import org.apache.lucene.codecs.PostingsFormat;
import org.apache.lucene.codecs.SegmentInfoFormat;
import org.apache.lucene.codecs.StoredFieldsFormat;
import org.apache.lucene.codecs.TermVectorsFormat;
import org.apache.lucene.codecs.lucene90.Lucene90CompoundFormat;
import org.apache.lucene.codecs.lucene94.Lucene94FieldInfosFormat;
import org.apache.lucene.codecs.lucene99.Lucene99SegmentInfoFormat;

/// How majix's segments are stored, for Lucene. The name stands in every commit; a change of the format takes another.
public final class MajixCodec extends Codec {
    /// The codec's name.
    public static final String NAME = "Majix1";

    private final PostingsFormat postings = new MajixPostingsFormat();
    private final DocValuesFormat columns = new MajixColumnsFormat();
    private final LiveDocsFormat live = new MajixLiveDocsFormat();
    private final StoredFieldsFormat stored = new NoStoredFieldsFormat();

    /// For Lucene, which finds codecs by their names.
    public MajixCodec() {
        super(NAME);
    }

    @Override
    public PostingsFormat postingsFormat() {
        return postings;
    }

    @Override
    public DocValuesFormat docValuesFormat() {
        return columns;
    }

    @Override
    public StoredFieldsFormat storedFieldsFormat() {
        return stored;
    }

    @Override
    public LiveDocsFormat liveDocsFormat() {
        return live;
    }

    @Override
    public FieldInfosFormat fieldInfosFormat() {
        return new Lucene94FieldInfosFormat();
    }

    @Override
    public SegmentInfoFormat segmentInfoFormat() {
        return new Lucene99SegmentInfoFormat();
    }

    @Override
    public CompoundFormat compoundFormat() {
        return new Lucene90CompoundFormat();
    }

    @Override
    public KnnVectorsFormat knnVectorsFormat() {
        return KnnVectorsFormat.EMPTY;
    }

    @Override
    public TermVectorsFormat termVectorsFormat() {
        throw none("term vectors");
    }

    @Override
    public NormsFormat normsFormat() {
        throw none("norms");
    }

    @Override
    public PointsFormat pointsFormat() {
        throw none("points");
    }

    private static UnsupportedOperationException none(String what) {
        return new UnsupportedOperationException("an index of mail has no " + what);
    }
}
