package majix.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import majix.formats.Problem;
import majix.formats.StoreKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Messages that hit a limit are told, and found by `F:l`.
class LimitedTest {
    private static final String MANY = "Cc:a\n".repeat(20_000);

    @TempDir
    Path dir;

    @Test
    void theMarkStaysWhenFlagsChange() throws IOException {
        Archive archive = new Archive(dir).folders(StoreKind.MAILDIR, "md");
        archive.maildir("md");
        archive.write("md/cur/1.host:2,S", Archive.mail("apple", "one@x"));
        archive.write("md/cur/2.host:2,", Archive.mail("banana", "two@x", MANY));
        archive.index();
        assertThat(archive.problems).extracting(Problem::kind, Problem::text).containsExactly(
                tuple(Problem.Kind.ODD_MESSAGE,
                        "more than 10000 header fields of one name"));
        assertThat(archive.search("F:l")).containsExactly("md/cur/2.host:2,");
        assertThat(archive.search("F:-l")).containsExactly("md/cur/1.host:2,S");

        Files.move(dir.resolve("md/cur/2.host:2,"), dir.resolve("md/cur/2.host:2,FS"));
        assertThat(archive.index().renamed()).isOne();
        assertThat(archive.search("F:ls", "s:banana")).containsExactly("md/cur/2.host:2,FS");
        assertThat(archive.index().renamed()).isZero();
        assertThat(archive.search("F:lf-d")).containsExactly("md/cur/2.host:2,FS");
    }

    @Test
    void inAnMboxToo() throws IOException {
        Archive archive = new Archive(dir).folders(StoreKind.MBOX, "box");
        archive.write("box", Archive.inMbox(Archive.mail("apple", "one@x", "Status: RO\n"))
                + Archive.inMbox(Archive.mail("banana", "two@x", MANY, "Status: RO\n")));
        archive.index();
        assertThat(archive.search("F:l")).hasSize(1);
        assertThat(archive.search("F:l", "F:s", "s:banana")).hasSize(1);
        assertThat(archive.search("F:s-l", "s:apple")).hasSize(1);
    }

    /// In CPU time, which another program on the machine does not change.
    @Test
    void marksInARowTakeLinearTime() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        String text = "before a" + "\u0301\u0323".repeat(4_000_000) + " cafe\u0301 behind\n";
        List<String> words = new ArrayList<>();
        long start = threads.getCurrentThreadCpuTime();
        new TokenScanner(true).scan(text, false, (bytes, from, length, _, _) -> {
            String word = new String(bytes, from, length, StandardCharsets.UTF_8);
            if (word.length() < 10) {
                words.add(word);
            }
        });
        assertThat(words).contains("before", "caf\u00e9", "cafe", "behind");
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - start)).isLessThan(Duration.ofSeconds(6));
    }

    /// Three million different pairs of characters: each worker would need a quarter of a gigabyte for them.
    @Test
    void wordsAreTakenAsFarAsMemoryAllows() throws IOException {
        Archive archive = new Archive(dir).folders(StoreKind.MAILDIR, "md");
        archive.maildir("md");
        StringBuilder text = new StringBuilder();
        Random random = new Random(1);
        for (int i = 0; i < 3_000_000; i++) {
            text.append((char) random.nextInt(0x4e00, 0x9fff));
        }
        archive.write("md/cur/1.host:2,S", Archive.mail("fig", "one@x", "Content-Type: text/plain; charset=utf-8\n")
                + "harvest " + text + " behind\n");
        archive.index();
        assertThat(archive.problems).extracting(Problem::text).containsExactly("more words than 40 MB can hold");
        assertThat(archive.search("F:l", "s:fig", "b:harvest")).hasSize(1);
        assertThat(archive.search("b:" + text.substring(1_000_000, 1_000_004))).hasSize(1);
        assertThat(archive.search("b:behind")).isEmpty();
    }
}
