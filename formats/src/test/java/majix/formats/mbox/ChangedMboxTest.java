package majix.formats.mbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import majix.formats.Checkpoint;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Small files full of lines that may end a message or not, changed at random: reading on from a checkpoint gives what a
/// first reading gives.
class ChangedMboxTest {
    private static final int FILES = Integer.getInteger("majix.torture", 300);
    private static final int CHANGES = 5;
    private static final String FROM = "From ann@example.org Mon Mar  2 10:00:00 2020\n";

    @TempDir
    private Path dir;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void readingOnGivesWhatAFirstReadingGives(long seed) throws IOException {
        for (int i = 0; i < FILES; i++) {
            history(new Random(seed * 1_000_003 + i), "seed " + seed + ", file " + i);
        }
    }

    private void history(Random random, String name) throws IOException {
        Path file = dir.resolve("box");
        String text = text(random);
        List<Given.Message> known = new ArrayList<>();
        Checkpoint checkpoint = Checkpoint.START;
        for (int change = 0; change < CHANGES; change++) {
            Files.writeString(file, text, StandardCharsets.ISO_8859_1);
            Given more = Given.of(file, checkpoint);
            known.removeIf(message -> message.start() >= more.startsAt());
            known.addAll(more.messages());
            checkpoint = more.checkpoint();
            assertThat(known).as("%s, change %d", name, change).isEqualTo(Given.of(file).messages());
            text = changed(text, random);
        }
    }

    private static String changed(String text, Random random) {
        int from = random.nextInt(text.length() + 1);
        int to = from + random.nextInt(text.length() - from + 1);
        return switch (random.nextInt(6)) {
            case 0, 1 -> text + mail(random);
            case 2 -> text + lines(random);
            case 3 -> text.substring(0, from);
            case 4 -> text.substring(0, from) + line(random) + text.substring(from);
            default -> text.substring(0, from) + text.substring(to);
        };
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            text.append(mail(random));
        }
        return text.toString();
    }

    private static String mail(Random random) {
        return FROM + "Subject: s" + random.nextInt(100) + "\n"
                + (random.nextInt(3) == 0 ? "Content-Type: multipart/mixed; boundary=b" + random.nextInt(2) + "\n" : "")
                + (random.nextInt(3) == 0 ? "Content-Length: " + random.nextInt(300) + "\n" : "")
                + "\n" + lines(random) + "\n";
    }

    private static String lines(Random random) {
        StringBuilder lines = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            lines.append(line(random));
        }
        return lines.toString();
    }

    private static String line(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> FROM;
            case 1 -> "\n" + FROM;
            case 2 -> "From \n";
            case 3 -> "--b" + random.nextInt(2) + "\n";
            case 4 -> "--b" + random.nextInt(2) + "--\n";
            case 5 -> "Content-Type: multipart/mixed; boundary=b" + random.nextInt(2) + "\n";
            case 6 -> "Content-Length: " + random.nextInt(400) + "\n";
            case 7, 8 -> "\n";
            case 9 -> "x".repeat(random.nextInt(200)) + "\n";
            case 10 -> "no line end";
            default -> "text\n";
        };
    }
}
