package majix.query.lucene;

import java.io.IOException;

/// Terms of a field that can be scanned faster than by walking from one to the next. The index's codec implements it;
/// other terms are walked.
public interface ScannableTerms {

    /// Begins to scan one of so many parts, which may be done side by side.
    ///
    /// @param part from 0
    /// @param parts how many
    /// @throws IOException when the index cannot be read
    TermScan scan(int part, int parts) throws IOException;
}
