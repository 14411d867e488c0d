package majix.indexer.codec;

import java.io.IOException;
import org.apache.lucene.codecs.FieldsConsumer;
import org.apache.lucene.codecs.FieldsProducer;
import org.apache.lucene.codecs.PostingsFormat;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.util.IOUtils;

/// Terms and postings, for Lucene.
final class MajixPostingsFormat extends PostingsFormat {
    MajixPostingsFormat() {
        super(MajixCodec.NAME);
    }

    @Override
    public FieldsConsumer fieldsConsumer(SegmentWriteState state) throws IOException {
        String segment = state.segmentInfo.name;
        return new FieldsWriter(
                new PostingsWriter(state.directory, name(segment, state.segmentSuffix, SegmentFile.TERMS),
                        name(segment, state.segmentSuffix, SegmentFile.POSTINGS), state.segmentInfo.getId(),
                        state.segmentInfo.maxDoc(), state.context),
                state.fieldInfos, state.segmentInfo.maxDoc());
    }

    @Override
    public FieldsProducer fieldsProducer(SegmentReadState state) throws IOException {
        String segment = state.segmentInfo.name;
        String termsName = name(segment, state.segmentSuffix, SegmentFile.TERMS);
        String postingsName = name(segment, state.segmentSuffix, SegmentFile.POSTINGS);
        IndexInput terms = state.directory.openInput(termsName, state.context);
        IndexInput postings = null;
        try {
            postings = state.directory.openInput(postingsName, state.context);
            byte[] id = state.segmentInfo.getId();
            SegmentFile.contents(new InputBytes(postings), SegmentFile.mark(id, postingsName));
            return new FieldsReader(new TermsReader(new InputBytes(terms), new InputBytes(postings),
                    SegmentFile.mark(id, termsName), state.segmentInfo.maxDoc()));
        } catch (IOException | RuntimeException e) {
            IOUtils.closeWhileHandlingException(terms, postings);
            throw e;
        }
    }

    private static String name(String segment, String suffix, String extension) {
        return IndexFileNames.segmentFileName(segment, suffix, extension);
    }
}
