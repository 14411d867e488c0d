package majix.query.lucene;

import java.io.IOException;
import org.apache.lucene.search.DocIdSetIterator;
import org.jspecify.annotations.Nullable;

/// Terms of a field that can be scanned faster than by walking from one to the next: they lie in pages, and it may be
/// known which pages have what. The index's codec implements it; other terms are walked.
public interface ScannableTerms {
    /// Bytes in a row of which [#pagesWith] knows.
    int GRAM = 3;

    /// Number of pages.
    int pages();

    /// Whether [#pagesWith] can be asked for [#GRAM] bytes from `at` on.
    boolean knowsPages(byte[] bytes, int at);

    /// Pages with a term that has certain bytes in a row, ascending; null if there is none.
    ///
    /// @param bytes [#GRAM] bytes from `at` on, of which [#knowsPages]
    /// @throws IOException when the index cannot be read
    @Nullable
    DocIdSetIterator pagesWith(byte[] bytes, int at) throws IOException;

    /// Pages of which it is not known what they have, ascending; null if there is none.
    ///
    /// @throws IOException when the index cannot be read
    @Nullable
    DocIdSetIterator unknownPages() throws IOException;

    /// Begins to scan some pages. Several scans may be done side by side.
    ///
    /// @param pages the pages, ascending, of which those from `from` on and before `end` are scanned; null: the numbers
    ///     are pages themselves
    /// @throws IOException when the index cannot be read
    TermScan scan(int @Nullable [] pages, int from, int end) throws IOException;
}
