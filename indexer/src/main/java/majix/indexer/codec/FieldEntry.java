package majix.indexer.codec;

import java.io.IOException;
import java.util.List;

/// What the table of contents says of an indexed field.
///
/// @param name the field's name
/// @param kind what its postings are
/// @param terms number of terms
/// @param documents documents that have the field
/// @param postings sum of the terms' documents
/// @param occurrences sum of the terms' occurrences
/// @param leaves byte of the first leaf page in the file of terms
/// @param leavesEnd byte behind the last leaf page
/// @param root byte of the topmost page
/// @param depth inner pages from the root to a leaf
/// @param ends byte in the file of postings where the ends of the documents begin
/// @param endWidth bytes of each of them
record FieldEntry(String name, Kind kind, long terms, int documents, long postings, long occurrences,
        long leaves, long leavesEnd, long root, int depth, long ends, int endWidth) {

    enum Kind {
        /// Documents.
        DOCUMENTS,
        /// Documents and the positions in them.
        POSITIONS,
        /// Leaf pages of the dictionary of the field of this name, see [Grams]; `documents` says how many there are.
        PAGES
    }

    /// Whether positions are kept.
    boolean positions() {
        return kind == Kind.POSITIONS;
    }

    /// Leaf pages of the dictionary: all but the last are full.
    int pages() {
        return (int) ((terms + TermsWriter.LEAF - 1) / TermsWriter.LEAF);
    }

    void write(BitOutput out) {
        out.string(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        out.put(List.of(Kind.values()).indexOf(kind));
        out.vlong(terms);
        out.vlong(documents);
        out.vlong(postings);
        out.vlong(occurrences);
        out.vlong(leaves);
        out.vlong(leavesEnd);
        out.vlong(root);
        out.vlong(depth);
        out.vlong(ends);
        out.vlong(endWidth);
    }

    @SuppressWarnings("ArgumentSelectionDefectChecker")
    static FieldEntry read(Cursor in) throws IOException {
        String name = new String(in.string(), java.nio.charset.StandardCharsets.UTF_8);
        return new FieldEntry(name, Kind.values()[in.next()], in.vlong(), in.vint(), in.vlong(), in.vlong(), in.vlong(),
                in.vlong(), in.vlong(), in.vint(), in.vlong(), in.vint());
    }
}
