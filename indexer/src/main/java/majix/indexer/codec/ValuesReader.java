package majix.indexer.codec;

import java.io.IOException;
import org.apache.lucene.codecs.DocValuesProducer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.DocValuesSkipper;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.jspecify.annotations.Nullable;

/// The columns of a segment, for Lucene. A column without any value is not stored.
final class ValuesReader extends DocValuesProducer {
    private final ColumnsReader reader;

    ValuesReader(ColumnsReader reader) {
        this.reader = reader;
    }

    @Override
    public NumericDocValues getNumeric(FieldInfo field) {
        NumberColumn column = reader.numbers(field.name);
        return column == null ? DocValues.emptyNumeric() : column;
    }

    @Override
    public BinaryDocValues getBinary(FieldInfo field) {
        BytesColumn column = reader.bytes(field.name);
        return column == null ? DocValues.emptyBinary() : column;
    }

    @Override
    public SortedDocValues getSorted(FieldInfo field) throws IOException {
        SortedColumn column = reader.sorted(field.name);
        return column == null ? DocValues.emptySorted() : column;
    }

    @Override
    public SortedNumericDocValues getSortedNumeric(FieldInfo field) {
        throw new UnsupportedOperationException(field.name);
    }

    @Override
    public SortedSetDocValues getSortedSet(FieldInfo field) {
        throw new UnsupportedOperationException(field.name);
    }

    @Override
    public @Nullable DocValuesSkipper getSkipper(FieldInfo field) {
        return null;
    }

    @Override
    public void checkIntegrity() throws IOException {
        SegmentFile.check(reader.file);
    }

    @Override
    public void close() throws IOException {
        reader.file.close();
    }
}
