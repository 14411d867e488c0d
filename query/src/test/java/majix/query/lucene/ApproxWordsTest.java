package majix.query.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApproxWordsTest {
    private static final String[] LETTERS = {"a", "b", "c", "é", "ß", "語", "𝒳"};

    @ParameterizedTest
    @CsvSource({"chrony, synchronise, 1, false, true", "chrony, synchronyms, 1, true, false",
            "chrony, chrnoy, 1, false, false", "chrony, chrnoy, 2, false, true", "naïvx, naïve, 1, false, true",
            "語語, 語, 1, false, true", "abc, z, 2, false, false", "abc, z, 3, false, true", "abc, xabc, 1, true, true",
            "abc, xyabc, 1, true, false", "abcdef, abdef, 1, true, true"})
    void countsErrorsInCharacters(String pattern, String token, int errors, boolean anchored, boolean expected) {
        assertThat(matches(pattern, token, errors, anchored)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 20, 63, 64, 65, 66, 130, 300})
    void agreesWithTheTextbookMatrix(int longest) {
        long seed = Long.getLong("majix.seed", 11);
        Random random = new Random(seed + longest);
        for (int i = 0; i < 20_000 / longest + 2000; i++) {
            int letters = random.nextInt(2, LETTERS.length + 1);
            String pattern = text(random, random.nextInt(longest) + 1, letters);
            String token = random.nextBoolean()
                    ? mutated(random, pattern, letters)
                    : text(random, random.nextInt(2 * longest + 2), letters);
            int errors = random.nextInt(1, 2 + longest / 2);
            boolean anchored = random.nextBoolean();
            assertThat(matches(pattern, token, errors, anchored))
                    .as("seed %d: %s in %s, %d errors, anchored %s", seed, pattern, token, errors, anchored)
                    .isEqualTo(PlainAnswer.contains(token, pattern, errors, anchored));
        }
    }

    @Test
    void brokenBytesAreOneCharacterEach() {
        byte[] broken = {'a', (byte) 0xE8, (byte) 0xAA, 'b', (byte) 0xFF};
        assertThat(new ApproxWords("axxb", 2, true).matches(broken, 0, broken.length)).isTrue();
        assertThat(new ApproxWords("axxb", 1, true).matches(broken, 0, broken.length)).isFalse();
        assertThat(new ApproxWords("bxx", 1, false).matches(broken, 0, broken.length)).isFalse();
        assertThat(new ApproxWords("bx", 1, false).matches(broken, 0, broken.length)).isTrue();
    }

    @Test
    void looksOnlyBetweenTheGivenBounds() {
        byte[] bytes = "xxabcxx".getBytes(StandardCharsets.UTF_8);
        assertThat(new ApproxWords("xabc", 1, true).matches(bytes, 2, 3)).isTrue();
        assertThat(new ApproxWords("abcxxx", 2, false).matches(bytes, 2, 3)).isFalse();
    }

    private static boolean matches(String pattern, String token, int errors, boolean anchored) {
        byte[] bytes = ("#" + token + "#").getBytes(StandardCharsets.UTF_8);
        return Pattern.of(pattern, errors, anchored).matches(bytes, 1, bytes.length - 2);
    }

    private static String text(Random random, int length, int letters) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(LETTERS[random.nextInt(letters)]);
        }
        return text.toString();
    }

    private static String mutated(Random random, String pattern, int letters) {
        StringBuilder text = new StringBuilder(text(random, random.nextInt(3), letters));
        for (int c : pattern.codePoints().toArray()) {
            switch (random.nextInt(12)) {
                case 0 -> text.append(text(random, 1, letters));
                case 1 -> text.append(text(random, 1, letters)).appendCodePoint(c);
                case 2 -> {
                }
                default -> text.appendCodePoint(c);
            }
        }
        return text.append(text(random, random.nextInt(3), letters)).toString();
    }
}
