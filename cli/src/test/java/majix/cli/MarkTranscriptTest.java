package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Hits told from the rest of their threads in a Maildir.
class MarkTranscriptTest {
    @TempDir
    Path top;

    private User user;

    @BeforeEach
    void index() throws IOException {
        user = User.withMail(top.resolve("ann"));
        user.file("Mail/inbox/cur/3.peach:2,FS", User.mail("peach", "eve", "Peach", "Fri, 03 Jan 2025", "pear"));
        user.file("Mail/archive", "From ann Sat Jan  6 12:00:00 2024\n"
                + User.mail("fig", "ann", "Fig jam", "Sat, 06 Jan 2024", "apple") + "\n");
        user.types();
    }

    /// The messages in the result folder with their flags there.
    private List<String> flags() throws IOException {
        List<String> flags = new ArrayList<>();
        user.disk("Mail/found").forEach((name, content) -> {
            if (name.contains(".mairix")) {
                String message = content.replaceAll("(?s).*(?:\\.|The )(apple|pear|peach|fig)(?: is|:|$).*", "$1");
                flags.add(message + name.replaceAll(".*\\.mairix", ""));
            }
        });
        flags.sort(null);
        return flags;
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tt", "-t -t", "-t --threads"})
    void hitsAreFlagged(String options) throws Exception {
        List<String> line = new ArrayList<>(List.of(options.split(" ")));
        line.add("s:pear/fig");
        assertThat(user.types(line.toArray(new String[0]))).startsWith("Matched 4 messages\n");
        assertThat(flags()).containsExactly("apple:2,RS", "fig:2,F", "peach:2,S", "pear:2,F");
    }

    @Test
    void marksComeAndGo() throws Exception {
        List<String> plain = List.of("apple:2,RS", "fig", "peach:2,FS", "pear");
        List<String> marked = List.of("apple:2,FRS", "fig", "peach:2,S", "pear");
        user.types("-t", "s:apple");
        assertThat(flags()).isEqualTo(plain);
        user.types("-tt", "s:apple");
        assertThat(flags()).isEqualTo(marked);
        user.types("-tt", "s:pear");
        assertThat(flags()).containsExactly("apple:2,RS", "fig", "peach:2,S", "pear:2,F");
        user.types("-t", "s:pear");
        assertThat(flags()).isEqualTo(plain);
    }

    @Test
    void theSameSearchChangesNothing() throws Exception {
        user.types("-tt", "s:pear");
        Object before = Files.getLastModifiedTime(user.home.resolve("Mail/found/cur"));
        assertThat(user.types("-tt", "s:pear")).isEqualTo("Matched 4 messages\nexit 0\n");
        assertThat(Files.getLastModifiedTime(user.home.resolve("Mail/found/cur"))).isEqualTo(before);
    }

    @Test
    void nothingIsThereTwice() throws Exception {
        user.types("s:pear");
        user.types("-a", "-tt", "s:pear");
        assertThat(flags()).containsExactly("apple:2,RS", "fig", "peach:2,S", "pear:2,F");
        user.types("-a", "-tt", "s:peach");
        assertThat(flags()).containsExactly("apple:2,RS", "fig", "peach:2,FS", "pear");
        user.types("-a", "s:pear");
        assertThat(flags()).hasSize(4);
    }

    @Test
    void aRenamedHitIsFlaggedToo() throws Exception {
        Files.move(user.home.resolve("Mail/inbox/new/2.pear"), user.home.resolve("Mail/inbox/cur/2.pear:2,S"));
        user.types("-tt", "s:pear");
        assertThat(flags()).contains("pear:2,FS");
    }

    @Test
    void otherOutputIsThatOfOneLetter() {
        assertThat(user.types("-rtt", "s:pear")).isEqualTo(user.types("-rt", "s:pear"));
        assertThat(user.types("-tt", "-o", "./x.mbox", "s:quince")).endsWith("exit 1\n");
        assertThat(user.types("-tt")).isEqualTo("exit 0\n");
    }
}
