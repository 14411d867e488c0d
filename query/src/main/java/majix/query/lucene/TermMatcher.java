package majix.query.lucene;

/// Says which terms match, asked about one after the other. As sorted terms begin like the one before them, what is
/// known of the beginning need not be found out again. Holds state: for one thread and one scan.
public interface TermMatcher {

    /// Whether a term matches.
    ///
    /// @param bytes UTF-8
    /// @param at where in them the term goes on, behind what it shares
    /// @param own how many bytes it has from there on
    /// @param shared how many bytes it begins with that the term that was asked about before begins with, too
    boolean matches(byte[] bytes, int at, int own, int shared);

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
        WholeTerm term = new WholeTerm();
        return (bytes, at, own, shared) -> {
            int length = term.take(bytes, at, own, shared);
            return pattern.matches(term.bytes, 0, length);
        };
    }
}
