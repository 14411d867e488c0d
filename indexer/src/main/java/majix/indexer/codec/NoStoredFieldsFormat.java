package majix.indexer.codec;

import java.io.IOException;
import org.apache.lucene.codecs.StoredFieldsFormat;
import org.apache.lucene.codecs.StoredFieldsReader;
import org.apache.lucene.codecs.StoredFieldsWriter;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.MergeState;
import org.apache.lucene.index.SegmentInfo;
import org.apache.lucene.index.StoredFieldVisitor;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.util.BytesRef;

/// Lucene wants to keep stored fields of every document; mail is kept where it lies, so there are none, and no file.
final class NoStoredFieldsFormat extends StoredFieldsFormat {

    @Override
    public StoredFieldsReader fieldsReader(Directory directory, SegmentInfo info, FieldInfos fields,
            IOContext context) {
        return new Reader();
    }

    @Override
    public StoredFieldsWriter fieldsWriter(Directory directory, SegmentInfo info, IOContext context) {
        return new Writer();
    }

    private static final class Reader extends StoredFieldsReader {
        @Override
        public void document(int doc, StoredFieldVisitor visitor) {}

        @Override
        public StoredFieldsReader clone() {
            return new Reader();
        }

        @Override
        public void checkIntegrity() {}

        @Override
        public void close() {}
    }

    private static final class Writer extends StoredFieldsWriter {
        @Override
        public int merge(MergeState state) {
            return state.segmentInfo.maxDoc();
        }

        @Override
        public void startDocument() {}

        @Override
        public void writeField(FieldInfo info, int value) {
            throw none(info);
        }

        @Override
        public void writeField(FieldInfo info, long value) {
            throw none(info);
        }

        @Override
        public void writeField(FieldInfo info, float value) {
            throw none(info);
        }

        @Override
        public void writeField(FieldInfo info, double value) {
            throw none(info);
        }

        @Override
        public void writeField(FieldInfo info, BytesRef value) {
            throw none(info);
        }

        @Override
        public void writeField(FieldInfo info, String value) {
            throw none(info);
        }

        private static UnsupportedOperationException none(FieldInfo info) {
            return new UnsupportedOperationException("stored field " + info.name);
        }

        @Override
        public void finish(int documents) throws IOException {}

        @Override
        public void close() {}

        @Override
        public long ramBytesUsed() {
            return 0;
        }
    }
}
