package majix.indexer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import majix.query.Expr;
import majix.query.Expr.Match;
import majix.query.Field;
import majix.query.Sought;
import majix.query.lucene.TermMatcher;

/// Finds in the texts of a message what an expression looked for there, to show people why it was found.
public final class HitWords {
    private final QueryWords words = new QueryWords();
    private final Map<Field, List<Seeker>> seekers = new EnumMap<>(Field.class);

    /// A place in a text.
    ///
    /// @param from its first char
    /// @param to behind its last char
    public record Span(int from, int to) {}

    /// Finds something in a text.
    private interface Seeker {
        void seek(Places places);
    }

    /// Says which tokens are meant.
    private interface Test {
        boolean accepts(String token);
    }

    /// @param expr what was searched for
    public HitWords(Expr expr) {
        for (Sought sought : Sought.of(expr)) {
            if (Schema.isText(sought.field())) {
                List<Seeker> some = seekers.computeIfAbsent(sought.field(), _ -> new ArrayList<>());
                switch (sought.expr()) {
                    case Expr.Text text -> some.add(text(sought.field(), text.text(), text.match()));
                    case Expr.Plus plus -> {
                        some.add(text(sought.field(), String.join("+", plus.pieces()), plus.match()));
                        plus.pieces().forEach(piece -> some.add(text(sought.field(), piece, plus.match())));
                    }
                    default -> throw new IllegalArgumentException("no text: " + sought);
                }
            }
        }
    }

    /// The fields that texts are looked for in.
    public Iterable<Field> fields() {
        return seekers.keySet();
    }

    /// The places in a value of a field that are meant, in their order, none touching another.
    public List<Span> spans(Field field, String value) {
        Places places = new Places(value);
        seekers.getOrDefault(field, List.of()).forEach(seeker -> seeker.seek(places));
        return places.spans();
    }

    private Seeker text(Field field, String text, Match match) {
        boolean address = field.kind() == Field.Kind.ADDRESSES && words.isAddress(text);
        List<String> each = words.words(text);
        boolean phrase = !address && (each.size() > 1 || words.hasPairs(text));
        if (address) {
            Test test = test(Folding.fold(text), match);
            Seeker whole = places -> places.addTokens(places.addresses(), test);
            String bare = words.bare(text);
            if (!match.whole() || bare.equals(words.fold(text))) {
                return whole;
            }
            Seeker rest = text(field, bare, match);
            return places -> {
                whole.seek(places);
                rest.seek(places);
            };
        }
        if (phrase) {
            return places -> places.addPhrases(each, match.errors());
        }
        // in names of files the punctuation around a word counts
        boolean bare = each.size() == 1 && (match.whole() || field.kind() != Field.Kind.NAMES);
        Test test = test(bare ? each.getFirst() : Folding.fold(text), match);
        return places -> places.addTokens(places.words(), test);
    }

    private static Test test(String word, Match match) {
        return match.whole() ? token -> isWord(token, word) : scan(word, match);
    }

    private static boolean isWord(String token, String word) {
        return token.equals(word) || word.equals(Folding.withoutAccents(token));
    }

    private static Test scan(String folded, Match match) {
        TermMatcher matcher = TermMatcher.of(folded, match.errors(), match.anchored());
        return token -> {
            String bare = Folding.withoutAccents(token);
            return matches(matcher, token) || (bare != null && matches(matcher, bare));
        };
    }

    /// Tokens come in no order, so that none is told to share anything with the one before.
    private static boolean matches(TermMatcher matcher, String token) {
        byte[] utf8 = token.getBytes(StandardCharsets.UTF_8);
        return matcher.matches(utf8, 0, utf8.length, 0);
    }

    /// The places found in one text.
    private static final class Places {
        private final String text;
        private final BitSet meant = new BitSet();
        private List<TextTokens.Token> words = List.of();
        private List<TextTokens.Token> addresses = List.of();

        Places(String text) {
            this.text = text;
        }

        List<TextTokens.Token> words() {
            if (words.isEmpty()) {
                words = TextTokens.words(text);
            }
            return words;
        }

        List<TextTokens.Token> addresses() {
            if (addresses.isEmpty()) {
                addresses = TextTokens.addresses(text);
            }
            return addresses;
        }

        void addTokens(List<TextTokens.Token> tokens, Test test) {
            for (TextTokens.Token token : tokens) {
                if (test.accepts(token.folded())) {
                    meant.set(token.from(), token.to());
                }
            }
        }

        /// Marks words that follow each other, with at most so many others in between: for every place of the first one the
        /// nearest of the second behind it, and so on. Places only move forward.
        void addPhrases(List<String> phrase, int gap) {
            List<BitSet> where = where(phrase);
            int[] found = new int[phrase.size()];
            for (int start = where.getFirst().nextSetBit(0); start >= 0;) {
                found[0] = start;
                for (int i = 1; i < found.length; i++) {
                    if (found[i] <= found[i - 1]) {
                        found[i] = where.get(i).nextSetBit(found[i - 1] + 1);
                    }
                    if (found[i] < 0) {
                        return;
                    }
                }
                if (found[found.length - 1] - start - (found.length - 1) <= gap) {
                    for (int place : found) {
                        meant.set(words.get(place).from(), words.get(place).to());
                    }
                }
                start = where.getFirst().nextSetBit(start + 1);
            }
        }

        /// Which words of the text each one of the phrase is.
        private List<BitSet> where(List<String> phrase) {
            List<TextTokens.Token> all = words();
            List<BitSet> where = new ArrayList<>();
            phrase.forEach(_ -> where.add(new BitSet(all.size())));
            for (int at = 0; at < all.size(); at++) {
                String token = all.get(at).folded();
                String bare = Folding.isAscii(token) ? null : Folding.withoutAccents(token);
                for (int i = 0; i < phrase.size(); i++) {
                    where.get(i).set(at, phrase.get(i).equals(token) || phrase.get(i).equals(bare));
                }
            }
            return where;
        }

        List<Span> spans() {
            List<Span> spans = new ArrayList<>();
            for (int from = meant.nextSetBit(0); from >= 0;) {
                int to = meant.nextClearBit(from);
                spans.add(new Span(from, to));
                from = meant.nextSetBit(to);
            }
            return spans;
        }
    }
}
