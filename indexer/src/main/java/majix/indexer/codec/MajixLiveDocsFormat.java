package majix.indexer.codec;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.codecs.LiveDocsFormat;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.Bits;

/// Which documents of a segment are not deleted, for Lucene.
final class MajixLiveDocsFormat extends LiveDocsFormat {

    @Override
    public Bits readLiveDocs(Directory directory, SegmentCommitInfo info, IOContext context) throws IOException {
        String name = name(info, info.getDelGen());
        try (IndexInput input = directory.openInput(name, IOContext.READONCE)) {
            return LiveDocs.read(new InputBytes(input), SegmentFile.mark(info.info.getId(), name),
                    info.info.maxDoc());
        }
    }

    @Override
    public void writeLiveDocs(Bits bits, Directory directory, SegmentCommitInfo info, int newDeletions,
            IOContext context) throws IOException {
        try (IndexOutput out = directory.createOutput(name(info, info.getNextDelGen()), context)) {
            LiveDocs.write(bits, out, info.info.getId());
        }
    }

    @Override
    public void files(SegmentCommitInfo info, Collection<String> files) {
        if (info.hasDeletions()) {
            files.add(name(info, info.getDelGen()));
        }
    }

    private static String name(SegmentCommitInfo info, long generation) {
        return IndexFileNames.fileNameFromGeneration(info.info.name, SegmentFile.LIVE, generation);
    }
}
