package majix.indexer;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import majix.indexer.codec.Leaf;
import majix.indexer.codec.OpenIndex;
import majix.query.lucene.Columns;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/// Holds against each other what an index says of messages, as a search reads it: every message has a path, a date and a
/// thread, one key that is made of its path, and the folder that its path begins with; messages with an id in common are
/// of one thread; entries of the ledger can be read.
final class MailCheck {
    /// More is not told of one kind of damage.
    private static final int MOST = 3;

    private final OpenIndex index;
    private final Consumer<String> findings;
    private final Map<String, Integer> told = new HashMap<>();
    private final int nextThread;
    private long[] keys = new long[1024];
    private int keyCount;
    private long messages;

    private MailCheck(OpenIndex index, Consumer<String> findings) {
        this.index = index;
        this.findings = findings;
        nextThread = Integer.parseInt(index.data().getOrDefault(IndexFiles.NEXT_THREAD, "0"));
    }

    /// Checks an index.
    ///
    /// @param findings gets a text for each thing that does not fit
    /// @return how many messages there are
    static long of(OpenIndex index, Consumer<String> findings) throws IOException {
        MailCheck check = new MailCheck(index, findings);
        check.run();
        return check.messages;
    }

    private void run() throws IOException {
        for (Leaf leaf : index.leaves()) {
            columns(leaf);
            names(leaf, Schema.KEY);
            names(leaf, Schema.IN);
        }
        Arrays.sort(keys, 0, keyCount);
        for (int i = 1; i < keyCount; i++) {
            if (keys[i] == keys[i - 1]) {
                finding("two entries for one message", -1);
            }
        }
        for (int i = 0; i < index.leaves().size(); i++) {
            threads(i);
        }
    }

    private void finding(String text, int doc) {
        if (told.merge(text, 1, Integer::sum) <= MOST) {
            findings.accept(text + (doc < 0 ? "" : " (entry " + doc + ")"));
        }
    }

    private static boolean lives(LeafReader reader, int doc) {
        Bits live = reader.getLiveDocs();
        return live == null || live.get(doc);
    }

    private void columns(Leaf leaf) throws IOException {
        LeafReader reader = leaf.reader();
        SortedDocValues folders = reader.getSortedDocValues(Columns.FOLDER);
        BinaryDocValues states = reader.getBinaryDocValues(Schema.STATE);
        BinaryDocValues names = reader.getBinaryDocValues(Columns.NAME);
        NumericDocValues dates = reader.getNumericDocValues(Columns.DATE);
        NumericDocValues threads = reader.getNumericDocValues(Schema.THREAD);
        NumericDocValues starts = reader.getNumericDocValues(Schema.START);
        NumericDocValues ends = reader.getNumericDocValues(Schema.END);
        for (int doc = 0; doc < reader.maxDoc(); doc++) {
            int told = leaf.docBase() + doc;
            if (!lives(reader, doc)) {
                continue;
            }
            if (folders == null || !folders.advanceExact(doc) || folders.ordValue() >= folders.getValueCount()) {
                finding("an entry without a folder", told);
            }
            if (states != null && states.advanceExact(doc)) {
                FileState.read(states.binaryValue());
                continue;
            }
            messages++;
            if (names == null || !names.advanceExact(doc) || dates == null || !dates.advanceExact(doc)) {
                finding("a message without a path or a date", told);
            }
            if (threads == null || !threads.advanceExact(doc) || threads.longValue() < 0
                    || threads.longValue() >= nextThread) {
                finding("a message without a thread", told);
            }
            if (starts != null && starts.advanceExact(doc)
                    && (ends == null || !ends.advanceExact(doc) || ends.longValue() < starts.longValue())) {
                finding("a message that ends before it begins", told);
            }
        }
    }

