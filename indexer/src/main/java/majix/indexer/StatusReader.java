package majix.indexer;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import majix.formats.FileNames;
import majix.formats.Problem;
import majix.indexer.codec.Leaf;
import majix.indexer.codec.OpenIndex;
import majix.query.lucene.Columns;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.Version;

/// Finds out what can be said of an index as a whole.
final class StatusReader {
    private final Path directory;
    private final OpenIndex index;
    private final Map<Path, Long> messages = new TreeMap<>();
    private final Map<Path, Skipped> skipped = new TreeMap<>();
    private final Map<Path, String> reasons = new TreeMap<>();

    StatusReader(Path directory, OpenIndex index) {
        this.directory = directory;
        this.index = index;
    }

    IndexStatus read() throws IOException {
        for (Skipped each : SkippedList.read(directory)) {
            if (each.kind() == Problem.Kind.NOT_MAIL) {
                reasons.put(each.path(), each.reason());
            } else {
                skipped.put(each.path(), each);
            }
        }
        long deleted = 0;
        long limited = 0;
        for (Leaf leaf : index.leaves()) {
            LeafReader reader = leaf.reader();
            deleted += reader.maxDoc() - reader.numDocs();
            limited += limited(reader);
            folders(reader);
        }
        List<IndexStatus.Folder> folders = new ArrayList<>();
        messages.forEach((path, count) -> folders.add(new IndexStatus.Folder(path, count)));
        long[] disk = disk();
        boolean complete = !"no".equals(index.data().get(IndexFiles.COMPLETE));
        return new IndexStatus(index.written().toInstant(), complete, folders, limited, deleted, index.leaves().size(),
                (int) disk[0], disk[1], List.copyOf(skipped.values()),
                "index format " + Schema.VERSION + ", Lucene " + Version.LATEST);
    }

    private static long limited(LeafReader reader) throws IOException {
        NumericDocValues flags = DocValues.getNumeric(reader, Columns.FLAGS);
        Bits live = reader.getLiveDocs();
        long count = 0;
        for (int doc = flags.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = flags.nextDoc()) {
            boolean hit = (flags.longValue() & Schema.LIMITED) != 0;
            count += hit && (live == null || live.get(doc)) ? 1 : 0;
        }
        return count;
    }

    private void folders(LeafReader reader) throws IOException {
        Terms terms = reader.terms(Schema.IN);
        if (terms == null) {
            return;
        }
        Bits live = reader.getLiveDocs();
        TermsEnum each = terms.iterator();
        for (BytesRef term = each.next(); term != null; term = each.next()) {
            Path folder = FileNames.path(Arrays.copyOfRange(term.bytes, term.offset, term.offset + term.length));
            BinaryDocValues state = reader.getBinaryDocValues(Schema.STATE);
            PostingsEnum documents = each.postings(null, PostingsEnum.NONE);
            long count = 0;
            boolean held = false;
            for (int doc = documents.nextDoc(); doc != PostingsEnum.NO_MORE_DOCS; doc = documents.nextDoc()) {
                if (live != null && !live.get(doc)) {
                    continue;
                }
                held = true;
                if (state != null && state.advanceExact(doc)) {
                    entry(folder, FileState.read(state.binaryValue()));
                } else {
                    count++;
                }
            }
            if (held) {
                messages.merge(folder, count, Long::sum);
            }
        }
    }

    private void entry(Path folder, FileState state) {
        if (state.what() == FileState.What.NOT_MAIL) {
            Path path = state.key().isEmpty() ? folder : FileNames.resolve(folder, state.key());
            String reason = reasons.getOrDefault(path, "no mail");
            skipped.putIfAbsent(path, new Skipped(Problem.Kind.NOT_MAIL, path, reason));
        }
    }

    /// Number of files and their bytes.
    private long[] disk() throws IOException {
        long[] sums = new long[2];
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                try {
                    if (Files.isRegularFile(file)) {
                        sums[0]++;
                        sums[1] += Files.size(file);
                    }
                } catch (NoSuchFileException e) {
                    // an indexing run replaced it
                }
            }
        }
        return sums;
    }
}
