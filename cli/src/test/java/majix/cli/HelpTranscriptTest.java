package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelpTranscriptTest {
    @TempDir
    Path top;

    private String types(String... args) {
        return User.without(top.resolve("ann")).types(args);
    }

    private static void needsPages() {
        Assumptions.assumeTrue(HelpCommand.class.getResource("man/majix.1") != null,
                "the manual pages are not on the class path: Maven puts them there");
    }

    @Test
    void everySubcommandSaysWhatItIs() {
        for (String command : List.of("init", "fields", "serve", "thread", "save", "saved", "up", "status", "check",
                "help", "addresses", "mutt-macros", "show", "extract", "shell")) {
            for (String option : List.of("-h", "--help")) {
                assertThat(types(command, option)).as(command).contains("majix ", "-h, --help").endsWith("\nexit 0\n")
                        .doesNotContain("2> ");
            }
        }
        assertThat(types("status", "--help")).isEqualTo("""
                majix status [options]   how old and how large the index is, what it holds and lacks

                  -f, --rcfile FILE   use this rc file
                      --format=json   print an object
                  -h, --help          say this
                exit 0
                """);
        assertThat(types("addresses", "--help")).isEqualTo("""
                majix addresses [options] TEXT...   addresses in your mail, for mutt's query_command

                  -f, --rcfile FILE   use this rc file
                      --me ADDRESSES  your own addresses, between commas
                      --limit N       so many at most (100)
                      --format json   an object on a line for each; or mutt
                  -h, --help          say this
                exit 0
                """);
    }

    @Test
    void helpWithoutATopicIsTheSummaryAndTheTopics() {
        assertThat(types("help")).startsWith("majix: finds one message")
                .endsWith("\nManual pages: majix help majix|query|rc|json\nexit 0\n");
    }

    @ParameterizedTest
    @CsvSource({"majix,MAJIX(1)", "query,MAJIX-QUERY(7)", "rc,MAJIXRC(5)", "json,MAJIX-JSON(5)", "majixrc,MAJIXRC(5)"})
    void eachPageIsShownAsPlainText(String topic, String title) {
        needsPages();
        String said = types("help", topic);
        assertThat(said).startsWith(title + "\n\nNAME\n     maji").endsWith("exit 0\n")
                .doesNotContain("\n.", "\\&", "\\e", " Ta ", " Pq ", " Ql ", " Fl ");
        assertThat(said.lines().filter(line -> line.length() > 100)).isEmpty();
    }

    @Test
    void pagesReadAsManWouldShowThem() {
        needsPages();
        assertThat(types("help", "majix")).contains("""
                SYNOPSIS
                     majix [options] expression ...
                     majix [options]
                     majix init [--sample] [directory ...]
                """, "     Options with one letter can be bundled (\u2018-rt\u2019). \u2018--\u2019 ends the options",
                """
                             2       The command line, the query or the configuration is wrong;
                        """);
        assertThat(types("help", "query")).containsPattern("\n {10}r {16}To or Cc\n");
    }

    @Test
    void unknownTopicsAreTold() {
        assertThat(types("help", "mutt")).isEqualTo("2> majix: help \"mutt\": a topic is wanted, one of majix, query,"
                + " rc, json; to search for the word: majix -- help ...\nexit 2\n");
        assertThat(types("help", "query", "rc")).endsWith("exit 2\n");
    }

    @Test
    void everyPageHasATopic() throws IOException {
        try (var pages = Files.list(Path.of("src/main/dist/man"))) {
            assertThat(pages.count()).isEqualTo(HelpCommand.topics().size());
        }
        assertThat(HelpCommand.topics()).isEqualTo(List.of("majix", "query", "rc", "json"));
    }
}
