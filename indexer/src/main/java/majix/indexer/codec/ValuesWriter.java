package majix.indexer.codec;

import java.io.IOException;
import org.apache.lucene.codecs.DocValuesConsumer;
import org.apache.lucene.codecs.DocValuesProducer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;

/// Writes columns that Lucene hands over.
final class ValuesWriter extends DocValuesConsumer {
    private final ColumnsWriter writer;

    ValuesWriter(ColumnsWriter writer) {
        this.writer = writer;
    }

    @Override
    public void addNumericField(FieldInfo field, DocValuesProducer producer) throws IOException {
        writer.numbers(field.name, () -> new Numbers(producer.getNumeric(field)));
    }

    @Override
    public void addBinaryField(FieldInfo field, DocValuesProducer producer) throws IOException {
        writer.bytes(field.name, () -> new Strings(producer.getBinary(field)));
    }

    @Override
    public void addSortedField(FieldInfo field, DocValuesProducer producer) throws IOException {
        SortedDocValues sorted = producer.getSorted(field);
        BytesRef[] values = new BytesRef[sorted.getValueCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = BytesRef.deepCopyOf(sorted.lookupOrd(i));
        }
        writer.sorted(field.name, () -> new Places(producer.getSorted(field)), values);
    }

    @Override
    public void addSortedNumericField(FieldInfo field, DocValuesProducer producer) {
        throw new UnsupportedOperationException(field.name);
    }

    @Override
    public void addSortedSetField(FieldInfo field, DocValuesProducer producer) {
        throw new UnsupportedOperationException(field.name);
    }

    private record Numbers(NumericDocValues values) implements ColumnsWriter.Values {
        @Override
        public int next() throws IOException {
            return values.nextDoc();
        }

        @Override
        public long number() throws IOException {
            return values.longValue();
        }

        @Override
        public BytesRef bytes() {
            throw new UnsupportedOperationException();
        }
    }

    private record Places(SortedDocValues values) implements ColumnsWriter.Values {
        @Override
        public int next() throws IOException {
            return values.nextDoc();
        }

        @Override
        public long number() throws IOException {
            return values.ordValue();
        }

        @Override
        public BytesRef bytes() {
            throw new UnsupportedOperationException();
        }
    }

    private record Strings(BinaryDocValues values) implements ColumnsWriter.Values {
        @Override
        public int next() throws IOException {
            return values.nextDoc();
        }

        @Override
        public long number() {
            throw new UnsupportedOperationException();
        }

        @Override
        public BytesRef bytes() throws IOException {
            return values.binaryValue();
        }
    }

    @Override
    public void close() throws IOException {
        try (ColumnsWriter closing = writer) {
            closing.finish();
        }
    }
}
