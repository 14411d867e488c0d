package majix.query.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import majix.query.DateRange;
import majix.query.Expr;
import majix.query.Expr.Match;
import majix.query.Field;
import majix.query.SizeRange;
import org.apache.lucene.util.BytesRef;

/// Makes a clause of each kind of expression.
final class ClauseRenderer implements Expr.Cases<Clause> {
    private final Words words;

    /// @param words how the index splits text
    ClauseRenderer(Words words) {
        this.words = words;
    }

    private Clause clause(Expr expr) {
        return expr.on(this);
    }

    @Override
    public Clause and(List<Expr> terms) {
        return Clause.all(clauses(terms));
    }

    @Override
    public Clause or(List<Expr> terms) {
        return Clause.any(clauses(terms));
    }

    @Override
    public Clause not(Expr term) {
        return new Clause.Not(clause(term));
    }

    @Override
    public Clause id(String id) {
        return new TermClause(Columns.of(Field.ID),
                new BytesRef(Columns.idTerm(withoutBlanks(id).toLowerCase(Locale.ROOT))));
    }

    /// An id as the index has it: a header may be folded within one.
    private static String withoutBlanks(String id) {
        StringBuilder rest = new StringBuilder(id.length());
        for (int i = 0; i < id.length(); i++) {
            if (id.charAt(i) > ' ') {
                rest.append(id.charAt(i));
            }
        }
        return rest.toString();
    }

    @Override
    public Clause path(String text, boolean anchored, int errors) {
        return new PathClause(text, errors, anchored);
    }

    @Override
    public Clause dated(DateRange range) {
        return new RangeClause(Columns.DATE, range.first(), range.last());
    }

    @Override
    public Clause sized(SizeRange range) {
        return new RangeClause(Columns.SIZE, range.least(), range.most());
    }

    @Override
    public Clause flagged(Set<Character> with, Set<Character> without) {
        return new FlagClause(bits(with), bits(without));
    }

    private List<Clause> clauses(List<Expr> terms) {
        List<Clause> clauses = new ArrayList<>(terms.size());
        for (Expr term : terms) {
            clauses.add(clause(term));
        }
        return clauses;
    }

    private static long bits(Set<Character> flags) {
        long bits = 0;
        for (char letter : flags) {
            bits |= Columns.flagBit(letter);
        }
        return bits;
    }

    @Override
    public Clause text(Set<Field> fields, String text, Match match) {
        List<Clause> clauses = new ArrayList<>(fields.size());
        for (Field field : fields) {
            clauses.add(text(field, text, match));
        }
        return Clause.any(clauses);
    }

    private Clause text(Field field, String text, Match match) {
        return match.whole() ? exact(field, text) : pattern(field, text, match.errors(), match.anchored());
    }

    private Clause exact(Field field, String text) {
        return switch (field.kind()) {
            case WORDS -> phrase(field, text, 0);
            case ADDRESSES -> words.isAddress(text) ? address(field, text) : phrase(field, text, 0);
            case NAMES -> Clause.any(List.of(token(field, text), phrase(field, text, 0)));
            case ID, PATH, DATE, SIZE, FLAGS -> throw noText(field);
        };
    }

    private Clause pattern(Field field, String text, int errors, boolean anchored) {
        List<String> tokens = words.words(text);
        boolean isPhrase = words.hasPairs(text) || tokens.size() > 1;
        // no word holds the punctuation around it
        String word = tokens.size() == 1 ? tokens.getFirst() : words.fold(text);
        return switch (field.kind()) {
            case WORDS -> isPhrase ? phrase(field, text, errors) : scan(field, word, errors, anchored);
            case ADDRESSES -> {
                if (words.isAddress(text)) {
                    yield scan(field, words.fold(text), errors, anchored);
                }
                yield isPhrase ? phrase(field, text, errors) : scan(field, word, errors, anchored);
            }
            case NAMES -> {
                Clause whole = scan(field, words.fold(text), errors, anchored);
                yield isPhrase ? Clause.any(List.of(whole, phrase(field, text, errors))) : whole;
            }
            case ID, PATH, DATE, SIZE, FLAGS -> throw noText(field);
        };
    }

    private static Clause scan(Field field, String pattern, int errors, boolean anchored) {
        return new ScanClause(Columns.of(field), pattern, errors, anchored);
    }

    /// The words next to each other and in order, at most `gap` others in between; the word if it is only one.
    private Clause phrase(Field field, String text, int gap) {
        List<String> tokens = words.words(text);
        return switch (tokens.size()) {
            case 0 -> Clause.any(List.of());
            case 1 -> new TermClause(Columns.of(field), tokens.getFirst());
            default -> new PhraseClause(Columns.of(field), tokens, gap);
        };
    }

    /// An address; or what is left of it without a dot behind it or the like, as it stood in a text: an address, a domain,
    /// a local part, a word.
    private Clause address(Field field, String text) {
        String bare = words.bare(text);
        Clause whole = token(field, text);
        return bare.equals(words.fold(text)) ? whole : Clause.any(List.of(whole, exact(field, bare)));
    }

    private Clause token(Field field, String text) {
        return new TermClause(Columns.of(field), words.fold(text));
    }

    /// The literal text with its pluses as one token where there are such tokens, or every piece somewhere.
    @Override
    public Clause plus(Set<Field> fields, List<String> pieces, Match match) {
        String literal = String.join("+", pieces);
        List<Clause> alternatives = new ArrayList<>();
        for (Field field : fields) {
            boolean whole = field.kind() == Field.Kind.NAMES
                    || (field.kind() == Field.Kind.ADDRESSES && words.isAddress(literal));
            if (whole) {
                alternatives.add(text(field, literal, match));
            }
        }
        List<Clause> all = new ArrayList<>(pieces.size());
        for (String piece : pieces) {
            all.add(text(fields, piece, match));
        }
        alternatives.add(Clause.all(all));
        return Clause.any(alternatives);
    }

    private static IllegalArgumentException noText(Field field) {
        return new IllegalArgumentException("no text in " + field);
    }
}
