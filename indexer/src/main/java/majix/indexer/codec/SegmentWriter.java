package majix.indexer.codec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValuesSkipIndexType;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.VectorEncoding;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FlushInfo;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.IOUtils;
import org.apache.lucene.util.StringHelper;
import org.apache.lucene.util.Version;
import org.jspecify.annotations.Nullable;

/// Writes an index of one segment into an empty directory, from memory. Lucene's writer takes it over as it is
/// (`addIndexes`).
public final class SegmentWriter implements SegmentSink, AutoCloseable {
    private static final String SEGMENT = "_0";

    private final MajixCodec codec = new MajixCodec();
    private final Directory directory;
    private final SegmentInfo info;
    private final IOContext context;
    private final PostingsWriter postings;
    private final ColumnsWriter columns;
    /// Each name with what is indexed and stored of it.
    private final Map<String, FieldInfo> fields = new LinkedHashMap<>();

    /// @param maxDoc number of documents, at least 1
    public SegmentWriter(Directory directory, int maxDoc) throws IOException {
        this.directory = directory;
        context = IOContext.flush(new FlushInfo(maxDoc, 0));
        byte[] id = StringHelper.randomId();
        info = new SegmentInfo(directory, Version.LATEST, Version.LATEST, SEGMENT, maxDoc, false, false, codec,
                Map.of(),
                id, Map.of(), null);
        postings = new PostingsWriter(directory, name(SegmentFile.TERMS), name(SegmentFile.POSTINGS), id, maxDoc,
                context);
        try {
            columns = new ColumnsWriter(directory.createOutput(name(SegmentFile.COLUMNS), context), id, maxDoc);
        } catch (IOException | RuntimeException e) {
            IOUtils.closeWhileHandlingException(postings);
            throw e;
        }
    }

    private static String name(String extension) {
        return IndexFileNames.segmentFileName(SEGMENT, "", extension);
    }

    private void field(String name, IndexOptions options, DocValuesType type) {
        FieldInfo old = fields.get(name);
        IndexOptions indexed = options == IndexOptions.NONE && old != null ? old.getIndexOptions() : options;
        DocValuesType stored = type == DocValuesType.NONE && old != null ? old.getDocValuesType() : type;
        fields.put(name, new FieldInfo(name, old == null ? fields.size() : old.number, false,
                indexed != IndexOptions.NONE, false, indexed, stored, DocValuesSkipIndexType.NONE, -1, Map.of(), 0, 0,
                0,
                0, VectorEncoding.FLOAT32, VectorSimilarityFunction.EUCLIDEAN, false, false));
    }

    @Override
    public void startField(String name, boolean positions, int[] ends) {
        field(name, positions ? IndexOptions.DOCS_AND_FREQS_AND_POSITIONS : IndexOptions.DOCS, DocValuesType.NONE);
        postings.startField(name, positions, ends);
    }

    @Override
    public void startTerm(byte[] bytes, int offset, int length) {
        postings.startTerm(bytes, offset, length);
    }

    @Override
    public void posting(int doc, int[] positions, int from, int count) {
        postings.posting(doc, positions, from, count);
    }

    @Override
    public void endTerm() throws IOException {
        postings.endTerm();
    }

    @Override
    public void endField() throws IOException {
        postings.endField();
    }

    @Override
    public void numbers(String name, long[] values, @Nullable FixedBitSet present) throws IOException {
        field(name, IndexOptions.NONE, DocValuesType.NUMERIC);
        columns.numbers(name, () -> new Column(info.maxDoc(), present) {
            @Override
            public long number() {
                return values[doc];
            }
        });
    }

    @Override
    public void bytes(String name, byte[] bytes, int[] offsets, @Nullable FixedBitSet present) throws IOException {
        field(name, IndexOptions.NONE, DocValuesType.BINARY);
        columns.bytes(name, () -> new Column(info.maxDoc(), present) {
            @Override
            public BytesRef bytes() {
                return new BytesRef(bytes, offsets[doc], offsets[doc + 1] - offsets[doc]);
            }
        });
    }

    @Override
    public void sorted(String name, BytesRef[] values, int[] ords) throws IOException {
        field(name, IndexOptions.NONE, DocValuesType.SORTED);
        FixedBitSet present = new FixedBitSet(info.maxDoc());
        for (int doc = 0; doc < info.maxDoc(); doc++) {
            if (ords[doc] >= 0) {
                present.set(doc);
            }
        }
        columns.sorted(name, () -> new Column(info.maxDoc(), present) {
            @Override
            public long number() {
                return ords[doc];
            }
        }, values);
    }

    /// The documents of a column one after the other.
    private static class Column implements ColumnsWriter.Values {
        private final int maxDoc;
        private final @Nullable FixedBitSet present;
        int doc = -1;

        Column(int maxDoc, @Nullable FixedBitSet present) {
            this.maxDoc = maxDoc;
            this.present = present;
        }

        @Override
        public int next() {
            doc++;
            if (present != null) {
                doc = doc < maxDoc ? present.nextSetBit(doc) : maxDoc;
            }
            if (doc >= maxDoc) {
                doc = Integer.MAX_VALUE;
            }
            return doc;
        }

        @Override
        public long number() {
            throw new UnsupportedOperationException();
        }

        @Override
        public BytesRef bytes() {
            throw new UnsupportedOperationException();
        }
    }

    /// Makes it an index: nothing can be added any more.
    public void finish() throws IOException {
        postings.finish();
        columns.finish();
        close();
        codec.fieldInfosFormat().write(directory, info, "", new FieldInfos(fields.values().toArray(FieldInfo[]::new)),
                context);
        List<String> files = new ArrayList<>(List.of(directory.listAll()));
        files.removeIf(file -> !file.startsWith(SEGMENT));
        info.setFiles(new HashSet<>(files));
        codec.segmentInfoFormat().write(directory, info, context);
        SegmentInfos commit = new SegmentInfos(Version.LATEST.major);
        commit.add(new SegmentCommitInfo(info, 0, 0, -1, -1, -1, StringHelper.randomId()));
        commit.commit(directory);
    }

    /// Closes the files; a directory that was not finished holds no index.
    @Override
    public void close() throws IOException {
        IOUtils.close(postings, columns);
    }
}
