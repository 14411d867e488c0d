package majix.indexer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import majix.formats.Flag;
import majix.formats.MailMessage;
import majix.query.Field;
import majix.query.lucene.Columns;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// What the index holds of a message, and the names of its fields. How it gets there is [Inverter]'s.
final class Schema {
    /// Version of all that this package writes; an index of another version is rebuilt.
    static final String VERSION = "5";

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
    /// Numeric, only for a whole file whose name may be given to another, as in MH folders: see [#folded].
    static final String INODE = "inode";
    /// Numeric, only for a whole file whose Maildir has another file with the same base name: its key is its full name.
    static final String TWIN = "twin";
    /// Numeric, only for messages of an mbox file that have no time but the file's: it changes with the file.
    static final String UNDATED = "undated";
    /// Binary, only for ledger entries: see [Ledger].
    static final String STATE = "state";

    /// Of the flags: a limit against hostile mail left something of the message out. It stays when the flags change.
    static final int LIMITED = Columns.flagBit('l');

    private Schema() {}

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
    /// @param inode inode number of the file, or 0 if its name tells as much
    /// @param flags flags, see [Flag#bits], and [#LIMITED]
    /// @param twin whether the key is the full name
    record Place(BytesRef folder, BytesRef key, BytesRef name, long size, long start, long end, long mtime,
            long fileSize, long inode, int flags, boolean twin) {}

    /// Two bytes of an inode number, which other files hardly share: neighbours never do. 0 if there is none.
    static int folded(long inode) {
        int folded = (int) (inode ^ inode >>> 16 ^ inode >>> 32 ^ inode >>> 48) & 0xffff;
        return inode == 0 ? 0 : Math.max(1, folded);
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
        return time != null ? time.toEpochMilli() : date(place.mtime);
    }

    /// The time of a message that has none but its file's.
    ///
    /// @param mtime modification time of the file in nanoseconds
    static long date(long mtime) {
        return Math.floorDiv(mtime, 1_000_000L);
    }

    /// The ids of a message as terms of the field of kind ID, each once, and the hashes of those and of all that it
    /// mentions, each once.
    static Ids ids(MailMessage message) {
        Set<String> all = new LinkedHashSet<>();
        for (String id : message.ids()) {
            all.add(id.toLowerCase(Locale.ROOT));
        }
        List<BytesRef> own = new ArrayList<>(all.size());
        all.forEach(id -> own.add(Ids.term(id)));
        for (String id : message.references()) {
            all.add(id.toLowerCase(Locale.ROOT));
        }
        return new Ids(own, all.stream().mapToLong(Ids::hash).toArray());
    }

    /// The Message-IDs of a message as index terms.
    static final class Ids {
        private final List<BytesRef> own;
        private final long[] hashes;

        private Ids(List<BytesRef> own, long[] hashes) {
            this.own = own;
            this.hashes = hashes;
        }

        /// Those of the message itself.
        List<BytesRef> own() {
            return own;
        }

        /// Hashes of those and of all it mentions.
        long[] hashes() {
            return hashes;
        }

        /// The id as a term: backwards, cut where Lucene's terms end. See [Columns#of].
        static BytesRef term(String folded) {
            byte[] bytes = Columns.idTerm(folded);
            return new BytesRef(bytes, 0, Math.min(bytes.length, 8192));
        }

        /// What stands for the id in [#REF], as eight bytes, the highest first: FNV-1a, then mixed. Two ids of ten million share a hash with
        /// a chance of three in a million; whoever makes them collide could as well name the other id outright.
        static long hash(String folded) {
            long hash = 0xcbf29ce484222325L;
            for (int i = 0; i < folded.length(); i++) {
                hash = (hash ^ folded.charAt(i)) * 0x100000001b3L;
            }
            hash = (hash ^ hash >>> 32) * 0xd6e8feb86659fd93L;
            return hash ^ hash >>> 32;
        }

        /// Writes a hash as a term of [#REF].
        static void write(long hash, byte[] into) {
            for (int i = 0; i < Long.BYTES; i++) {
                into[i] = (byte) (hash >>> (Long.SIZE - Byte.SIZE - Byte.SIZE * i));
            }
        }
    }
}
