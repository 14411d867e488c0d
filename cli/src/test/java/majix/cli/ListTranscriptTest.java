package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Searches that print lists for programs.
class ListTranscriptTest {
    private static final String APPLE = "~/Mail/inbox/cur/1.apple:2,RS\n";
    private static final String PEAR = "~/Mail/inbox/new/2.pear\n";
    private static final String PLUM = "~/Mail/old/1\n";
    private static final String FIG = "mbox:~/Mail/archive [34,181)\n";
    private static final String DATE = "mbox:~/Mail/archive [215,365)\n";

    @TempDir
    Path top;

    private User user;

    @BeforeEach
    void index() throws IOException {
        user = User.withIndex(top.resolve("ann"));
    }

    @Test
    void theFormatRawIsThatOfTheOption() {
        assertThat(user.types("--format=raw", "b:ripe")).isEqualTo(user.types("-r", "b:ripe"))
                .isEqualTo(PLUM + FIG + DATE + APPLE + PEAR + "exit 0\n");
        assertThat(user.types("--format", "excerpt", "s:plum")).isEqualTo(user.types("-x", "s:plum"));
    }

    @Test
    void everyFileIsNamedOnce() {
        assertThat(user.types("--format=paths", "s:jam/apple"))
                .isEqualTo("~/Mail/old/1\n~/Mail/archive\n~/Mail/inbox/cur/1.apple:2,RS\nexit 0\n");
    }

    @Test
    void messageIdsCanBeListed() {
        assertThat(user.types("--format=msgid", "s:jam"))
                .isEqualTo("<plum@example.org>\n<fig@example.org>\n<date@example.org>\nexit 0\n");
    }

    @Test
    void aFileThatWasRenamedIsRead() throws Exception {
        java.nio.file.Files.move(user.home.resolve("Mail/inbox/new/2.pear"),
                user.home.resolve("Mail/inbox/cur/2.pear:2,S"));
        assertThat(user.types("--format=msgid", "s:pear")).isEqualTo("<pear@example.org>\nexit 0\n");
        String now = "~/Mail/inbox/cur/2.pear:2,S\nexit 0\n";
        assertThat(user.types("--format=paths", "s:pear")).isEqualTo(now);
        assertThat(user.types("--format=%p", "s:pear")).isEqualTo(now);
        assertThat(user.types("--format=%l", "s:pear")).isEqualTo(now);
        assertThat(user.types("-r", "s:pear")).isEqualTo("~/Mail/inbox/new/2.pear\nexit 0\n");
        java.nio.file.Files.delete(user.home.resolve("Mail/inbox/cur/2.pear:2,S"));
        assertThat(user.types("--format=paths", "s:pear")).isEqualTo("~/Mail/inbox/new/2.pear\nexit 0\n");
    }

    @Test
    void whatCannotBeReadIsTold() throws Exception {
        java.nio.file.Files.delete(user.home.resolve("Mail/old/1"));
        assertThat(user.types("--format=msgid", "s:jam")).isEqualTo("""
                <fig@example.org>
                <date@example.org>
                2> majix: ~/Mail/old/1: no such file or directory
                exit 0
                """);
    }

    @Test
    void linesCanEndWithNul() {
        assertThat(user.types("-r0", "s:jam")).isEqualTo((PLUM + FIG + DATE).replace('\n', '\0') + "exit 0\n");
        assertThat(user.types("-0", "s:plum")).isEqualTo("~/Mail/old/1\0exit 0\n");
        assertThat(user.types("--null", "--format=msgid", "s:plum")).isEqualTo("<plum@example.org>\0exit 0\n");
    }

    @Test
    void hitsCanBeCounted() {
        assertThat(user.types("--count", "s:jam")).isEqualTo("3\nexit 0\n");
        assertThat(user.types("--count", "--limit=1", "s:jam")).isEqualTo("3\nexit 0\n");
        assertThat(user.types("--count", "-t", "s:pear")).isEqualTo("2\nexit 0\n");
        assertThat(user.types("--count", "s:quince")).isEqualTo("0\nexit 1\n");
    }

