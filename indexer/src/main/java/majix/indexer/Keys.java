package majix.indexer;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import majix.formats.Entry;
import majix.formats.FileNames;
import majix.formats.StoreKind;
import majix.query.lucene.Columns;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/// The terms that name one document each: folder path, NUL, the entry's key, and for a slice another NUL and its first
/// byte as sixteen hex digits. They stay the same when flags change. Long entry keys, as Maildirs have, are taken as two
/// NULs and the beginning of their hash: the names themselves are in the index already, and nobody lists these terms.
final class Keys {
    /// Bytes of the longest entry key that stands as it is.
    private static final int LONG = 15;
    /// Bytes of a hash: among ten million names two have the same with a chance of one to 10^15.
    private static final int HASH = 12;

    private final BinaryDocValues names;
    private final SortedDocValues folders;
    private final NumericDocValues starts;
    private final NumericDocValues twins;

    /// Reads the keys of the messages of one segment, in ascending order of documents.
    Keys(LeafReader leaf) throws IOException {
        names = org.apache.lucene.index.DocValues.getBinary(leaf, Columns.NAME);
        folders = org.apache.lucene.index.DocValues.getSorted(leaf, Columns.FOLDER);
        starts = org.apache.lucene.index.DocValues.getNumeric(leaf, Schema.START);
        twins = org.apache.lucene.index.DocValues.getNumeric(leaf, Schema.TWIN);
    }

    /// The key of a message's document.
    BytesRef of(int doc) throws IOException {
        if (!folders.advanceExact(doc) || !names.advanceExact(doc)) {
            throw new IllegalArgumentException("document " + doc + " is no message");
        }
        String name = Ledger.name(names.binaryValue());
        BytesRef folder = folders.lookupOrd(folders.ordValue());
        return starts.advanceExact(doc)
                ? slice(folder, name, starts.longValue())
                : file(folder, twins.advanceExact(doc) ? name : entryKey(name));
    }

    /// The entry key of a stored name: only Maildir names have a slash.
    static String entryKey(String name) {
        return Entry.key(name.indexOf('/') < 0 ? StoreKind.FILES : StoreKind.MAILDIR, name);
    }

    /// The key of a message that is a whole file, and of a ledger entry.
    static BytesRef file(BytesRef folder, String entryKey) {
        byte[] name = FileNames.bytes(entryKey);
        return joined(folder, name.length > LONG ? hash(name) : name, new byte[0], 0);
    }

    private static byte[] hash(byte[] name) {
        byte[] hash = new byte[2 + HASH];
        try {
            System.arraycopy(MessageDigest.getInstance("SHA-256").digest(name), 0, hash, 2, HASH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        return hash;
    }

    /// The key of a message that begins at a byte of a file.
    static BytesRef slice(BytesRef folder, String name, long start) {
        return joined(folder, FileNames.bytes(name), FileNames.bytes(HexFormat.of().toHexDigits(start)), 1);
    }

    /// The least term behind the keys of all slices of a file.
    static BytesRef behindSlices(BytesRef folder, String name) {
        return joined(folder, FileNames.bytes(name), new byte[]{1}, 0);
    }

    private static BytesRef joined(BytesRef folder, byte[] name, byte[] more, int separators) {
        byte[] key = Arrays.copyOfRange(folder.bytes, folder.offset,
                folder.offset + folder.length + 1 + name.length + separators + more.length);
        key[folder.length] = 0;
        System.arraycopy(name, 0, key, folder.length + 1, name.length);
        if (separators > 0) {
            key[folder.length + 1 + name.length] = 0;
        }
        System.arraycopy(more, 0, key, key.length - more.length, more.length);
        return new BytesRef(key);
    }

    static Term term(BytesRef key) {
        return new Term(Schema.KEY, key);
    }
}
