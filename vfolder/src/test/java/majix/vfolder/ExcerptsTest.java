package majix.vfolder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import majix.formats.MessageRef;
import majix.formats.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExcerptsTest {
    private static final Instant DATE = Instant.parse("2026-02-02T23:30:00Z");
    private static final String RULE = "---------------------------------\n";

    @TempDir
    Path root;
    private final List<Problem> problems = new ArrayList<>();

    private String excerpt(ZoneId zone, MessageRef... refs) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Excerpts.Hit> hits = new ArrayList<>();
        for (MessageRef ref : refs) {
            hits.add(new Excerpts.Hit(ref, DATE));
        }
        problems.addAll(Excerpts.write(out, hits, zone));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void headersThatAreThereAreShownDecodedAndTheDayIsTheUsers() throws IOException {
        Path file = new Mail(root).write("1", """
                From: Ann <ann@writers.example>
                To: b@x.example
                To: c@x.example
                Cc: d@x.example
                Subject: spring
                 flowers
                Message-ID: <m1@x.example>
                In-Reply-To: <m0@x.example>

                body
                """);

        assertThat(excerpt(ZoneId.of("Europe/Berlin"), new MessageRef.WholeFile(file))).isEqualTo(RULE + file + """

                  To:          b@x.example, c@x.example
                  Cc:          d@x.example
                  From:        Ann <ann@writers.example>
                  Subject:     spring flowers
                  Message-ID:  <m1@x.example>
                  In-Reply-To: <m0@x.example>
                  Date:        Tue, 03 Feb 2026
                """);
        assertThat(excerpt(ZoneOffset.UTC, new MessageRef.WholeFile(file)))
                .contains("  Date:        Mon, 02 Feb 2026\n");
    }

    @Test
    void slicesAreShownInTheOrderAsked() throws IOException {
        List<MessageRef> plums = new Mail(root).mbox("box", Mail.text("first plum"), Mail.text("second plum"));

        String text = excerpt(ZoneOffset.UTC, plums.get(1), plums.get(0));

        assertThat(text.indexOf("second plum")).isBetween(0, text.indexOf("first plum"));
        assertThat(text).startsWith(RULE + "mbox:" + root.resolve("box") + " [");
    }

    @Test
    void aHostileHeaderCannotCommandTheTerminal() throws IOException {
        Path file = new Mail(root).write("1",
                "Subject: a\u001b]0;owned\u0007\u009b2J\u202egpj.exe\u007f\tb \ud83d\ude00\n\nx\n");

        assertThat(excerpt(ZoneOffset.UTC, new MessageRef.WholeFile(file))).contains(
                "  Subject:     a\\x1b]0;owned\\x07\\x9b2J\\u202egpj.exe\\x7f b \ud83d\ude00\n");
    }

    @Test
    void aFileThatIsGoneIsToldAndHasItsPathOnly() throws IOException {
        Path gone = root.resolve("md/cur/1:2,S");
        Path there = new Mail(root).write("2", Mail.text("there"));

        String text = excerpt(ZoneOffset.UTC, new MessageRef.WholeFile(gone), new MessageRef.WholeFile(there));

        assertThat(text).startsWith(RULE + gone + "\n" + RULE + there + "\n");
        assertThat(problems).extracting(Problem::path).containsExactly(gone);
        assertThat(problems).extracting(Problem::text).containsExactly("no such file");
    }

    @Test
    void anMboxThatIsGoneIsToldOnce() throws IOException {
        List<MessageRef> plums = new Mail(root).mbox("box", Mail.text("first plum"), Mail.text("second plum"));
        Files.delete(root.resolve("box"));

        assertThat(excerpt(ZoneOffset.UTC, plums.get(0), plums.get(1))).doesNotContain("plum");
        assertThat(problems).extracting(Problem::path).containsExactly(root.resolve("box"));
    }

    @Test
    void aRenamedMaildirFileIsFound() throws IOException {
        Mail mail = new Mail(root);
        MessageRef ref = mail.file("md/new/1.host");
        Files.createDirectory(root.resolve("md/cur"));
        Files.move(ref.path(), root.resolve("md/cur/1.host:2,S"));

        assertThat(excerpt(ZoneOffset.UTC, ref)).contains(root + "/md/cur/1.host:2,S\n").contains("Subject");
    }
}
