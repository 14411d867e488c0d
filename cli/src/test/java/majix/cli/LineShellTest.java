package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineShellTest {
    @TempDir
    Path top;

    private User user;

    @BeforeEach
    void index() throws IOException {
        user = User.withIndex(top.resolve("ann"));
    }

    private ShellSession session(Console console) throws Exception {
        return ShellSession.open(ConfigReader.read(user.rc, user.environment(), console::tell), user.environment(),
                console);
    }

    private ShellSession session() throws Exception {
        return session(new Console(new ByteArrayOutputStream(), new ByteArrayOutputStream(), false, "majix"));
    }

    private String typed(boolean prompts, String... lines) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(out, err, prompts, "majix");
        try (ShellSession session = session(console)) {
            int status = new LineShell(session, prompts, console)
                    .run(new BufferedReader(new StringReader(String.join("\n", lines) + "\n")));
            return user.transcript(out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8), status);
        }
    }

    @Test
    void optionsAreNoQueries() throws Exception {
        assertThat(typed(false, "-t n:chart.pdf", "--count s:jam")).isEqualTo("""
                2> majix: "-t": the shell takes no options; a query is wanted, as in f:alice s:meeting, or :help
                2> majix: "--count": the shell takes no options; a query is wanted, as in f:alice s:meeting, or :help
                exit 2
                """);
        assertThat(typed(false, "\"-t\"")).isEqualTo("0 hits\nexit 1\n");
    }

    @Test
    void queriesAreAnsweredLineByLine() throws Exception {
        assertThat(typed(false, "s:jam", "", "f:bob s:\"pear cake\"")).isEqualTo("""
                3 hits
                1  2024-01-05  cat@example.org       Plum jam
                2  2024-01-06  ann@example.org       Fig jam
                3  2024-01-07  bob@example.org       Date jam
                1 hit
                1  2025-01-02  bob@example.org       Pear cake
                exit 0
                """);
    }

    @Test
    void theStatusIsThatOfTheLastLine() throws Exception {
        assertThat(typed(false, "s:jam", "s:quince")).endsWith("0 hits\nexit 1\n");
        assertThat(typed(false, "k:x")).startsWith("2> majix: \"k:x\": unknown key").endsWith("exit 2\n");
        assertThat(typed(false, ":quit", "k:x")).isEqualTo("exit 0\n");
    }

    @Test
    void somebodyAtADumbTerminalHasPromptsAndCarets() throws Exception {
        assertThat(typed(true, "s:apple k:x", ":q")).startsWith("majix> majix> 2> majix: \"k:x\": unknown key \"k\"")
                .endsWith("\n2>   k:x\n2>   ^\nexit 2\n");
    }

    @Test
    void hitsAreShownAndSaved() throws Exception {
        assertThat(typed(false, "s:jam", ":show 2", ":save jams"))
                .contains("\nThe fig is ripe.\nSaved jams in ~/.mairixrc.saved\n");
        assertThat(typed(false, "q:jams f:cat")).startsWith("1 hit\n1  2024-01-05  cat@example.org");
        assertThat(user.types("show", "1", "q:jams")).contains("The plum is ripe.");
        assertThat(typed(false, ":show 1")).isEqualTo("2> majix: search first\nexit 2\n");
        assertThat(typed(false, "s:jam", ":show 4")).contains("\"4\": the number of a hit is wanted, 1 to 3");
        assertThat(typed(false, ":open")).contains("no command; there are :list");
    }

    @Test
    void longListsComeInPages() throws Exception {
        for (int i = 10; i < 35; i++) {
            user.file("Mail/old/" + i, User.mail("n" + i, "ann", "Lemon " + i, "Sat, 01 Feb 2025", ""));
        }
        user.types();
        assertThat(typed(true, "s:lemon")).startsWith("majix> 25 hits\n(5 before these)\n 6  2025-02-01")
                .contains("25  2025-02-01").doesNotContain("\n 5  ");
        assertThat(typed(true, "s:lemon", ":list 2")).contains("(1 before these)\n 2  ").contains("(4 more: :list 22)");
    }

    @Test
    void anIndexThatWasUpdatedIsReadAnew() throws Exception {
        try (ShellSession session = session()) {
            assertThat(session.search(TypedLine.of("s:lemon")).size()).isZero();
            user.file("Mail/old/7", User.mail("lemon", "ann", "Lemon", "Sat, 01 Feb 2025", ""));
            user.types();
            assertThat(session.search(TypedLine.of("s:lemon")).size()).isEqualTo(1);
        }
    }

    @Test
    void foldersWithBlanksAreCompletedInQuotes() throws Exception {
        user.file("Mail/Sent Items/1", User.mail("lemon", "ann", "Lemon", "Sat, 01 Feb 2025", ""));
        user.file(".mairixrc", Files.readString(user.rc) + "mh=Sent Items\n");
        user.types();
        assertThat(completed("p:Sent")).isEmpty();
        assertThat(completed("p:\"Sent I")).containsExactly("p:\"Sent Items\"");
        assertThat(typed(false, "p:\"Sent Items\"")).contains("Lemon");
    }

    @ParameterizedTest
    @CsvSource({"s, s:", "su, subject:", "~at, ~attachment:", "f:a, f:ann|f:ann@example.org",
            "f:ann/b, f:ann/bob|f:ann/bob@example.org",
            "a:CA, a:cat|a:cat@example.org", "s:^ja, s:^jam", "F:-, F:-s|F:-r|F:-f", "d:y, d:yesterday",
            "p:Mail/o, p:Mail/old", "p:old, p:old", "q:w, q:work", ":s, :show|:save", "m:a, ''", "x:a, ''"})
    void keysAndValuesAreCompleted(String typed, String completed) throws Exception {
        user.types("save", "work", "s:jam");
        List<String> values = completed(typed);
        if (completed.isEmpty()) {
            assertThat(values).isEmpty();
        } else {
            assertThat(values).containsAll(List.of(completed.split("\\|", -1))).doesNotHaveDuplicates();
        }
    }

    private List<String> completed(String typed) throws Exception {
        List<Candidate> candidates = new ArrayList<>();
        try (ShellSession session = session()) {
            String line = typed.startsWith(":") ? typed : "s:jam " + typed;
            new QueryCompleter(session).complete(
                    new QueryLineParser().parse(line, line.length(), Parser.ParseContext.COMPLETE), candidates);
        }
        return candidates.stream().map(Candidate::value).toList();
    }
}
