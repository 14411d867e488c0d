package majix.indexer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import majix.formats.Container;
import majix.formats.FileNames;
import majix.indexer.codec.Leaf;
import majix.query.lucene.Columns;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// What the index holds of each container and with which stamp, read from one Lucene commit. A message that is a whole
/// file carries its stamp itself; a file of many messages or none, and the container, have an entry of their own (a
/// document with [Schema#STATE] and without a date).
///
/// The documents are named by [Keys].
final class Ledger {
    private final List<Leaf> leaves;

    Ledger(List<Leaf> leaves) {
        this.leaves = leaves;
    }

    /// A message that is a whole file, as the index knows it.
    ///
    /// @param inode its inode number, [Schema#folded], or 0; an index of old does not say
    record Known(String name, long mtime, long size, int inode, int flags) {}

    /// All that is known of one container.
    ///
    /// @param messages whole-file messages by entry key
    /// @param states files of many messages or none by entry key
    /// @param undated of files of many messages, by name: where those begin that have no time but the file's
    /// @param own the container's own entry, or null
    record Held(Map<String, Known> messages, Map<String, FileState> states, Map<String, List<Long>> undated,
            @Nullable FileState own) {
        static final Held NOTHING = new Held(Map.of(), Map.of(), Map.of(), null);
    }

    /// Paths of all containers of which the index has something. Of those that are gone, the terms stay until a merge.
    List<BytesRef> folders() throws IOException {
        Set<BytesRef> folders = new TreeSet<>();
        for (Leaf leaf : leaves) {
            Terms terms = leaf.reader().terms(Schema.IN);
            if (terms != null) {
                TermsEnum each = terms.iterator();
                for (BytesRef path = each.next(); path != null; path = each.next()) {
                    if (!isLive(leaf.reader(), each.postings(null, PostingsEnum.NONE))) {
                        continue;
                    }
                    folders.add(new BytesRef(Arrays.copyOfRange(path.bytes, path.offset, path.offset + path.length)));
                }
            }
        }
        return List.copyOf(folders);
    }

    /// Whether a segment has something of a container.
    static boolean has(LeafReader leaf, BytesRef folder) throws IOException {
        PostingsEnum documents = documents(leaf, Schema.IN, folder);
        return documents != null && isLive(leaf, documents);
    }

    /// Whether any of the documents is not deleted.
    private static boolean isLive(LeafReader leaf, PostingsEnum documents) throws IOException {
        Bits live = leaf.getLiveDocs();
        int doc = documents.nextDoc();
        while (doc != PostingsEnum.NO_MORE_DOCS && live != null && !live.get(doc)) {
            doc = documents.nextDoc();
        }
        return doc != PostingsEnum.NO_MORE_DOCS;
    }

    /// Messages in the index.
    long messages() throws IOException {
        long entries = 0;
        long messages = 0;
        for (Leaf each : leaves) {
            LeafReader leaf = each.reader();
            messages += leaf.numDocs();
            BinaryDocValues state = leaf.getBinaryDocValues(Schema.STATE);
            Bits live = leaf.getLiveDocs();
            while (state != null && state.nextDoc() != BinaryDocValues.NO_MORE_DOCS) {
                if (live == null || live.get(state.docID())) {
                    entries++;
                }
            }
        }
        return messages - entries;
    }

    /// One entry of a container, its own under [#OWN], or null.
    @Nullable
    FileState state(Container container, String entryKey) throws IOException {
        return state(new BytesRef(container.name()), entryKey);
    }

    /// One entry of the container at a path, or null.
    @Nullable
    FileState state(BytesRef folder, String entryKey) throws IOException {
        BytesRef key = Keys.file(folder, entryKey);
        // the newest segments are the smallest, and hold what changes often
        for (int i = leaves.size() - 1; i >= 0; i--) {
            Leaf leaf = leaves.get(i);
            PostingsEnum documents = documents(leaf.reader(), Schema.KEY, key);
            BinaryDocValues state = documents == null ? null : leaf.reader().getBinaryDocValues(Schema.STATE);
            Bits live = leaf.reader().getLiveDocs();
            while (state != null && documents != null && documents.nextDoc() != PostingsEnum.NO_MORE_DOCS) {
                int doc = documents.docID();
                if ((live == null || live.get(doc)) && state.advanceExact(doc)) {
                    return FileState.read(state.binaryValue());
                }
            }
        }
        return null;
    }

    /// Whether a file in the container at a path is one of mail: of many messages, or a message itself.
    ///
    /// @param name its name below that, empty for an mbox container
    boolean hasMail(BytesRef folder, String name) throws IOException {
        FileState state = state(folder, name);
        if (state != null) {
            return state.what() == FileState.What.MANY;
        }
        BytesRef key = Keys.file(folder, name);
        for (Leaf leaf : leaves) {
            PostingsEnum documents = documents(leaf.reader(), Schema.KEY, key);
            if (documents != null && isLive(leaf.reader(), documents)) {
                return true;
            }
        }
        return false;
    }