    /// Terms that each entry has exactly one of, and that say what its columns say.
    private void names(Leaf leaf, String field) throws IOException {
        LeafReader reader = leaf.reader();
        boolean keyed = field.equals(Schema.KEY);
        SortedDocValues folders = reader.getSortedDocValues(Columns.FOLDER);
        BinaryDocValues states = reader.getBinaryDocValues(Schema.STATE);
        Keys made = new Keys(reader);
        int[] seen = new int[reader.maxDoc()];
        Terms terms = reader.terms(field);
        TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
        PostingsEnum documents = null;
        for (BytesRef term = each.next(); term != null; term = each.next()) {
            documents = each.postings(documents, PostingsEnum.NONE);
            for (int doc = documents.nextDoc(); doc != PostingsEnum.NO_MORE_DOCS; doc = documents.nextDoc()) {
                seen[doc]++;
                if (!lives(reader, doc)) {
                    continue;
                }
                // columns of this codec can be read in any order, as terms need it
                boolean fits = keyed
                        ? states != null && states.advanceExact(doc) || made.of(doc).bytesEquals(term)
                        : folders != null && folders.advanceExact(doc)
                                && folders.lookupOrd(folders.ordValue()).bytesEquals(term);
                if (!fits) {
                    finding("a " + (keyed ? "key" : "folder") + " of another message", leaf.docBase() + doc);
                }
                if (keyed) {
                    key(term);
                }
            }
        }
        for (int doc = 0; doc < seen.length; doc++) {
            if (seen[doc] != 1 && lives(reader, doc)) {
                finding("an entry with " + seen[doc] + (keyed ? " keys" : " folders"), leaf.docBase() + doc);
            }
        }
    }

    private void key(BytesRef term) {
        long hash = 0xcbf29ce484222325L;
        for (int i = term.offset; i < term.offset + term.length; i++) {
            hash = (hash ^ term.bytes[i]) * 0x100000001b3L;
        }
        if (keyCount == keys.length) {
            keys = Arrays.copyOf(keys, 2 * keyCount);
        }
        keys[keyCount++] = hash;
    }

    /// Compares the threads of messages of a segment with those of messages that have an id in common with them, there and
    /// in the segments before.
    private void threads(int number) throws IOException {
        List<Leaf> leaves = index.leaves();
        Terms terms = leaves.get(number).reader().terms(Schema.REF);
        TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
        NumericDocValues[] columns = new NumericDocValues[number + 1];
        columns[number] = DocValues.getNumeric(leaves.get(number).reader(), Schema.THREAD);
        TermsEnum[] others = new TermsEnum[number];
        for (int i = 0; i < number; i++) {
            Terms earlier = leaves.get(i).reader().terms(Schema.REF);
            others[i] = earlier == null ? TermsEnum.EMPTY : earlier.iterator();
            columns[i] = DocValues.getNumeric(leaves.get(i).reader(), Schema.THREAD);
        }
        for (BytesRef id = each.next(); id != null; id = each.next()) {
            long thread = thread(leaves.get(number), columns[number], each, -1);
            for (int i = 0; i < number && thread >= 0; i++) {
                if (others[i].seekExact(id)) {
                    thread(leaves.get(i), columns[i], others[i], thread);
                }
            }
        }
    }

    /// @param wanted the thread that the messages of a term have to be of, -1 for the one of the first of them
    private long thread(Leaf leaf, NumericDocValues threads, TermsEnum term, long wanted) throws IOException {
        LeafReader reader = leaf.reader();
        PostingsEnum documents = term.postings(null, PostingsEnum.NONE);
        long same = wanted;
        for (int doc = documents.nextDoc(); doc != PostingsEnum.NO_MORE_DOCS; doc = documents.nextDoc()) {
            if (lives(reader, doc) && threads.advanceExact(doc)) {
                if (same >= 0 && same != threads.longValue()) {
                    finding("messages of one thread with different numbers", leaf.docBase() + doc);
                }
                same = threads.longValue();
            }
        }
        return same;
    }
}
