package majix.query;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The whole query language on one screen. An expression prints itself as one argument that [QueryParser] reads back as
/// an equal expression; for that an And or Or needs two or more terms, as the parser makes them.
public sealed interface Expr {

    /// The expressions this one is made of, in their order; none for a leaf.
    default List<Expr> parts() {
        return List.of();
    }

    /// What is made of each kind of expression. A pattern switch says the same, and javac names it just so when a kind is
    /// added; but its code is made anew in every process, which takes a cold search as long as finding its messages.
    ///
    /// @param <R> what is made
    interface Cases<R> {
        /// For [And].
        R and(List<Expr> terms);

        /// For [Or].
        R or(List<Expr> terms);

        /// For [Not].
        R not(Expr term);

        /// For [Text].
        R text(Set<Field> fields, String text, Match match);

        /// For [Plus].
        R plus(Set<Field> fields, List<String> pieces, Match match);

        /// For [Id].
        R id(String id);

        /// For [PathPart].
        R path(String text, boolean anchored, int errors);

        /// For [Dated].
        R dated(DateRange range);

        /// For [Sized].
        R sized(SizeRange range);

        /// For [Flagged].
        R flagged(Set<Character> with, Set<Character> without);
    }

    /// The case that this expression is.
    <R> R on(Cases<R> cases);

    /// Every one of the terms; the term itself if it is the only one.
    static Expr all(List<Expr> terms) {
        return terms.size() == 1 ? terms.getFirst() : new And(terms);
    }

    /// Any of the terms; the term itself if it is the only one.
    static Expr any(List<Expr> terms) {
        return terms.size() == 1 ? terms.getFirst() : new Or(terms);
    }

    /// Every one of the terms holds; true without terms.
    record And(List<Expr> terms) implements Expr {
        public And {
            terms = List.copyOf(terms);
        }

        @Override
        public List<Expr> parts() {
            return terms;
        }

        @Override
        public <R> R on(Cases<R> cases) {
            return cases.and(terms);
        }

        @Override
        public String toString() {
            return Printed.group(terms, " ");
        }
    }

    /// At least one of the terms holds; false without terms.
    record Or(List<Expr> terms) implements Expr {
        public Or {
            terms = List.copyOf(terms);
        }

        @Override
        public List<Expr> parts() {
            return terms;
        }

        @Override
        public <R> R on(Cases<R> cases) {
            return cases.or(terms);
        }

        @Override
        public String toString() {
            return Printed.group(terms, " or ");
        }
    }

    /// The term does not hold.
    record Not(Expr term) implements Expr {
        @Override
        public List<Expr> parts() {
            return List.of(term);
        }

        @Override
        public <R> R on(Cases<R> cases) {
            return cases.not(term);
        }

        @Override
        public String toString() {
            return Printed.not(term);
        }
    }

    /// A text in any of the fields, which are of kind WORDS, ADDRESSES or NAMES. What its words are is for the index's
    /// tokenizer to say: one word is looked up as such, several are a phrase.
    record Text(Set<Field> fields, String text, Match match) implements Expr {
        public Text {
            fields = searchable(fields);
            if (text.isBlank()) {
                throw new IllegalArgumentException("blank text");
            }
        }

        @Override
        public <R> R on(Cases<R> cases) {
            return cases.text(fields, text, match);
        }

        @Override
        public String toString() {
            return Printed.text(fields, List.of(text), match);
        }
    }

    /// Two or more pieces joined by a plus: the literal text with its pluses as an address, or every piece a word.
    record Plus(Set<Field> fields, List<String> pieces, Match match) implements Expr {
        public Plus {
            fields = searchable(fields);
            pieces = List.copyOf(pieces);
            if (pieces.size() < 2) {
                throw new IllegalArgumentException("nothing is joined in " + pieces);
            }
        }

        @Override
        public <R> R on(Cases<R> cases) {
            return cases.plus(fields, pieces, match);
        }

        @Override
        public String toString() {
            return Printed.text(fields, pieces, match);
        }
    }

    /// A Message-ID, without angle brackets, in any case.
    record Id(String id) implements Expr {
        public Id {
            if (id.isBlank()) {
                throw new IllegalArgumentException("blank id");
            }
        }

        @Override
        public <R> R on(Cases<R> cases) {
            return cases.id(id);
        }

        @Override
        public String toString() {
            return Printed.id(id);
        }
    }

    /// Part of the path, case-sensitive; `errors` of 0 or more, anchored at the start of the path or not.
    record PathPart(String text, boolean anchored, int errors) implements Expr {
        public PathPart {
            if (text.isEmpty() || errors < 0) {
                throw new IllegalArgumentException("part \"" + text + "\" with " + errors + " errors");
            }
        }

        @Override
        public <R> R on(Cases<R> cases) {
            return cases.path(text, anchored, errors);
        }

        @Override
        public String toString() {
            return Printed.path(this);
        }
    }

    /// The message's time lies in the range.
    record Dated(DateRange range) implements Expr {
        @Override
        public <R> R on(Cases<R> cases) {
            return cases.dated(range);
        }

        @Override
        public String toString() {
            return "d:" + range;
        }
    }

    /// The message's size lies in the range.
    record Sized(SizeRange range) implements Expr {
        @Override
        public <R> R on(Cases<R> cases) {
            return cases.sized(range);
        }

        @Override
        public String toString() {
            return "z:" + range;
        }
    }

    /// Flags that must be there and flags that must not, by letter (`srfdtpl`).
    record Flagged(Set<Character> with, Set<Character> without) implements Expr {
        public Flagged {
            with = Collections.unmodifiableSet(new TreeSet<>(with));
            without = Collections.unmodifiableSet(new TreeSet<>(without));
            if (with.isEmpty() && without.isEmpty()) {
                throw new IllegalArgumentException("no flags");
            }
        }

        @Override
        public <R> R on(Cases<R> cases) {
            return cases.flagged(with, without);
        }

        @Override
        public String toString() {
            return Printed.flags(with, without);
        }
    }

    /// How a word is matched.
    sealed interface Match {
        /// Whether a token must be the word as a whole.
        default boolean whole() {
            return false;
        }

        /// Whether it must stand at the start of the token.
        default boolean anchored() {
            return false;
        }

        /// How many errors are allowed.
        default int errors() {
            return 0;
        }

        /// `word`: the whole token.
        record Exact() implements Match {
            @Override
            public boolean whole() {
                return true;
            }
        }

        /// `word=`: a token that contains it.
        record Substring() implements Match {}

        /// `^word`, `^word=`: a token that starts with it.
        record Prefix() implements Match {
            @Override
            public boolean anchored() {
                return true;
            }
        }

        /// `word=N`: a token with a substring within N errors; `^word=N`: some prefix of the token within N errors.
        /// For a phrase: at most N further words in between. N is 1 or more: without errors these are [Substring] and
        /// [Prefix].
        record Approx(int errors, boolean anchored) implements Match {
            public Approx {
                if (errors < 1) {
                    throw new IllegalArgumentException(errors + " errors");
                }
            }
        }
    }

    private static Set<Field> searchable(Set<Field> fields) {
        for (Field field : fields) {
            if (!field.kind().combinable() || field == Field.PATH) {
                throw new IllegalArgumentException("no text in " + field);
            }
        }
        return Collections.unmodifiableSet(EnumSet.copyOf(fields));
    }
}
