package majix.indexer.history;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import majix.query.Field;
import majix.query.lucene.Words;

/// A small tokenizer after the rules of the query language, for tests: words, pairs of Han, flat variants of accented
/// words, whole addresses with their local parts and domains, whole file names.
///
/// @param places for each word of the field's values the tokens there; values are far apart
/// @param others tokens that are no part of a phrase
record Tokens(List<Set<String>> places, Set<String> others) {
    private static final int GAP = 20;
    private static final String WORD = "\\p{L}\\p{M}\\p{N}_";

    /// What the texts of a field are found by.
    static Tokens of(Field field, List<String> values) {
        Tokens tokens = new Tokens(new ArrayList<>(), new TreeSet<>());
        for (String value : values) {
            for (String word : new Query().words(value)) {
                tokens.places.add(variants(word));
            }
            for (int i = 0; i < GAP; i++) {
                tokens.places.add(Set.of());
            }
            if (field.kind() == Field.Kind.NAMES) {
                tokens.others.add(fold(value));
            }
            if (field.kind() == Field.Kind.ADDRESSES) {
                tokens.addresses(value);
            }
        }
        return tokens;
    }

    private void addresses(String value) {
        for (String run : fold(value).split("[^" + WORD + "@.+-]+", -1)) {
            int at = run.lastIndexOf('@');
            if (run.matches(".*[@.+-].*") && run.matches(".*[" + WORD + "].*")) {
                for (String token : List.of(run, run.substring(at + 1), run.substring(0, Math.max(at, 0)))) {
                    if (!token.isEmpty()) {
                        others.addAll(variants(token));
                    }
                }
            }
        }
    }

    private static Set<String> variants(String token) {
        Set<String> tokens = new TreeSet<>();
        tokens.add(token);
        tokens.add(Normalizer.normalize(token, Normalizer.Form.NFD).replaceAll("\\p{M}", ""));
        return tokens;
    }

    /// All tokens.
    Set<String> all() {
        Set<String> all = new TreeSet<>(others);
        places.forEach(all::addAll);
        return all;
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replace("ß", "ss").toLowerCase(Locale.ROOT);
    }

    /// The same for queries, without variants.
    static final class Query implements Words {
        @Override
        public List<String> words(String text) {
            List<String> words = new ArrayList<>();
            for (String run : Tokens.fold(text).split("[^" + WORD + "]+", -1)) {
                int start = 0;
                for (int i = 0; i < run.length(); i++) {
                    if (isHan(run, i) != isHan(run, i + 1)) {
                        words.addAll(isHan(run, i)
                                ? pairs(run.substring(start, i + 1))
                                : List.of(run.substring(start, i + 1)));
                        start = i + 1;
                    }
                }
                if (start < run.length()) {
                    words.add(run.substring(start));
                }
            }
            return words;
        }

        private static List<String> pairs(String han) {
            List<String> pairs = new ArrayList<>();
            for (int i = 0; i + 1 < han.length(); i++) {
                pairs.add(han.substring(i, i + 2));
            }
            return pairs.isEmpty() ? List.of(han) : pairs;
        }

        @Override
        public String fold(String text) {
            return Tokens.fold(text);
        }

        @Override
        public boolean isAddress(String text) {
            return fold(text).matches("[" + WORD + "@.+-]*[@.+-][" + WORD + "@.+-]*")
                    && fold(text).matches(".*[" + WORD + "].*");
        }

        @Override
        public boolean hasPairs(String text) {
            for (int i = 0; i < text.length(); i++) {
                if (isHan(text, i) && isHan(text, i + 1)) {
                    return true;
                }
            }
            return false;
        }

        private static boolean isHan(String text, int i) {
            return i < text.length() && Character.isIdeographic(text.charAt(i));
        }
    }
}
