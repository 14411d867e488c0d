package majix.indexer;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import majix.formats.PrivateFiles;
import majix.indexer.codec.SegmentWriter;

/// Adds segments to an index. A segment is written into a directory of its own below that of the index, and then handed
/// over to Lucene's writer, which first carries out the deletions asked for so far: they do not reach into the segment.
final class Segments {
    static final String PREFIX = "new-segment-";

    private final LateWriter writer;
    private final Path index;
    private final AtomicInteger count = new AtomicInteger();

    Segments(LateWriter writer, Path index) {
        this.writer = writer;
        this.index = index;
    }

    /// Adds what was collected, if anything, as a segment. May be called from several threads.
    void add(Inverter collected) throws IOException {
        if (collected.documents() == 0) {
            return;
        }
        Path place = index.resolve(PREFIX + count.getAndIncrement());
        PrivateFiles.createDirectory(place);
        try (IndexDirectory.Part part = new IndexDirectory.Part(place)) {
            try (SegmentWriter segment = new SegmentWriter(part, collected.documents())) {
                collected.flush(segment);
                segment.finish();
            }
            writer.get().addIndexes(part);
        } finally {
            clear(place);
        }
    }

    /// Deletes what runs that were killed left below an index, and nothing else whose name begins like that. The index
    /// must be locked.
    static void clearAll(Path index) throws IOException {
        try (DirectoryStream<Path> places = Files.newDirectoryStream(index, PREFIX + "*")) {
            for (Path place : places) {
                if (DirectoryCheck.isNewSegment(String.valueOf(place.getFileName()))) {
                    clear(place);
                }
            }
        }
    }

    /// Deletes a directory of a new segment, or what lies in its place.
    static void clear(Path place) throws IOException {
        if (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(place)) {
                for (Path file : files) {
                    Files.deleteIfExists(file);
                }
            }
        }
        Files.deleteIfExists(place);
    }
}
