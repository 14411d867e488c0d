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

/// One segment open for reading. All its files are opened at once, because the next commit may delete them; but only the
/// terms are looked at before they are asked for.
final class OpenSegment extends BareLeafReader {
    private final CommitFile.Segment segment;
    private final TermsReader terms;
    private final @Nullable Bits live;
    /// The updates, newest first, then the columns as they were at first.
    private final List<String> names;
    private final List<Bytes> files;
    private final List<ColumnsReader> columns = new ArrayList<>();

    private OpenSegment(CommitFile.Segment segment, TermsReader terms, @Nullable Bits live, List<String> names,
            List<Bytes> files) {
        this.segment = segment;
        this.terms = terms;
        this.live = live;
        this.names = names;
        this.files = files;
    }

    static OpenSegment open(Path directory, CommitFile.Segment segment) throws IOException {
        List<Bytes> opened = new ArrayList<>();
        try {
            String name = segment.file(SegmentFile.TERMS);
            String postingsName = segment.file(SegmentFile.POSTINGS);
            Bytes terms = open(directory, name, opened);
            Bytes postings = new LateBytes(open(directory, postingsName, opened), segment.mark(postingsName));
            List<String> names = columns(segment);
            List<Bytes> columns = new ArrayList<>();
            for (String file : names) {
                columns.add(open(directory, file, opened));
            }
            TermsReader reader = new TermsReader(terms, postings, segment.mark(name), TermsReader.AS_STORED);
            return new OpenSegment(segment, reader, live(directory, segment, reader.maxDoc), names, columns);
        } catch (IOException | RuntimeException e) {
            for (Bytes file : opened) {
                file.close();
            }
            throw e;
        }
    }

    private static Bytes open(Path directory, String name, List<Bytes> opened) throws IOException {
        Bytes file = FileBytes.open(directory.resolve(name));
        opened.add(file);
        return file;
    }

    private static @Nullable Bits live(Path directory, CommitFile.Segment segment, int maxDoc) throws IOException {
        if (segment.deletions() < 0) {
            return null;
        }
        Bytes file = FileBytes.open(directory.resolve(segment.liveFile()));
        try {
            return LiveDocs.read(file, segment.mark(segment.liveFile()), maxDoc);
        } finally {
            file.close();
        }
    }

    private static List<String> columns(CommitFile.Segment segment) {
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
        return files;
    }

    private synchronized List<ColumnsReader> columns() throws IOException {
        if (columns.isEmpty()) {
            List<ColumnsReader> readers = new ArrayList<>();
            for (int i = 0; i < files.size(); i++) {
                readers.add(new ColumnsReader(files.get(i), segment.mark(names.get(i)), terms.maxDoc));
            }
            columns.addAll(readers);
        }
        return columns;
    }

    /// `_0_1a.mxc` is update 1a, in base 36.
    private static int newestFirst(String a, String b) {
        return a.length() != b.length() ? b.length() - a.length() : b.compareTo(a);
    }

    private @Nullable ColumnsReader with(String column) throws IOException {
        for (ColumnsReader reader : columns()) {
            if (reader.column(column) != null) {
                return reader;
            }
        }
        return null;
    }

    boolean gramsFit() throws IOException {
        for (FieldEntry field : terms.fields()) {
            if (!GramsCheck.fits(terms, field)) {
                return false;
            }
        }
        return true;
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
        for (Bytes file : files) {
            file.close();
        }
    }
}
