package majix.indexer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import majix.formats.Flag;
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

/// What each field of a message says to the index and how each kind is stored. One instance for each worker: its Lucene
/// fields are reused from message to message.
final class Schema {
    /// Version of all that this package writes; an index of another version is rebuilt.
    static final String VERSION = "2";

    /// Indexed: path of the folder or mbox file that a message or ledger entry belongs to.
    static final String IN = "in";
    /// Indexed: what names one message or one ledger entry, see [Keys].
    static final String KEY = "key";
    /// Indexed: eight-byte hashes of every id the message has or mentions; see [Threads].
    static final String REF = "ref";
    /// Numeric: thread number.
    static final String THREAD = "thread";
    /// Numeric, only for messages of an mbox file: first byte of the message.
    static final String START = "start";
    /// Numeric, only for messages of an mbox file: byte behind the message.
    static final String END = "end";
    /// Numeric, only for messages that are a whole file: its modification time in nanoseconds.
    static final String MTIME = "mtime";
    /// Numeric, only for messages that are a whole file: its bytes on the disk.
    static final String FILE_SIZE = "fsize";
    /// Numeric, only for a whole file whose Maildir has another file with the same base name: its key is its full name.
    static final String TWIN = "twin";
    /// Binary, only for ledger entries: see [Ledger].
    static final String STATE = "state";

    private static final FieldType TOKENS = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    private static final FieldType WHOLE = type(IndexOptions.DOCS);

    private final Map<Field, MailTokens> streams = new EnumMap<>(Field.class);
    private final Map<Field, org.apache.lucene.document.Field> texts = new EnumMap<>(Field.class);
    private final NumericDocValuesField date = new NumericDocValuesField(Columns.DATE, 0);
    private final NumericDocValuesField size = new NumericDocValuesField(Columns.SIZE, 0);
    private final NumericDocValuesField flags = new NumericDocValuesField(Columns.FLAGS, 0);
    private final NumericDocValuesField thread = new NumericDocValuesField(THREAD, 0);
    private final NumericDocValuesField start = new NumericDocValuesField(START, 0);
    private final NumericDocValuesField end = new NumericDocValuesField(END, 0);
    private final NumericDocValuesField mtime = new NumericDocValuesField(MTIME, 0);
    private final NumericDocValuesField fileSize = new NumericDocValuesField(FILE_SIZE, 0);
    private final SortedDocValuesField folder = new SortedDocValuesField(Columns.FOLDER, new BytesRef());
    private final BinaryDocValuesField name = new BinaryDocValuesField(Columns.NAME, new BytesRef());
    private final org.apache.lucene.document.Field in = whole(IN, new BytesRef());
    private final org.apache.lucene.document.Field key = whole(KEY, new BytesRef());
    private final List<IndexableField> document = new ArrayList<>();

    Schema() {
        for (Field field : Field.values()) {
            MailTokens tokens = switch (field.kind()) {
                case WORDS -> new MailTokens(false, false);
                case ADDRESSES -> new MailTokens(true, false);
                case NAMES -> new MailTokens(false, true);
                case ID, PATH, DATE, SIZE, FLAGS -> null;
            };
            if (tokens != null) {
                streams.put(field, tokens);
                texts.put(field, new org.apache.lucene.document.Field(Columns.of(field), tokens, TOKENS));
            }
        }
    }

    /// Where a message stands, as far as the index stores it.
    ///
    /// @param folder bytes of the container's path
    /// @param key the message's key, see [Keys]
    /// @param name bytes of the file's path below the folder; empty for an mbox file
    /// @param size bytes of the message, decompressed
    /// @param start first byte of a slice, or -1 for a whole file
    /// @param end byte behind a slice
    /// @param mtime modification time of the file in nanoseconds
    /// @param fileSize bytes of the file on the disk
    /// @param flags flags, see [Flag#bits]
    /// @param thread thread number, not used by any other message
    /// @param twin whether the key is the full name
    record Place(BytesRef folder, BytesRef key, BytesRef name, long size, long start, long end, long mtime,
            long fileSize, int flags, int thread, boolean twin) {}

