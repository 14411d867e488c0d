package majix.query.lucene;

import java.io.IOException;
import org.apache.lucene.index.PostingsEnum;
import org.jspecify.annotations.Nullable;

/// A walk over terms that stops at those that match. For one thread.
public interface TermScan {

    /// Goes to the next term that matches, false if there is none. The matcher is asked about every term in its order.
    ///
    /// @throws IOException when the index cannot be read
    boolean next(TermMatcher matcher) throws IOException;

    /// The documents of the term at hand.
    ///
    /// @param reuse what an earlier call returned and is no longer in use, or null
    /// @throws IOException when the index cannot be read
    PostingsEnum documents(@Nullable PostingsEnum reuse) throws IOException;
}
