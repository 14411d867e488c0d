package majix.query.lucene;

import java.io.IOException;

/// Postings that give all positions in a document at once. The index's codec implements it; others are asked for one
/// position after the other.
public interface PositionRows {

    /// Reads the positions of the term in the document at hand.
    ///
    /// @return how many there are
    /// @throws IOException when the index cannot be read
    int readPositions() throws IOException;

    /// The positions that were read last, ascending; the rest of the array is not in use. It holds until the next ones are
    /// read.
    int[] positions();
}
