package majix.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import majix.formats.StoreKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Texts without a blank that are longer than what is split at once have the words that they have with blanks.
class LongLinesTest {
    private static final List<String> PIECES = List.of("k00017", "x", "_", "übung", "Straße", "слово", "ሰላም", "ｶﾞｷﾞ",
            "か\u3099く\u3099", "東京都庁報告会議", "二〇二〇年五月", "𠀋𠀌𠀍", "กำลังใจ", "한국어", "\u1112\u1161\u11ab\u1100\u1173\u11af",
            "ㄱㅏㄴ",
            "㌔", "ﬁ", "™", "x\u0338", "=\u0338", "a\u00adb", "漢\u200d字", "😀", "Ⅳ", "½");
    private static final List<String> BETWEEN = List.of("", "", "", ",", "\":\"", "、", "。", "…", "@", ".", "-", "＠",
            "＿", "😀");

    @TempDir
    Path dir;

    private static String line(Random random, int length) {
        int some = random.nextInt(1, PIECES.size());
        int first = random.nextInt(PIECES.size());
        String broken = random.nextInt(3) == 0 ? "漢字" : ",";
        StringBuilder line = new StringBuilder();
        int since = 0;
        while (line.length() < length) {
            String piece = PIECES.get((first + random.nextInt(some)) % PIECES.size());
            String between = BETWEEN.get(random.nextInt(BETWEEN.size()));
            // runs of Han may be long, words may not
            since = between.isEmpty() ? since + piece.length() : 0;
            line.append(piece).append(since > 300 ? broken : between);
            since = since > 300 ? 0 : since;
        }
        return line.toString();
    }

    /// The words of a text, all of it folded at once.
    private static List<String> plain(String text) {
        String folded = Folding.fold(text);
        List<String> words = new ArrayList<>();
        int[] run = folded.codePoints().toArray();
        for (int at = 0; at < run.length;) {
            int end = at;
            while (end < run.length && WordCharacters.isWord(run[end])
                    && WordCharacters.isPaired(run[end]) == WordCharacters.isPaired(run[at])) {
                end++;
            }
            if (end == at) {
                end++;
            } else if (!WordCharacters.isPaired(run[at]) || end == at + 1) {
                words.add(new String(run, at, end - at));
            } else {
                for (int i = at; i + 1 < end; i++) {
                    words.add(new String(run, i, 2));
                }
            }
            at = end;
        }
        return words;
    }

    private static List<String> scanned(String text, boolean addresses) {
        List<String> words = new ArrayList<>();
        new TokenScanner(false).scan(text, addresses,
                (utf8, from, length, _, _) -> words.add(new String(utf8, from, length, StandardCharsets.UTF_8)));
        return words;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theWordsAreThoseOfTheWhole(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            String line = line(random, random.nextInt(20_000));
            List<String> expected = plain(line);
            assertThat(scanned(line, false)).as(line).isEqualTo(expected);
            assertThat(scanned("short " + line + " short", false)).hasSize(expected.size() + 2).containsAll(expected);
            assertThat(scanned(line, true)).as(line).isEqualTo(expected);
        }
    }

    @Test
    void everyWordOfALongLineIsFound() throws IOException {
        StringBuilder json = new StringBuilder();
        StringBuilder odd = new StringBuilder("é");
        for (int i = 0; i < 3000; i++) {
            json.append("\"k%05d\":\"v%05d\",".formatted(i, i));
            odd.append("\"m%05d\":\"ü%05d\",".formatted(i, i));
        }
        StringBuilder han = new StringBuilder();
        for (int i = 0; i < 9000; i++) {
            han.append((char) ('\u4e00' + i * 7 % 9001));
        }
        Archive archive = new Archive(dir).folders(StoreKind.MBOX, "box");
        String type = "Content-Type: text/plain; charset=utf-8\n";
        archive.write("box", Archive.inMbox(Archive.mail("long", "1@x", type) + json + "\n" + odd + "\n" + han + "\n"));
        archive.index();
        for (int i = 0; i < 3000; i += 5) {
            for (String word : List.of("k", "v", "m", "ü")) {
                assertThat(archive.search("b:%s%05d".formatted(word, i))).as(word + i).hasSize(1);
            }
        }
        for (int at = 4000; at < 8992; at = at == 4200 ? 8100 : at + 1) {
            assertThat(archive.search("b:" + han.substring(at, at + 2))).as("pair at " + at).hasSize(1);
            assertThat(archive.search("b:" + han.substring(at, at + 5))).as("phrase at " + at).hasSize(1);
        }
    }

    @Test
    void wordsAreCutInMessagesAndQueriesAlike() throws IOException {
        String many = "q".repeat(1100);
        Archive archive = new Archive(dir).folders(StoreKind.MAILDIR, "md");
        archive.maildir("md");
        archive.write("md/cur/1", "From: " + many + "@tail.example\nSubject: " + many + "tail\n\nx\n");
        archive.index();
        for (String query : List.of("s:" + many, "s:" + many + "=", "s:^" + many, "f:" + many + "@tail.example=",
                "f:" + many + "@tail.example", "s:" + "q".repeat(1024) + "=")) {
            assertThat(archive.search(query)).as(query).hasSize(1);
        }
        assertThat(archive.search("s:" + "q".repeat(1023))).isEmpty();
    }

    @Test
    void theIdeographicZeroIsPartOfNumbers() throws IOException {
        Archive archive = new Archive(dir).folders(StoreKind.MBOX, "box");
        archive.write("box", Archive.inMbox(Archive.mail("会议于二〇二〇年五月举行", "1@x")));
        archive.index();
        assertThat(archive.search("s:二〇二〇年")).hasSize(1);
        assertThat(archive.search("s:〇年")).hasSize(1);
        assertThat(archive.search("s:二〇=")).hasSize(1);
        assertThat(archive.search("s:二年")).isEmpty();
    }
}
