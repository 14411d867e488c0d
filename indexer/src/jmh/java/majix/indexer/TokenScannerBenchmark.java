package majix.indexer;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Time to split one text of about 4,000 characters, the size of a common message, into tokens.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TokenScannerBenchmark {
    private static final int CHARS = 4_000;
    private static final String LATIN = "abcdefghijklmnopqrstuvwxyzABCDE0123";

    /// `ascii` and `accents` are body text, `chinese` is split into pairs, `addresses` is a long To header.
    @Param({"ascii", "accents", "chinese", "addresses"})
    String kind = "";

    private final TokenScanner scanner = new TokenScanner(true);
    private String text = "";
    private int sum;

    @Setup
    public void prepare() {
        Random random = new Random(1);
        StringBuilder made = new StringBuilder();
        while (made.length() < CHARS) {
            made.append(word(random)).append(random.nextInt(10) == 0 ? ".\n" : " ");
        }
        text = made.toString();
    }

    /// Returns a sum over all tokens, so that none of them can be left out.
    @Benchmark
    public int tokens() {
        sum = 0;
        scanner.scan(text, kind.equals("addresses"),
                (utf8, from, length, packed, step) -> sum += utf8[from] + length + (int) packed + step);
        return sum;
    }

    private String word(Random random) {
        return switch (kind) {
            case "accents" -> letters(random, "abcdefghijklmnopqrstuvwxyzäéöüß");
            case "chinese" -> Character.toString(0x4E00 + random.nextInt(3_000));
            case "addresses" -> letters(random, LATIN) + "." + letters(random, LATIN) + "@" + letters(random, LATIN)
                    + ".example,";
            default -> letters(random, LATIN);
        };
    }

    private static String letters(Random random, String alphabet) {
        StringBuilder word = new StringBuilder();
        int length = 2 + random.nextInt(9);
        while (word.length() < length) {
            word.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return word.toString();
    }
}
