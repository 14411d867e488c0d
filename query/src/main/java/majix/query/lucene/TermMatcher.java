package majix.query.lucene;

/// Says which terms match, asked about one after the other. As sorted terms begin like the one before them, what is
/// known of the beginning need not be found out again. Holds state: for one thread and one scan.
public interface TermMatcher {

    /// Whether a term matches.
    ///
    /// @param term the term's bytes, UTF-8, from 0 on
    /// @param length how many bytes
    /// @param shared how many of them the term that was asked about before begins with, too
    boolean matches(byte[] term, int length, int shared);

    /// The matcher of a pattern within a number of errors, anchored at the start or not.
    static TermMatcher of(String text, int errors, boolean anchored) {
        int[] characters = text.codePoints().toArray();
        if (errors == 0 && !anchored) {
            return new SubstringMatcher(text);
        }
        if (characters.length > errors && characters.length <= ApproxStates.LONGEST) {
            return new ApproxMatcher(characters, errors, anchored);
        }
        Pattern pattern = Pattern.of(text, errors, anchored);
        return (term, length, shared) -> pattern.matches(term, 0, length);
    }
}
