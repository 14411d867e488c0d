package majix.indexer;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import majix.formats.MailMessage;
import majix.indexer.codec.SegmentSink;
import majix.indexer.invert.BytesColumn;
import majix.indexer.invert.FieldInverter;
import majix.indexer.invert.NumberColumn;
import majix.indexer.invert.SortedColumn;
import majix.query.Field;
import majix.query.lucene.Columns;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Collects messages and ledger entries in memory until they are written as one segment. What each field of a message
/// says is [Schema]'s. One for each worker.
final class Inverter {
    /// Of the memory allowed this part is for sorting.
    private static final int SORTING = 4;
    /// Positions of all documents together, so that those of one more fit into an int.
    private static final int MOST_POSITIONS = 1 << 30;

    private final long budgetBytes;
    private final Map<Field, TextInverter> texts = new EnumMap<>(Field.class);
    private final FieldInverter in = new FieldInverter(Schema.IN, false);
    private final FieldInverter key = new FieldInverter(Schema.KEY, false);
    private final FieldInverter id = new FieldInverter(Columns.of(Field.ID), false);
    private final FieldInverter ref = new FieldInverter(Schema.REF, false);
    private final List<FieldInverter> terms = List.of(in, key, id, ref);
    /// Those and the texts, by name.
    private final List<FieldInverter> fields = new ArrayList<>();
    private final NumberColumn date = new NumberColumn(Columns.DATE);
    private final NumberColumn size = new NumberColumn(Columns.SIZE);
    private final NumberColumn flags = new NumberColumn(Columns.FLAGS);
    private final NumberColumn thread = new NumberColumn(Schema.THREAD);
    private final NumberColumn start = new NumberColumn(Schema.START);
    private final NumberColumn end = new NumberColumn(Schema.END);
    private final NumberColumn mtime = new NumberColumn(Schema.MTIME);
    private final NumberColumn fileSize = new NumberColumn(Schema.FILE_SIZE);
    private final NumberColumn inode = new NumberColumn(Schema.INODE);
    private final NumberColumn twin = new NumberColumn(Schema.TWIN);
    private final NumberColumn undated = new NumberColumn(Schema.UNDATED);
    private final List<NumberColumn> numbers = List.of(date, size, flags, thread, start, end, mtime, fileSize, inode,
            twin, undated);
    private final SortedColumn folder = new SortedColumn(Columns.FOLDER);
    private final BytesColumn name = new BytesColumn(Columns.NAME);
    private final BytesColumn state = new BytesColumn(Schema.STATE);
    private final ThreadNumbers threads;
    private final byte[] hashBytes = new byte[Long.BYTES];
    private int[] scratch = {};
    private int documents;

    /// @param budgetBytes memory for all that is collected and for writing it; one document may exceed it
    /// @param threads numbers the threads of the messages
    Inverter(long budgetBytes, ThreadNumbers threads) {
        this.budgetBytes = budgetBytes;
        this.threads = threads;
        TokenScanner scanner = new TokenScanner(true);
        for (Field field : Field.values()) {
            if (Schema.isText(field)) {
                texts.put(field, new TextInverter(field, scanner));
            }
        }
        fields.addAll(terms);
        texts.values().forEach(text -> fields.add(text.inverter()));
        fields.sort(Comparator.comparing(FieldInverter::name));
    }

    /// Adds a message.
    ///
    /// @param fallback the time to take if the message tells none
    /// @return whether all its words were taken
    boolean add(MailMessage message, Schema.Place place, @Nullable Instant fallback) {
        int doc = documents;
        boolean whole = true;
        for (Map.Entry<Field, TextInverter> text : texts.entrySet()) {
            whole &= text.getValue().add(Schema.values(text.getKey(), message));
        }
        ids(doc, Schema.ids(message));
        date.set(doc, Schema.date(message, place, fallback));
        size.set(doc, place.size());
        flags.set(doc, place.flags() | (whole ? 0 : Schema.LIMITED));
        folder.set(doc, place.folder());
        name.set(doc, place.name());
        if (place.start() >= 0) {
            start.set(doc, place.start());
            end.set(doc, place.end());
            if (message.date() == null && fallback == null) {
                undated.set(doc, 1);
            }
        } else {
            mtime.set(doc, place.mtime());
            fileSize.set(doc, place.fileSize());
            if (place.inode() != 0) {
                inode.set(doc, Schema.folded(place.inode()));
            }
            if (place.twin()) {
                twin.set(doc, 1);
            }
        }
        endDocument(place.folder(), place.key());
        return whole;
    }

    private void ids(int doc, Schema.Ids ids) {
        ids.own().forEach(whole -> term(id, whole));
        for (long hash : ids.hashes()) {
            Schema.Ids.write(hash, hashBytes);
            ref.term(hashBytes, 0, hashBytes.length);
        }
        thread.set(doc, threads.of(ids.hashes()));
    }

    /// Adds a ledger entry.
    ///
    /// @param entry what [Ledger] keeps of it
    void addState(BytesRef inFolder, BytesRef itsKey, BytesRef entry) {
        texts.forEach((_, text) -> text.add(List.of()));
        state.set(documents, entry);
        folder.set(documents, inFolder);
        endDocument(inFolder, itsKey);
    }

    private void endDocument(BytesRef inFolder, BytesRef itsKey) {
        term(in, inFolder);
        term(key, itsKey);
        terms.forEach(FieldInverter::endDocument);
        documents++;
    }

    private static void term(FieldInverter field, BytesRef term) {
        field.term(term.bytes, term.offset, term.length);
    }

    /// Number of documents collected.
    int documents() {
        return documents;
    }

    /// Whether it is time to [#flush].
    boolean full() {
        long used = 0;
        int positions = 0;
        for (FieldInverter field : fields) {
            used += field.used();
            positions = Math.max(positions, field.length());
        }
        for (NumberColumn column : numbers) {
            used += column.used();
        }
        used += folder.used() + name.used() + state.used();
        return used > budgetBytes - budgetBytes / SORTING || positions > MOST_POSITIONS;
    }

    /// How many numbers are sorted at once: as many as memory allows, but not more than one field has, for which a byte
    /// each was used at least.
    private int room() {
        long most = 0;
        for (FieldInverter field : fields) {
            most = Math.max(most, field.used());
        }
        return (int) Math.min(budgetBytes / SORTING / Integer.BYTES, most);
    }

    /// Gives all documents to a sink and forgets them.
    void flush(SegmentSink sink) throws IOException {
        if (scratch.length < room()) {
            scratch = new int[room()];
        }
        for (FieldInverter field : fields) {
            scratch = field.flush(sink, scratch);
            field.clear(budgetBytes);
        }
        thread.replaceAll(number -> threads.root((int) number));
        for (NumberColumn column : numbers) {
            column.flush(sink, documents);
            column.clear();
        }
        folder.flush(sink, documents);
        folder.clear();
        name.flush(sink, documents);
        name.clear();
        state.flush(sink, documents);
        state.clear();
        documents = 0;
    }
}