    /// Without Lucene's Term, which wants to know how much memory a Term takes, and asks management beans for it.
    private static @Nullable PostingsEnum documents(LeafReader leaf, String field, BytesRef value) throws IOException {
        Terms terms = leaf.terms(field);
        TermsEnum place = terms == null ? null : terms.iterator();
        return place != null && place.seekExact(value) ? place.postings(null, PostingsEnum.NONE) : null;
    }

    /// About how much is known of a container.
    long size(Container container) throws IOException {
        BytesRef folder = new BytesRef(container.name());
        long size = 0;
        for (Leaf leaf : leaves) {
            Terms terms = leaf.reader().terms(Schema.IN);
            TermsEnum place = terms == null ? null : terms.iterator();
            size += place != null && place.seekExact(folder) ? place.docFreq() : 0;
        }
        return size;
    }

    /// What is known of a container.
    Held held(Container container) throws IOException {
        BytesRef folder = new BytesRef(container.name());
        Map<String, Known> messages = new HashMap<>();
        Map<String, FileState> states = new HashMap<>();
        Map<String, List<Long>> undated = new HashMap<>();
        for (Leaf leaf : leaves) {
            leaf(leaf.reader(), folder, messages, states);
            undated(leaf.reader(), folder, undated);
        }
        FileState own = states.remove(OWN);
        return new Held(messages, states, undated, own);
    }

    private static void undated(LeafReader leaf, BytesRef folder, Map<String, List<Long>> undated)
            throws IOException {
        NumericDocValues marks = leaf.getNumericDocValues(Schema.UNDATED);
        PostingsEnum documents = marks == null ? null : documents(leaf, Schema.IN, folder);
        BinaryDocValues names = leaf.getBinaryDocValues(Columns.NAME);
        NumericDocValues starts = leaf.getNumericDocValues(Schema.START);
        Bits live = leaf.getLiveDocs();
        if (marks == null || documents == null || names == null || starts == null) {
            return;
        }
        for (int doc = documents.nextDoc(); doc != PostingsEnum.NO_MORE_DOCS; doc = documents.nextDoc()) {
            boolean lives = live == null || live.get(doc);
            if (lives && marks.advanceExact(doc) && names.advanceExact(doc) && starts.advanceExact(doc)) {
                undated.computeIfAbsent(name(names.binaryValue()), _ -> new ArrayList<>()).add(starts.longValue());
            }
        }
    }

    /// Entry key under which the container's own state is held; no file can be named so.
    static final String OWN = "\0";

    private static void leaf(LeafReader leaf, BytesRef folder, Map<String, Known> messages,
            Map<String, FileState> states) throws IOException {
        PostingsEnum documents = documents(leaf, Schema.IN, folder);
        if (documents == null) {
            return;
        }
        Bits live = leaf.getLiveDocs();
        BinaryDocValues state = leaf.getBinaryDocValues(Schema.STATE);
        BinaryDocValues names = leaf.getBinaryDocValues(Columns.NAME);
        NumericDocValues mtimes = leaf.getNumericDocValues(Schema.MTIME);
        NumericDocValues sizes = leaf.getNumericDocValues(Schema.FILE_SIZE);
        NumericDocValues inodes = leaf.getNumericDocValues(Schema.INODE);
        NumericDocValues twins = leaf.getNumericDocValues(Schema.TWIN);
        NumericDocValues flags = leaf.getNumericDocValues(Columns.FLAGS);
        for (int doc = documents.nextDoc(); doc != PostingsEnum.NO_MORE_DOCS; doc = documents.nextDoc()) {
            if (live != null && !live.get(doc)) {
                continue;
            }
            if (state != null && state.advanceExact(doc)) {
                FileState read = FileState.read(state.binaryValue());
                states.put(read.key(), read);
            } else if (names != null && mtimes != null && sizes != null && flags != null && mtimes.advanceExact(doc)
                    && names.advanceExact(doc) && sizes.advanceExact(doc) && flags.advanceExact(doc)) {
                BytesRef bytes = names.binaryValue();
                String name = name(bytes);
                int inode = inodes != null && inodes.advanceExact(doc) ? (int) inodes.longValue() : 0;
                Known known = new Known(name, mtimes.longValue(), sizes.longValue(), inode, (int) flags.longValue());
                messages.put(twins != null && twins.advanceExact(doc) ? name : Keys.entryKey(name), known);
            }
        }
    }

    /// A file name as listings give it.
    static String name(BytesRef bytes) {
        return FileNames.name(bytes.bytes, bytes.offset, bytes.length);
    }
}
