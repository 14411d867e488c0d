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
            return places -> places.addTokens(places.addresses(), test);
        }
        if (phrase) {
            List<Test> tests = new ArrayList<>();
            each.forEach(word -> tests.add(token -> isWord(token, word)));
            return places -> places.addPhrases(tests, match.errors());
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

        /// Marks words that follow each other, with at most so many others in between.
        void addPhrases(List<Test> tests, int gap) {
            List<TextTokens.Token> all = words();
            int[] found = new int[tests.size()];
            for (int i = 0; i < all.size(); i++) {
                int at = i;
                int known = 0;
                while (known < found.length && at < all.size() && at <= i + known + gap) {
                    if (tests.get(known).accepts(all.get(at).folded())) {
                        found[known++] = at;
                    } else if (known == 0) {
                        break;
                    }
                    at++;
                }
                if (known > 0 && known == found.length) {
                    for (int place : found) {
                        meant.set(all.get(place).from(), all.get(place).to());
                    }
                }
            }
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
