package majix.query;

import java.util.List;
import java.util.Set;

/// The whole query language on one screen. An expression prints itself in a form that [QueryParser] reads back.
public sealed interface Expr {

    /// Every one of the terms holds.
    record And(List<Expr> terms) implements Expr {}

    /// At least one of the terms holds.
    record Or(List<Expr> terms) implements Expr {}

    /// The term does not hold.
    record Not(Expr term) implements Expr {}

    /// A text in any of the fields, which are of kind WORDS, ADDRESSES or NAMES. What its words are is for the index's
    /// tokenizer to say: one word is looked up as such, several are a phrase.
    record Text(Set<Field> fields, String text, Match match) implements Expr {}

    /// Pieces joined by a plus: the literal text with its pluses as an address, or every piece a word.
    record Plus(Set<Field> fields, List<String> pieces, Match match) implements Expr {}

    /// A Message-ID, without angle brackets.
    record Id(String id) implements Expr {}

    /// Part of the path, case-sensitive; `errors` of 0 or more, anchored at the start of the path or not.
    record PathPart(String text, boolean anchored, int errors) implements Expr {}

    /// The message's time lies in the range.
    record Dated(DateRange range) implements Expr {}

    /// The message's size lies in the range.
    record Sized(SizeRange range) implements Expr {}

    /// Flags that must be there and flags that must not, by letter (`srfdtp`).
    record Flagged(Set<Character> with, Set<Character> without) implements Expr {}

    /// How a word is matched.
    sealed interface Match {
        /// `word`: the whole token.
        record Exact() implements Match {}

        /// `word=`: a token that contains it.
        record Substring() implements Match {}

        /// `^word`, `^word=`: a token that starts with it.
        record Prefix() implements Match {}

        /// `word=N`: a token with a substring within N errors; `^word=N`: some prefix of the token within N errors.
        /// For a phrase: at most N further words in between.
        record Approx(int errors, boolean anchored) implements Match {}
    }
}
