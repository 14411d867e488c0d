package majix.indexer;

import java.io.IOException;
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
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermRangeQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;

/// The terms that name one document each: folder path, NUL, the entry's key, and for a slice another NUL and its first
/// byte as sixteen hex digits. They stay the same when flags change.
final class Keys {
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
        return joined(folder, FileNames.bytes(entryKey), new byte[0], 0);
    }

    /// The key of a message that begins at a byte of a file.
    static BytesRef slice(BytesRef folder, String name, long start) {
        return joined(folder, FileNames.bytes(name), FileNames.bytes(HexFormat.of().toHexDigits(start)), 1);
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

    /// All slices of a file that begin at or behind a byte.
    static Query slicesFrom(BytesRef folder, String name, long start) {
        BytesRefBuilder end = new BytesRefBuilder();
        end.append(file(folder, name));
        end.append((byte) 1);
        return new TermRangeQuery(Schema.KEY, slice(folder, name, start), end.toBytesRef(), true, false);
    }

    static Term term(BytesRef key) {
        return new Term(Schema.KEY, key);
    }
}