    /// The Lucene document of a message; good until the next call.
    ///
    /// @param fallback the time to take if the message tells none
    Iterable<? extends IndexableField> document(MailMessage message, Place place, @Nullable Instant fallback) {
        document.clear();
        texts.forEach((field, text) -> {
            List<String> values = values(field, message);
            if (!values.isEmpty()) {
                text.setTokenStream(tokens(field).of(values));
                document.add(text);
            }
        });
        ids(message, id -> document.add(whole(Columns.of(Field.ID), id)), hash -> document.add(whole(REF, hash)));
        date.setLongValue(date(message, place, fallback));
        size.setLongValue(place.size);
        flags.setLongValue(place.flags);
        thread.setLongValue(place.thread);
        folder.setBytesValue(place.folder);
        name.setBytesValue(place.name);
        in.setBytesValue(place.folder);
        key.setBytesValue(place.key);
        document.addAll(List.of(date, size, flags, thread, folder, name, in, key));
        if (place.start >= 0) {
            start.setLongValue(place.start);
            end.setLongValue(place.end);
            document.add(start);
            document.add(end);
        } else {
            mtime.setLongValue(place.mtime);
            fileSize.setLongValue(place.fileSize);
            document.add(mtime);
            document.add(fileSize);
            if (place.twin) {
                document.add(new NumericDocValuesField(TWIN, 1));
            }
        }
        return document;
    }

    private MailTokens tokens(Field field) {
        MailTokens tokens = streams.get(field);
        if (tokens == null) {
            throw new IllegalStateException("no tokens for " + field);
        }
        return tokens;
    }

    /// Whether a field holds tokens of text.
    static boolean isText(Field field) {
        return switch (field.kind()) {
            case WORDS, ADDRESSES, NAMES -> true;
            case ID, PATH, DATE, SIZE, FLAGS -> false;
        };
    }

    /// What a message says in a field of text.
    static List<String> values(Field field, MailMessage message) {
        return switch (field) {
            case TO -> message.to();
            case CC -> message.cc();
            case FROM -> message.from();
            case SUBJECT -> message.subject();
            case BODY -> message.body();
            case ATTACHMENT -> message.attachments();
            case ID, PATH, DATE, SIZE, FLAGS -> List.of();
        };
    }

    /// The time of a message, milliseconds since the epoch.
    ///
    /// @param fallback the time to take if the message tells none
    static long date(MailMessage message, Place place, @Nullable Instant fallback) {
        Instant time = message.date() != null ? message.date() : fallback;
        return time != null ? time.toEpochMilli() : Math.floorDiv(place.mtime, 1_000_000L);
    }

    /// Gives the ids of a message, each one once.
    ///
    /// @param terms takes the message's own
    /// @param refs takes the hashes of those and of all it mentions
    static void ids(MailMessage message, Consumer<BytesRef> terms, Consumer<BytesRef> refs) {
        Set<String> own = new HashSet<>();
        for (String id : message.ids()) {
            String folded = id.toLowerCase(Locale.ROOT);
            if (own.add(folded)) {
                terms.accept(Ids.term(folded));
                refs.accept(Ids.hash(folded));
            }
        }
        for (String id : message.references()) {
            String folded = id.toLowerCase(Locale.ROOT);
            if (own.add(folded)) {
                refs.accept(Ids.hash(folded));
            }
        }
    }

    static org.apache.lucene.document.Field whole(String name, BytesRef value) {
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

    /// Message-IDs as index terms.
    static final class Ids {
        private Ids() {}

        /// The id as a term, cut where Lucene's terms end.
        static BytesRef term(String folded) {
            byte[] bytes = folded.getBytes(StandardCharsets.UTF_8);
            return new BytesRef(bytes, 0, Math.min(bytes.length, 8192));
        }

        /// Eight bytes that stand for the id in [#REF]: FNV-1a, then mixed. Two ids of ten million share a hash with
        /// a chance of three in a million; whoever makes them collide could as well name the other id outright.
        static BytesRef hash(String folded) {
            long hash = 0xcbf29ce484222325L;
            for (int i = 0; i < folded.length(); i++) {
                hash = (hash ^ folded.charAt(i)) * 0x100000001b3L;
            }
            hash = (hash ^ hash >>> 32) * 0xd6e8feb86659fd93L;
            hash ^= hash >>> 32;
            byte[] bytes = new byte[8];
            for (int i = 7; i >= 0; i--) {
                bytes[i] = (byte) hash;
                hash >>>= 8;
            }
            return new BytesRef(bytes);
        }
    }
}
