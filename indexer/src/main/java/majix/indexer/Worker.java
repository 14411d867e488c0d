package majix.indexer;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import majix.formats.Container;
import majix.formats.Entry;
import majix.formats.FileNames;
import majix.formats.Flag;
import majix.formats.MailMessage;
import majix.formats.MessageParser;
import majix.formats.MessageRef;
import majix.formats.Problem;
import majix.formats.Problems;
import majix.formats.RawMessage;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.util.BytesRef;

/// Parses messages and adds them to the index. One for each worker thread.
final class Worker {
    private final MessageParser parser = new MessageParser();
    private final Schema schema = new Schema();
    private final IndexWriter writer;
    private final AtomicInteger nextThread;
    private final Problems problems;
    private final Progress progress;

    Worker(IndexWriter writer, AtomicInteger nextThread, Problems problems, Progress progress) {
        this.writer = writer;
        this.nextThread = nextThread;
        this.problems = problems;
        this.progress = progress;
    }

    /// Adds one message.
    ///
    /// @param key the entry key it is to be known by
    void add(Container container, Entry entry, String key, RawMessage raw) throws IOException {
        MailMessage message = parser.parse(raw.bytes());
        for (String oddity : message.oddities()) {
            problems.report(new Problem(Problem.Kind.ODD_MESSAGE, raw.ref().path(), offset(raw.ref()), oddity));
        }
        BytesRef folder = new BytesRef(FileNames.bytes(container.path()));
        BytesRef name = new BytesRef(FileNames.bytes(entry.name()));
        int thread = nextThread.getAndIncrement();
        Schema.Place place = switch (raw.ref()) {
            case MessageRef.WholeFile _ ->
                new Schema.Place(folder, Keys.file(folder, key), name, raw.bytes().size(), -1,
                        -1, entry.mtime(), entry.size(), Flag.bits(entry.flags()), thread, !key.equals(entry.key()));
            case MessageRef.Slice slice ->
                new Schema.Place(folder, Keys.slice(folder, entry.name(), slice.start()), name,
                        raw.bytes().size(), slice.start(), slice.end(), entry.mtime(), entry.size(),
                        Flag.bits(message.statusFlags()), thread, false);
        };
        Writing.to(() -> writer.addDocument(schema.document(message, place, raw.envelopeDate())));
        progress.read(raw.bytes().size());
    }

    private static long offset(MessageRef ref) {
        return switch (ref) {
            case MessageRef.WholeFile _ -> -1;
            case MessageRef.Slice slice -> slice.start();
        };
    }
}
