package majix.indexer.history;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import majix.query.Expr;
import majix.query.Expr.Match;
import majix.query.Field;
import majix.query.Field.Kind;
import majix.query.lucene.Columns;

/// Whether a message matches an expression, worked out in the plainest way, without an index.
final class PlainAnswer {
    private final Tokens.Query words = new Tokens.Query();
    private final Message message;
    private final Map<Field, Tokens> tokens = new EnumMap<>(Field.class);

    PlainAnswer(Message message) {
        this.message = message;
    }

    boolean matches(Expr expr) {
        return switch (expr) {
            case Expr.And(var terms) -> terms.stream().allMatch(this::matches);
            case Expr.Or(var terms) -> terms.stream().anyMatch(this::matches);
            case Expr.Not(var term) -> !matches(term);
            case Expr.Text(var fields, var text, var match) ->
                fields.stream().anyMatch(field -> text(field, text, match));
            case Expr.Plus(var fields, var pieces, var match) -> plus(fields, pieces, match);
            case Expr.Id(var id) -> message.letter().ids().contains(id.toLowerCase(Locale.ROOT));
            case Expr.PathPart(var part, var anchored, var errors) ->
                contains(message.path(), part, errors, anchored);
            case Expr.Dated(var range) -> message.date() >= range.first() && message.date() <= range.last();
            case Expr.Sized(var range) -> message.size() >= range.least() && message.size() <= range.most();
            case Expr.Flagged(var with, var without) -> with.stream().allMatch(this::flag)
                    && without.stream().noneMatch(this::flag);
        };
    }

    private boolean flag(char letter) {
        return (message.flags() & Columns.flagBit(letter)) != 0;
    }

    private boolean plus(Set<Field> fields, List<String> pieces, Match match) {
        String literal = String.join("+", pieces);
        return pieces.stream().allMatch(piece -> fields.stream().anyMatch(field -> text(field, piece, match)))
                || fields.stream().anyMatch(field -> field.kind() != Kind.WORDS && text(field, literal, match)
                        && (field.kind() == Kind.NAMES || words.isAddress(literal)));
    }

    private boolean text(Field field, String text, Match match) {
        boolean whole = field.kind() == Kind.NAMES || (field.kind() == Kind.ADDRESSES && words.isAddress(text));
        int gap = match instanceof Match.Approx(var errors, _) ? errors : 0;
        if (whole && token(field, words.fold(text), match)) {
            return true;
        }
        String bare = words.fold(text).replaceAll("^[@.+-]+|[@.+-]+$", "");
        if (whole && field.kind() == Kind.ADDRESSES && match instanceof Match.Exact) {
            return !bare.equals(words.fold(text)) && text(field, bare, match);
        }
        List<String> split = words.words(text);
        boolean phrase = match instanceof Match.Exact || split.size() > 1 || words.hasPairs(text);
        if (phrase) {
            return (!whole || field.kind() == Kind.NAMES) && !split.isEmpty() && phrase(field, split, gap);
        }
        return token(field, !whole && split.size() == 1 ? split.getFirst() : words.fold(text), match);
    }

    private Tokens tokens(Field field) {
        return tokens.computeIfAbsent(field, each -> Tokens.of(each, message.letter().says(each)));
    }

    private boolean token(Field field, String folded, Match match) {
        return tokens(field).all().stream().anyMatch(token -> switch (match) {
            case Match.Exact() -> token.equals(folded);
            case Match.Substring() -> token.contains(folded);
            case Match.Prefix() -> token.startsWith(folded);
            case Match.Approx(var errors, var anchored) -> contains(token, folded, errors, anchored);
        });
    }

    private boolean phrase(Field field, List<String> sought, int gap) {
        List<Set<String>> places = tokens(field).places();
        for (int start = 0; start < places.size(); start++) {
            if (phrase(places, start, sought, 0, start + sought.size() - 1 + gap)) {
                return true;
            }
        }
        return sought.size() == 1 && tokens(field).all().contains(sought.getFirst());
    }

    private static boolean phrase(List<Set<String>> places, int at, List<String> sought, int next, int end) {
        if (at >= places.size() || at > end || !places.get(at).contains(sought.get(next))) {
            return false;
        }
        if (next == sought.size() - 1) {
            return true;
        }
        for (int further = at + 1; further <= end; further++) {
            if (phrase(places, further, sought, next + 1, end)) {
                return true;
            }
        }
        return false;
    }

    /// The textbook matrix: some substring of the text, or some prefix if anchored, within a number of errors.
    static boolean contains(String text, String pattern, int errors, boolean anchored) {
        int[] sought = pattern.codePoints().toArray();
        int[] column = new int[sought.length + 1];
        for (int i = 0; i < column.length; i++) {
            column[i] = i;
        }
        int best = column[sought.length];
        int row = 0;
        for (int c : text.codePoints().toArray()) {
            int[] next = new int[column.length];
            next[0] = anchored ? ++row : 0;
            for (int i = 1; i < next.length; i++) {
                int substituted = column[i - 1] + (sought[i - 1] == c ? 0 : 1);
                next[i] = Math.min(substituted, Math.min(column[i], next[i - 1]) + 1);
            }
            column = next;
            best = Math.min(best, column[sought.length]);
        }
        return best <= errors;
    }
}
