package majix.query.lucene;

import java.io.IOException;

/// Something that nearly all documents of a segment have, and that knows which do not. The index's codec implements it; of
/// others each document is asked for.
public interface Lacking {

    /// The documents that lack it, ascending. Not to be changed.
    ///
    /// @throws IOException when the index cannot be read
    int[] lacking() throws IOException;
}
