package majix.indexer.codec;

import java.io.IOException;
import org.apache.lucene.codecs.DocValuesConsumer;
import org.apache.lucene.codecs.DocValuesFormat;
import org.apache.lucene.codecs.DocValuesProducer;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.util.IOUtils;

/// Columns, which Lucene calls doc values, for Lucene.
final class MajixColumnsFormat extends DocValuesFormat {
    MajixColumnsFormat() {
        super(MajixCodec.NAME);
    }

    @Override
    public DocValuesConsumer fieldsConsumer(SegmentWriteState state) throws IOException {
        String name = IndexFileNames.segmentFileName(state.segmentInfo.name, state.segmentSuffix, SegmentFile.COLUMNS);
        return new ValuesWriter(new ColumnsWriter(state.directory.createOutput(name, state.context),
                state.segmentInfo.getId(), state.segmentInfo.maxDoc()));
    }

    @Override
    public DocValuesProducer fieldsProducer(SegmentReadState state) throws IOException {
        String name = IndexFileNames.segmentFileName(state.segmentInfo.name, state.segmentSuffix, SegmentFile.COLUMNS);
        IndexInput input = state.directory.openInput(name, state.context);
        try {
            return new ValuesReader(
                    new ColumnsReader(new InputBytes(input), SegmentFile.mark(state.segmentInfo.getId(), name),
                            state.segmentInfo.maxDoc()));
        } catch (IOException | RuntimeException e) {
            IOUtils.closeWhileHandlingException(input);
            throw e;
        }
    }
}
