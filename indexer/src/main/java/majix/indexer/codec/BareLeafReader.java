package majix.indexer.codec;

import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.DocValuesSkipper;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafMetaData;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.TermVectors;
import org.apache.lucene.search.AcceptDocs;
import org.apache.lucene.search.KnnCollector;
import org.jspecify.annotations.Nullable;

/// What a segment of mail does not have, so that [OpenSegment] says only what it has.
abstract class BareLeafReader extends LeafReader {

    @Override
    public @Nullable SortedNumericDocValues getSortedNumericDocValues(String field) {
        return null;
    }

    @Override
    public @Nullable SortedSetDocValues getSortedSetDocValues(String field) {
        return null;
    }

    @Override
    public @Nullable NumericDocValues getNormValues(String field) {
        return null;
    }

    @Override
    public @Nullable DocValuesSkipper getDocValuesSkipper(String field) {
        return null;
    }

    @Override
    public @Nullable FloatVectorValues getFloatVectorValues(String field) {
        return null;
    }

    @Override
    public @Nullable ByteVectorValues getByteVectorValues(String field) {
        return null;
    }

    @Override
    public void searchNearestVectors(String field, float[] target, KnnCollector collector, AcceptDocs accepted) {
        throw new UnsupportedOperationException(field);
    }

    @Override
    public void searchNearestVectors(String field, byte[] target, KnnCollector collector, AcceptDocs accepted) {
        throw new UnsupportedOperationException(field);
    }

    @Override
    public @Nullable PointValues getPointValues(String field) {
        return null;
    }

    @Override
    public FieldInfos getFieldInfos() {
        return FieldInfos.EMPTY;
    }

    @Override
    public TermVectors termVectors() {
        return TermVectors.EMPTY;
    }

    @Override
    public StoredFields storedFields() {
        throw new UnsupportedOperationException();
    }

    @Override
    public @Nullable CacheHelper getCoreCacheHelper() {
        return null;
    }

    @Override
    public @Nullable CacheHelper getReaderCacheHelper() {
        return null;
    }

    @Override
    public void checkIntegrity() {
        throw new UnsupportedOperationException();
    }

    @Override
    public LeafMetaData getMetaData() {
        throw new UnsupportedOperationException();
    }
}
