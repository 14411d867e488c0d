package majix.indexer;

import java.io.IOException;
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
import majix.formats.StoreKind;
import org.apache.lucene.util.BytesRef;

/// Parses messages and adds them to the index. One for each worker thread.
final class Worker {
    private final MessageParser parser = new MessageParser();
    private final LateWriter writer;
    private final Segments segments;
    private final Inverter inverter;
    private final Problems problems;
    private final Progress progress;

    Worker(LateWriter writer, Segments segments, Inverter inverter, Problems problems, Progress progress) {
        this.writer = writer;
        this.segments = segments;
        this.inverter = inverter;
        this.problems = problems;
        this.progress = progress;
    }

    /// Adds one message.
    ///
    /// @param key the entry key it is to be known by
    void add(Container container, Entry entry, String key, RawMessage raw) throws IOException {
        add(container, entry, key, raw, parser.parse(raw.bytes()));
    }

    /// Adds one message in the place of what is known by the same key, which stays if the message cannot be read.
    void replace(Container container, Entry entry, String key, RawMessage raw) throws IOException {
        MailMessage message = parser.parse(raw.bytes());
        BytesRef old = Keys.file(new BytesRef(container.name()), key);
        Writing.to(() -> writer.get().deleteDocuments(Keys.term(old)));
        add(container, entry, key, raw, message);
    }

    private void add(Container container, Entry entry, String key, RawMessage raw, MailMessage message) {
        message.oddities().forEach(oddity -> odd(raw, oddity));
        int limited = message.limited() ? Schema.LIMITED : 0;
        BytesRef folder = new BytesRef(container.name());
        BytesRef name = new BytesRef(FileNames.bytes(entry.name()));
        Schema.Place place = switch (raw.ref()) {
            case MessageRef.WholeFile _ ->
                new Schema.Place(folder, Keys.file(folder, key), name, raw.bytes().size(), -1,
                        -1, entry.mtime(), entry.size(), entry.inode(), Flag.bits(entry.flags()) | limited,
                        !key.equals(entry.key()));
            case MessageRef.Slice slice ->
                new Schema.Place(folder, Keys.slice(folder, entry.name(), slice.start()), name,
                        raw.bytes().size(), slice.start(), slice.end(), entry.mtime(), entry.size(), 0,
                        Flag.bits(message.statusFlags()) | limited, false);
        };
        if (!inverter.add(message, place, raw.envelopeDate())) {
            odd(raw, "more words than " + (TextInverter.MOST >> 20) + " MB can hold");
        }
        progress.read(raw.bytes().size(), container.kind() == StoreKind.MBOX);
        flushIfFull();
    }

    private void odd(RawMessage raw, String oddity) {
        problems.report(new Problem(Problem.Kind.ODD_MESSAGE, raw.ref().path(), offset(raw.ref()), oddity));
    }

    /// Replaces a ledger entry.
    void state(BytesRef folder, FileState state) throws IOException {
        BytesRef key = Keys.file(folder, state.key());
        Writing.to(() -> writer.get().deleteDocuments(Keys.term(key)));
        inverter.addState(folder, key, state.write());
        flushIfFull();
    }

    private void flushIfFull() {
        if (inverter.full()) {
            flush();
        }
    }

    /// Hands over to the index what was added.
    void flush() {
        Writing.to(() -> segments.add(inverter));
    }

    private static long offset(MessageRef ref) {
        return switch (ref) {
            case MessageRef.WholeFile _ -> -1;
            case MessageRef.Slice slice -> slice.start();
        };
    }
}