    @ParameterizedTest
    @CsvSource({"date,plum fig date apple pear", "-date,pear apple date fig plum", "size,fig plum date apple pear",
            "from,fig apple date pear plum", "-from,plum date pear fig apple", "subject,apple date fig pear plum",
            "thread,plum fig date apple pear"})
    void hitsCanBeSorted(String key, String order) {
        assertThat(user.types("--format=msgid", "--sort=" + key, "b:ripe"))
                .isEqualTo("<" + order.replace(" ", "@example.org>\n<") + "@example.org>\nexit 0\n");
    }

    @Test
    void threadsStandTogether() throws Exception {
        user.file("Mail/old/2", User.mail("peach", "cat", "Re: Plum jam", "Fri, 03 Jan 2025", "plum"));
        user.types();
        assertThat(user.types("--format=msgid", "--sort=thread", "b:ripe")).isEqualTo("""
                <plum@example.org>
                <peach@example.org>
                <fig@example.org>
                <date@example.org>
                <apple@example.org>
                <pear@example.org>
                exit 0
                """);
    }

    @Test
    void theBestHitsComeFirst() {
        // two words beat one, a subject beats a body, the newest of equals is first
        assertThat(user.types("--format=msgid", "--sort=relevance", "plum/jam/apple")).isEqualTo("""
                <plum@example.org>
                <apple@example.org>
                <date@example.org>
                <fig@example.org>
                exit 0
                """);
    }

    @Test
    void someOfTheHitsCanBePicked() {
        assertThat(user.types("-r", "--limit=2", "b:ripe")).isEqualTo(PLUM + FIG + "exit 0\n");
        assertThat(user.types("-r", "--offset=3", "b:ripe")).isEqualTo(APPLE + PEAR + "exit 0\n");
        assertThat(user.types("-r", "--sort=-date", "--offset", "1", "--limit", "1", "b:ripe"))
                .isEqualTo(APPLE + "exit 0\n");
        assertThat(user.types("-r", "--offset=9", "b:ripe")).isEqualTo("exit 0\n");
        assertThat(user.types("-x", "--sort=-date", "--limit=1", "s:jam")).contains("Date jam").doesNotContain("Fig");
    }

    @Test
    void theResultFolderHoldsThoseThatWerePicked() throws Exception {
        assertThat(user.types("-o", "./some", "--sort=-date", "--limit=2", "s:jam/apple"))
                .startsWith("Matched 2 messages\n").endsWith("exit 0\n");
        assertThat(user.disk("some").toString()).contains("1.apple").contains("The date is ripe")
                .doesNotContain("plum");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "--format=fancy s:x | --format \"fancy\": raw, excerpt, paths",
            "--sort=colour s:x | --sort \"colour\": date, -date, size, from, subject, relevance or thread is wanted",
            "--limit=many s:x | --limit \"many\": a number is wanted, as in --limit 10",
            "--limit=-1 s:x | --limit \"-1\": a number is wanted",
            "--offset=1k s:x | --offset \"1k\": a number is wanted",
            "--count=3 s:x | unrecognized option \"--count=3\"",
            "--count | --count is for searches",
            "-0 | -0 is for searches",
            "--format=raw -x s:x | --format \"raw\" and -x do not go together",
            "--count --format=raw s:x | --count prints a number: it does not go with --format or -0",
            "--explain --count s:x | --explain and --count do not go together",
            "-0x s:x | -0 goes with raw, paths, msgid and templates, not with --format=excerpt",
            "--format | option --format needs a value after it"})
    void whatDoesNotGoTogetherIsAMistake(String line, String told) throws Exception {
        assertThat(user.types(line.split(" "))).startsWith("2> majix: " + told).endsWith("\nexit 2\n");
        assertThat(user.disk("Mail/found")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"paths", "raw"})
    void namesOfFilesDoNotCommandTheTerminal(String format) throws Exception {
        user.file("Mail/inbox/new/3.\u001b[31mred\u202e", User.mail("red", "eve", "Red", "Sat, 04 Jan 2025", ""));
        user.types();
        assertThat(onTerminal("--format=" + format, "s:red")).endsWith("/3.\\x1b[31mred\\u202e\n");
        assertThat(user.types("--format=" + format, "s:red")).endsWith("/3.\u001b[31mred\u202e\nexit 0\n");
    }

    private String onTerminal(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Main.run(args, user.environment(), new Console(out, new ByteArrayOutputStream(), true, true, "majix"));
        return out.toString(StandardCharsets.UTF_8);
    }
}
