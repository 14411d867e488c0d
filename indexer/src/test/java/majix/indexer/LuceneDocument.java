package majix.indexer;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import majix.formats.MailMessage;
import majix.query.Field;
import majix.query.lucene.Columns;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Messages and ledger entries as documents for Lucene's own inversion.
final class LuceneDocument {
    private static final FieldType TOKENS = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    private static final FieldType WHOLE = type(IndexOptions.DOCS);

    private LuceneDocument() {}

    /// All of a message but its thread number.
    static List<IndexableField> of(MailMessage message, Schema.Place place, @Nullable Instant fallback) {
        List<IndexableField> document = new ArrayList<>();
        for (Field field : Field.values()) {
            if (Schema.isText(field)) {
                MailTokens tokens = new MailTokens(field.kind() == Field.Kind.ADDRESSES,
                        field.kind() == Field.Kind.NAMES).of(Schema.values(field, message));
                document.add(new org.apache.lucene.document.Field(Columns.of(field), tokens, TOKENS));
            }
        }
        Schema.Ids ids = Schema.ids(message);
        ids.own().forEach(id -> document.add(whole(Columns.of(Field.ID), id)));
        for (long hash : ids.hashes()) {
            document.add(whole(Schema.REF, new BytesRef(ByteBuffer.allocate(8).putLong(hash).array())));
        }
        document.add(new NumericDocValuesField(Columns.DATE, Schema.date(message, place, fallback)));
        document.add(new NumericDocValuesField(Columns.SIZE, place.size()));
        document.add(new NumericDocValuesField(Columns.FLAGS, place.flags()));
        document.add(new SortedDocValuesField(Columns.FOLDER, place.folder()));
        document.add(new BinaryDocValuesField(Columns.NAME, place.name()));
        document.add(whole(Schema.IN, place.folder()));
        document.add(whole(Schema.KEY, place.key()));
        if (place.start() >= 0) {
            document.add(new NumericDocValuesField(Schema.START, place.start()));
            document.add(new NumericDocValuesField(Schema.END, place.end()));
            if (message.date() == null && fallback == null) {
                document.add(new NumericDocValuesField(Schema.UNDATED, 1));
            }
        } else {
            document.add(new NumericDocValuesField(Schema.MTIME, place.mtime()));
            document.add(new NumericDocValuesField(Schema.FILE_SIZE, place.fileSize()));
            if (place.inode() != 0) {
                document.add(new NumericDocValuesField(Schema.INODE, Schema.folded(place.inode())));
            }
            if (place.twin()) {
                document.add(new NumericDocValuesField(Schema.TWIN, 1));
            }
        }
        return document;
    }

    /// A ledger entry.
    static List<IndexableField> of(BytesRef folder, BytesRef key, BytesRef state) {
        return List.of(whole(Schema.IN, folder), whole(Schema.KEY, key),
                new SortedDocValuesField(Columns.FOLDER, folder),
                new BinaryDocValuesField(Schema.STATE, state));
    }

    private static IndexableField whole(String name, BytesRef value) {
        return new org.apache.lucene.document.Field(name, value, WHOLE);
    }

    private static FieldType type(IndexOptions options) {
        FieldType type = new FieldType();
        type.setIndexOptions(options);
        type.setTokenized(options != IndexOptions.DOCS);
        type.setOmitNorms(true);
        type.freeze();
        return type;
    }
}
