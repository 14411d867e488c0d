package majix.indexer.codec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/// One segment open for reading. Its terms are opened at once, everything else when it is asked for.
final class OpenSegment extends BareLeafReader {
    private final Path directory;
    private final CommitFile.Segment segment;
    private final TermsReader terms;
    private final @Nullable Bits live;
    /// The updates, newest first, then the columns as they were at first.
    private final List<ColumnsReader> columns = new ArrayList<>();

    private OpenSegment(Path directory, CommitFile.Segment segment, TermsReader terms, @Nullable Bits live) {
        this.directory = directory;
        this.segment = segment;
        this.terms = terms;
        this.live = live;
    }

    static OpenSegment open(Path directory, CommitFile.Segment segment) throws IOException {
        Bytes terms = FileBytes.open(directory.resolve(segment.file(SegmentFile.TERMS)));
        try {
            Bytes postings = new LateBytes(directory.resolve(segment.file(SegmentFile.POSTINGS)), segment.id().bytes);
            TermsReader reader = new TermsReader(terms, postings, segment.id().bytes, TermsReader.AS_STORED);
            return new OpenSegment(directory, segment, reader, live(directory, segment, reader.maxDoc));
        } catch (IOException | RuntimeException e) {
            terms.close();
            throw e;
        }
    }

    private static @Nullable Bits live(Path directory, CommitFile.Segment segment, int maxDoc) throws IOException {
        if (segment.deletions() < 0) {
            return null;
        }
        Bytes file = FileBytes.open(directory.resolve(segment.liveFile()));
        try {
            return LiveDocs.read(file, segment.id().bytes, maxDoc);
        } finally {
            file.close();
        }
    }

    private synchronized List<ColumnsReader> columns() throws IOException {
        if (columns.isEmpty()) {
            List<String> files = new ArrayList<>();
            for (String update : segment.updates()) {
                if (update.endsWith(SegmentFile.COLUMNS)) {
                    files.add(update);
                }
            }
            if (files.size() > 1) {
                files.sort(OpenSegment::newestFirst);
            }
            files.add(segment.file(SegmentFile.COLUMNS));
            for (String file : files) {
                columns.add(
                        new ColumnsReader(FileBytes.open(directory.resolve(file)), segment.id().bytes, terms.maxDoc));
            }
        }
        return columns;
    }

    /// `_0_1a.mxc` is update 1a, in base 36.
    private static int newestFirst(String a, String b) {
        return a.length() != b.length() ? b.length() - a.length() : b.compareTo(a);
    }

    /// Opens what is not open yet.
    void hold() throws IOException {
        columns();
        terms.postings.length();
    }

    private @Nullable ColumnsReader with(String column) throws IOException {
        for (ColumnsReader reader : columns()) {
            if (reader.column(column) != null) {
                return reader;
            }
        }
        return null;
    }

    @Override
    public @Nullable Terms terms(String field) {
        return terms.terms(field);
    }

    @Override
    public @Nullable NumericDocValues getNumericDocValues(String column) throws IOException {
        ColumnsReader reader = with(column);
        return reader == null ? null : reader.numbers(column);
    }

    @Override
    public @Nullable BinaryDocValues getBinaryDocValues(String column) throws IOException {
        ColumnsReader reader = with(column);
        return reader == null ? null : reader.bytes(column);
    }

    @Override
    public @Nullable SortedDocValues getSortedDocValues(String column) throws IOException {
        ColumnsReader reader = with(column);
        return reader == null ? null : reader.sorted(column);
    }

    @Override
    public @Nullable Bits getLiveDocs() {
        return live;
    }

    @Override
    public int maxDoc() {
        return terms.maxDoc;
    }

    @Override
    public int numDocs() {
        int live = maxDoc();
        for (int doc = 0; this.live != null && doc < maxDoc(); doc++) {
            live -= this.live.get(doc) ? 0 : 1;
        }
        return live;
    }

    @Override
    protected void doClose() throws IOException {
        terms.terms.close();
        terms.postings.close();
        for (ColumnsReader reader : columns) {
            reader.file.close();
        }
    }
}
