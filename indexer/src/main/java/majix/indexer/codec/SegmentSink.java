package majix.indexer.codec;

import java.io.IOException;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// Takes a whole segment from memory: fields with their terms in order, then columns. Fields and columns are each given
/// once.
public interface SegmentSink {
    /// Begins a field.
    ///
    /// @param positions whether positions are kept
    /// @param ends for each document one more than the largest position in this field, 0 if it has none; ignored without
    ///     positions
    void startField(String name, boolean positions, int[] ends) throws IOException;

    /// Begins a term; terms of a field ascend in unsigned byte order and are distinct.
    void startTerm(byte[] bytes, int offset, int length) throws IOException;

    /// Adds a document to the term; documents ascend. `positions[from, from + count)` ascend strictly; without positions
    /// `count` is 0 and the array unused.
    void posting(int doc, int[] positions, int from, int count) throws IOException;

    /// Ends a term.
    void endTerm() throws IOException;

    /// Ends a field.
    void endField() throws IOException;

    /// A column of numbers, one for each document; documents not in `present` (null: all are) have none.
    void numbers(String name, long[] values, @Nullable FixedBitSet present) throws IOException;

    /// A column of byte strings: document d has `bytes[offsets[d], offsets[d + 1])`.
    void bytes(String name, byte[] bytes, int[] offsets, @Nullable FixedBitSet present) throws IOException;

    /// A column of few different byte strings: document d has `values[ords[d]]` (values ascending, distinct); ord -1:
    /// none.
    void sorted(String name, BytesRef[] values, int[] ords) throws IOException;
}
