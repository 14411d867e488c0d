package majix.query.lucene;

import java.io.IOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Documents whose path contains a text, or begins with it, within a number of errors. The path is made of two columns;
/// a folder that matches by itself decides for all its documents, otherwise only its end is looked at together with the
/// names: a match that begins in the folder and ends in the name cannot be longer than the text and its errors.
record PathClause(String text, int errors, boolean anchored) implements Clause {
    private static final byte MATCHES = 1;
    private static final byte NEVER = 2;
    private static final byte ASK_NAME = 3;

    @Override
    public long cost(LeafReader reader) {
        return 2L * reader.maxDoc();
    }

    @Override
    public void retain(LeafReader reader, Docs candidates) throws IOException {
        SortedDocValues folders = reader.getSortedDocValues(Columns.FOLDER);
        if (folders == null) {
            candidates.keep(doc -> false);
            return;
        }
        Scan scan = new Scan(this, folders, reader.getBinaryDocValues(Columns.NAME));
        candidates.keep(doc -> folders.advanceExact(doc) && scan.matches(doc, folders.ordValue()));
    }

    /// The longest match, in code points.
    private long reach() {
        return (long) text.codePointCount(0, text.length()) + errors;
    }

    /// One walk over a segment, with what is known of each folder.
    private static final class Scan {
        private final PathClause clause;
        private final Pattern pattern;
        private final SortedDocValues folders;
        private final @Nullable BinaryDocValues names;
        private final byte[] verdicts;
        private byte[] path = new byte[256];
        /// The folder whose end, with a slash, stands at the start of `path`; -1 for none.
        private int folder = -1;
        private int folderLength;

        Scan(PathClause clause, SortedDocValues folders, @Nullable BinaryDocValues names) {
            this.clause = clause;
            this.pattern = Pattern.of(clause.text, clause.errors, clause.anchored);
            this.folders = folders;
            this.names = names;
            this.verdicts = new byte[folders.getValueCount()];
        }

        boolean matches(int doc, int ord) throws IOException {
            if (verdicts[ord] == 0) {
                verdicts[ord] = verdict(folders.lookupOrd(ord));
            }
            return verdicts[ord] == MATCHES || (verdicts[ord] == ASK_NAME && nameMatches(doc, ord));
        }

        private byte verdict(BytesRef bytes) {
            if (pattern.matches(bytes.bytes, bytes.offset, bytes.length)) {
                return MATCHES;
            }
            boolean beyond = clause.anchored && tail(bytes) > bytes.offset;
            return names == null || beyond ? NEVER : ASK_NAME;
        }

        private boolean nameMatches(int doc, int ord) throws IOException {
            if (names == null || !names.advanceExact(doc)) {
                return false;
            }
            BytesRef name = names.binaryValue();
            if (name.length == 0) {
                return false;
            }
            if (folder != ord) {
                keepFolder(folders.lookupOrd(ord));
                folder = ord;
            }
            path = Pattern.grown(path, folderLength + name.length);
            System.arraycopy(name.bytes, name.offset, path, folderLength, name.length);
            return pattern.matches(path, 0, folderLength + name.length);
        }

        private void keepFolder(BytesRef bytes) {
            int start = tail(bytes);
            int length = bytes.offset + bytes.length - start;
            path = Pattern.grown(path, length + 1);
            System.arraycopy(bytes.bytes, start, path, 0, length);
            // that of a folder which is another one as well ends with slashes
            while (length > 0 && path[length - 1] == '/') {
                length--;
            }
            path[length] = '/';
            folderLength = length + 1;
        }

        /// Where the last code points begin that a match can cover.
        private int tail(BytesRef bytes) {
            int start = bytes.offset + bytes.length;
            long left = clause.reach();
            while (start > bytes.offset && left > 0) {
                if ((bytes.bytes[--start] & 0xC0) != 0x80) {
                    left--;
                }
            }
            return start;
        }
    }
}
