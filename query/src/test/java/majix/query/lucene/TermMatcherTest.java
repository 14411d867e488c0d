package majix.query.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whoever keeps what is known of the beginning of a term must say the same as who looks at every term anew.
class TermMatcherTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void sortedTermsMatchAsEachByItself(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            String letters = random.nextInt(3) == 0 ? "aé€😀z" : random.nextBoolean() ? "ab" : "abcdefgh";
            boolean large = round % 20 == 0;
            String pattern = word(random, letters,
                    1 + (large ? 20 + random.nextInt(20) : random.nextInt(random.nextInt(6) == 0 ? 34 : 9)));
            int errors = random.nextInt(4);
            boolean anchored = random.nextBoolean();
            SortedSet<String> terms = new TreeSet<>((a, b) -> Arrays.compareUnsigned(utf8(a), utf8(b)));
            for (int i = 0; i < 60; i++) {
                terms.add(word(random, letters, random.nextInt(large ? 200 : 14)));
            }
            check(TermMatcher.of(pattern, errors, anchored), pattern, errors, anchored, terms);
        }
    }

    /// Long patterns with many errors have more states than are kept.
    @Test
    void patternsOfManyStatesMatchAsEachByItself() {
        Random random = new Random(9);
        String pattern = word(random, "abcd", 29);
        SortedSet<String> terms = new TreeSet<>();
        for (int i = 0; i < 4_000; i++) {
            terms.add(word(random, "abcd", 20 + random.nextInt(30)));
        }
        check(TermMatcher.of(pattern, 14, false), pattern, 14, false, terms);
    }

    private static void check(TermMatcher matcher, String pattern, int errors, boolean anchored,
            SortedSet<String> terms) {
        Pattern plain = Pattern.of(pattern, errors, anchored);
        byte[] before = new byte[0];
        for (String term : terms) {
            byte[] bytes = utf8(term);
            int differs = Arrays.mismatch(before, bytes);
            int shared = differs < 0 ? bytes.length : differs;
            assertThat(matcher.matches(bytes, shared, bytes.length - shared, shared))
                    .as("%s in %s with %d, anchored %s", pattern, term, errors, anchored)
                    .isEqualTo(plain.matches(bytes, 0, bytes.length));
            before = bytes;
        }
    }

    private static String word(Random random, String letters, int length) {
        int[] points = letters.codePoints().toArray();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return word.toString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
