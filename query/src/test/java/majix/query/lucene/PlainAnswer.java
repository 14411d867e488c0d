package majix.query.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import majix.query.Expr;
import majix.query.Expr.Match;
import majix.query.Field;
import majix.query.Field.Kind;

/// Whether a message matches an expression, worked out in the plainest way, without an index.
final class PlainAnswer {
    private final SimpleWords words = new SimpleWords();
    private final Mail mail;

    PlainAnswer(Mail mail) {
        this.mail = mail;
    }

    boolean matches(Expr expr) {
        return switch (expr) {
            case Expr.And(var terms) -> terms.stream().allMatch(this::matches);
            case Expr.Or(var terms) -> terms.stream().anyMatch(this::matches);
            case Expr.Not(var term) -> !matches(term);
            case Expr.Text(var fields, var text, var match) ->
                fields.stream().anyMatch(field -> text(field, text, match));
            case Expr.Plus(var fields, var pieces, var match) -> plus(fields, pieces, match);
            case Expr.Id(var id) -> mail.id().toLowerCase(Locale.ROOT).equals(id.toLowerCase(Locale.ROOT));
            case Expr.PathPart(var part, var anchored, var errors) -> contains(mail.path(), part, errors, anchored);
            case Expr.Dated(var range) -> mail.date() >= range.first() && mail.date() <= range.last();
            case Expr.Sized(var range) -> mail.size() >= range.least() && mail.size() <= range.most();
            case Expr.Flagged(var with, var without) -> with.stream().allMatch(this::flag)
                    && without.stream().noneMatch(this::flag);
        };
    }

    private boolean flag(char letter) {
        return (mail.flags() & Columns.flagBit(letter)) != 0;
    }

    private boolean plus(Set<Field> fields, List<String> pieces, Match match) {
        String literal = String.join("+", pieces);
        return pieces.stream().allMatch(piece -> fields.stream().anyMatch(field -> text(field, piece, match)))
                || fields.stream()
                        .anyMatch(field -> field.kind() != Kind.WORDS && token(field, words.fold(literal), match));
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

    private boolean token(Field field, String folded, Match match) {
        return mail.positions(field, words).stream().flatMap(Set::stream).anyMatch(token -> switch (match) {
            case Match.Exact() -> token.equals(folded);
            case Match.Substring() -> token.contains(folded);
            case Match.Prefix() -> token.startsWith(folded);
            case Match.Approx(var errors, var anchored) -> contains(token, folded, errors, anchored);
        });
    }

    private boolean phrase(Field field, List<String> tokens, int gap) {
        List<Set<String>> positions = mail.positions(field, words);
        List<Integer> ends = new ArrayList<>();
        for (int start = 0; start < positions.size(); start++) {
            ends.add(start + tokens.size() - 1 + gap);
            if (phrase(positions, start, tokens, 0, ends.getLast())) {
                return true;
            }
        }
        return false;
    }

    private static boolean phrase(List<Set<String>> positions, int at, List<String> tokens, int next, int end) {
        if (at >= positions.size() || at > end || !positions.get(at).contains(tokens.get(next))) {
            return false;
        }
        if (next == tokens.size() - 1) {
            return true;
        }
        for (int further = at + 1; further <= end; further++) {
            if (phrase(positions, further, tokens, next + 1, end)) {
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
