package majix.query.lucene;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import majix.query.Field;

/// A small tokenizer after the language's rules, for tests: words, pairs of Han, flat variants of accented words, whole
/// addresses with their local parts and domains, whole file names.
final class SimpleWords implements Words {

    /// What a field's text is indexed as: for each position the tokens there.
    List<Set<String>> positions(Field field, String text) {
        List<Set<String>> positions = new ArrayList<>();
        for (String word : words(text)) {
            Set<String> tokens = new TreeSet<>();
            tokens.add(word);
            tokens.add(Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{M}", ""));
            positions.add(tokens);
        }
        if (positions.isEmpty()) {
            positions.add(new TreeSet<>());
        }
        if (field.kind() == Field.Kind.NAMES) {
            positions.getFirst().add(fold(text));
        }
        if (field.kind() == Field.Kind.ADDRESSES) {
            for (String run : fold(text).split("[^\\p{L}\\p{M}\\p{N}_@.+-]+", -1)) {
                int at = run.lastIndexOf('@');
                for (String token : List.of(run, run.substring(at + 1), run.substring(0, Math.max(at, 0)))) {
                    if (!token.isEmpty()) {
                        positions.getFirst().add(token);
                    }
                }
            }
        }
        return positions;
    }

    @Override
    public List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String run : fold(text).split("[^\\p{L}\\p{M}\\p{N}_]+", -1)) {
            int start = 0;
            for (int i = 0; i < run.length(); i++) {
                if (isHan(run, i) && isHan(run, i + 1)) {
                    if (start < i) {
                        words.add(run.substring(start, i));
                    }
                    words.add(run.substring(i, i + 2));
                    start = i + 1;
                } else if (isHan(run, i) && i > 0 && isHan(run, i - 1)) {
                    start = i + 1;
                }
            }
            if (start < run.length()) {
                words.add(run.substring(start));
            }
        }
        return words;
    }

    @Override
    public String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean isAddress(String text) {
        return fold(text).matches("[\\p{L}\\p{M}\\p{N}_@.+-]*[@.+-][\\p{L}\\p{M}\\p{N}_@.+-]*");
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
