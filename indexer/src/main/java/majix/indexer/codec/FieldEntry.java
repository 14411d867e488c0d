package majix.indexer.codec;

import java.io.IOException;

/// What the table of contents says of an indexed field.
///
/// @param name the field's name
/// @param positions whether positions are kept
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
record FieldEntry(String name, boolean positions, long terms, int documents, long postings, long occurrences,
        long leaves, long leavesEnd, long root, int depth, long ends, int endWidth) {

    void write(BitOutput out) {
        out.string(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        out.put(positions ? 1 : 0);
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
        return new FieldEntry(name, in.next() != 0, in.vlong(), in.vint(), in.vlong(), in.vlong(), in.vlong(),
                in.vlong(), in.vlong(), in.vint(), in.vlong(), in.vint());
    }
}
