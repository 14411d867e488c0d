package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs the examples of majix-query(7) on the mail that the page tells of, and compares the hits with those that it tells.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryPageTest {
    private static final Pattern EXAMPLE = Pattern.compile("(?m)^majix (.+?) +# ([0-9 ]+|none|error)$");
    private static final Pattern MESSAGE = Pattern.compile("""
            (?m)^([0-9])  (\\S+) +(\\S+) +([0-9]+ [A-Z][a-z]+ [0-9]+)(?:, answers ([0-9]))?
               (\\S+) to (\\S+)(?: cc (\\S+))?
               (.+)
               (.+)
            (?:   (\\S+)
            )?""");

    private User user;

    private static String page() throws IOException {
        return MdocLine.unescape(Files.readString(Path.of("src/main/dist/man/majix-query.7")));
    }

    @BeforeAll
    void mail(@TempDir Path top) throws IOException {
        user = User.without(top.resolve("ann"));
        user.variables.put("MAJIX_NOW", "2025-02-21T12:00:00");
        user.file(".mairixrc", "base=~/Mail\nmaildir=inbox:archive:lists/*\nmfolder=found\ndatabase=~/index\n");
        int count = 0;
        for (Matcher message = MESSAGE.matcher(page()); message.find(); count++) {
            String folder = "Mail/" + message.group(2) + "/";
            user.file(folder + "cur/" + message.group(1) + ".host:2," + message.group(3).replace("-", ""),
                    mail(message.toMatchResult()));
            Files.createDirectories(user.home.resolve(folder + "new"));
            Files.createDirectories(user.home.resolve(folder + "tmp"));
        }
        assertThat(count).isEqualTo(7);
        assertThat(user.types()).isEqualTo("exit 0\n");
    }

    private static String mail(MatchResult message) {
        String cc = message.group(8) == null ? "" : "Cc: " + message.group(8) + "\n";
        String parent = message.group(5) == null ? "" : "In-Reply-To: <" + message.group(5) + "@example.org>\n";
        String head = "From: " + message.group(6) + "\nTo: " + message.group(7) + "\n" + cc + parent + "Subject: "
                + message.group(9) + "\nDate: " + message.group(4) + " 09:00:00 +0000\nMessage-ID: <" + message.group(1)
                + "@example.org>\nMIME-Version: 1.0\n";
        String text = "Content-Type: text/plain; charset=UTF-8\n\n" + message.group(10) + "\n";
        if (message.group(11) == null) {
            return head + text;
        }
        boolean large = message.group(10).contains("200 KB");
        return head + "Content-Type: multipart/mixed; boundary=next\n\n--next\n" + text
                + "--next\nContent-Type: application/octet-stream\nContent-Transfer-Encoding: base64\n"
                + "Content-Disposition: attachment; filename=" + message.group(11) + "\n\n"
                + "YWJj".repeat(15).concat("\n").repeat(large ? 3400 : 1) + "--next--\n";
    }

    static List<String[]> examples() throws IOException {
        return EXAMPLE.matcher(page()).results().map(found -> new String[]{found.group(1), found.group(2)}).toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void examplesFindWhatThePageSays(String words, String hits) throws Exception {
        List<String> args = new ArrayList<>(List.of("-r"));
        args.addAll(words(words));
        assertThat(hits(user.types(args.toArray(String[]::new)))).isEqualTo(hits);
    }

    @Test
    void eachRuleHasAnExample() throws IOException {
        for (String section : page().split("\n\\.S[hs] ", -1)) {
            String title = section.substring(0, section.indexOf('\n'));
            if (List.of("Keys", "Words", "Phrases", "And, or, not", "Paths", "Dates", "Sizes", "Flags", "DIAGNOSTICS")
                    .contains(title)) {
                assertThat(section).as(title).containsPattern(EXAMPLE);
            }
        }
        assertThat(examples()).hasSizeGreaterThan(50);
    }

    /// What the shell makes of words.
    private static List<String> words(String text) throws IOException {
        Process shell = new ProcessBuilder("/bin/sh", "-c", "printf '%s\\0' " + text).start();
        String out = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return List.of(out.substring(0, out.length() - 1).split("\0", -1));
    }

    private static String hits(String transcript) {
        if (transcript.endsWith("exit 2\n")) {
            return "error";
        }
        TreeSet<String> numbers = new TreeSet<>();
        Matcher file = Pattern.compile("/cur/([0-9])\\.host").matcher(transcript);
        while (file.find()) {
            numbers.add(file.group(1));
        }
        return numbers.isEmpty() && transcript.equals("exit 1\n") ? "none" : String.join(" ", numbers);
    }
}
