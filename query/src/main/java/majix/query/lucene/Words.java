package majix.query.lucene;

import java.util.List;

/// How the index splits text into tokens, as far as a query needs to know. The index's tokenizer implements it; it must
/// give the same tokens as indexing does, without the variants (folded accents, address parts) that indexing adds.
public interface Words {

    /// The tokens of a text in their order, folded (NFKC, case), accents as typed. A run of Han, Kana, Hangul or Thai
    /// of two or more characters gives its overlapping pairs.
    List<String> words(String text);

    /// The text folded as a whole, nothing dropped, nothing split.
    String fold(String text);

    /// Whether the text, folded, is one token of an address header besides its words: a run of word characters and
    /// `@ . - +` with at least one of the latter.
    boolean isAddress(String text);

    /// The text folded, without `@ . - +` at its ends: what stood in a sentence or between other addresses.
    default String bare(String text) {
        String folded = fold(text);
        int from = 0;
        int to = folded.length();
        while (from < to && isMark(folded.charAt(from))) {
            from++;
        }
        while (to > from && isMark(folded.charAt(to - 1))) {
            to--;
        }
        return folded.substring(from, to);
    }

    private static boolean isMark(char c) {
        return c == '@' || c == '.' || c == '-' || c == '+';
    }

    /// Whether the text holds two or more characters in a run of Han, Kana, Hangul or Thai, so that it can only be
    /// found by pairs.
    boolean hasPairs(String text);
}
