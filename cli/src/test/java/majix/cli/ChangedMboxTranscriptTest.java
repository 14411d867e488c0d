package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import majix.formats.FileNames;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An mbox that a mail program wrote anew after it was indexed: what is given out is the message that was found, or
/// nothing, and then that is told.
class ChangedMboxTranscriptTest {
    private static final String TOLD = "2> majix: ~/Mail/archive: changed since it was indexed: 1 message not read;"
            + " majix without a query indexes it\n";
    private static final String ROW = "ROW\n";

    @TempDir
    Path top;

    private User user;

    @BeforeEach
    void index() throws IOException {
        user = User.withMail(top.resolve("ann"));
        archive(stored("fig") + stored("yam") + stored("pea"));
        assertThat(user.types()).isEqualTo("exit 0\n");
        assertThat(user.types("s:nothing")).contains("Matched 0 messages\n");
    }

    private void archive(String text) throws IOException {
        user.file("Mail/archive", text);
    }

    /// All of one length.
    private static String stored(String fruit) {
        return "From ann Sat Jan  6 12:00:00 2024\n"
                + User.mail(fruit, "ann", fruit + " jam", "Sat, 06 Jan 2024", "").replace("\n\nThe",
                        "\nStatus: RO\n\nThe")
                + "\n";
    }

    private String found() throws IOException {
        return String.join("", user.disk("Mail/found").values());
    }

    @Test
    void whatMovedIsLeftOutUntilItIsIndexed() throws IOException {
        archive(stored("yam") + stored("pea"));
        assertThat(user.types("s:yam")).isEqualTo("Matched 0 messages\n" + TOLD + "exit 1\n");
        assertThat(user.types("s:fig")).isEqualTo("Matched 0 messages\n" + TOLD + "exit 1\n");
        assertThat(found()).doesNotContain("jam");
        assertThat(user.types("-x", "s:yam"))
                .isEqualTo("-".repeat(33) + "\n" + user.types("-r", "s:yam").replace("exit 0\n", TOLD + "exit 0\n"));
        assertThat(user.types("--format=%s", "s:yam")).isEqualTo("\n" + TOLD + "exit 0\n");
        assertThat(user.types("show", "1", "s:yam")).isEqualTo(TOLD + "exit 3\n");
        assertThat(user.types("--exec", "cat", "{}", "+", "s:yam")).doesNotContain("jam").contains(TOLD);
        assertThat(user.types()).isEqualTo("exit 0\n");
        assertThat(user.types("s:yam")).isEqualTo("Matched 1 messages\nexit 0\n");
        assertThat(found()).contains("Subject: yam jam").doesNotContain("Subject: pea jam");
    }

    @Test
    void aLongListTellsAFileOnce() throws IOException {
        StringBuilder plums = new StringBuilder();
        for (int i = 1000; i < 2100; i++) {
            plums.append(stored("plum" + i));
        }
        archive(plums.toString());
        user.types();
        archive(stored("fig") + plums);
        assertThat(user.types("--format=%s", "s:plum=").lines().filter(line -> !line.isEmpty()))
                .contains(TOLD.strip().replace("1 message", "1100 messages"))
                .filteredOn(line -> line.contains("changed since")).hasSize(1);
    }

    @Test
    void whatStayedIsFound() throws IOException {
        archive(stored("fig") + stored("pea"));
        assertThat(user.types("s:fig/yam")).isEqualTo("Matched 1 messages\n" + TOLD + "exit 0\n");
        assertThat(found()).contains("Subject: fig jam").doesNotContain("Subject: pea jam");
    }

    @Test
    void mailThatCameSinceChangesNothing() throws IOException {
        archive(stored("fig") + stored("yam") + stored("pea") + stored("nut"));
        assertThat(user.types("s:fig/pea")).isEqualTo("Matched 2 messages\nexit 0\n");
        assertThat(found()).contains("Subject: fig jam", "Subject: pea jam").doesNotContain("Subject: nut jam");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Status: RO", "Status: O "})
    void flagsOfOthersChangeNothing(String status) throws IOException {
        archive((stored("fig") + stored("yam")).replace("Status: RO", status) + stored("pea"));
        assertThat(user.types("s:fig/pea")).isEqualTo("Matched 2 messages\nexit 0\n");
        assertThat(found()).contains("Subject: fig jam", "Subject: pea jam");
    }

    @Test
    void aMessageWithoutAnIdIsNotTakenForAnother() throws IOException {
        archive((stored("fig") + stored("yam")).replace("Message-ID:", "X-Other-ID:") + stored("pea"));
        user.types();
        archive((stored("yam") + stored("fig")).replace("Message-ID:", "X-Other-ID:") + stored("pea"));
        assertThat(user.types("s:yam/pea")).isEqualTo("Matched 1 messages\n" + TOLD + "exit 0\n");
        assertThat(found()).contains("Subject: pea jam").doesNotContain("Subject: fig jam");
    }

    /// Some deliver with an empty line before the separator, or find the last line without its end.
    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\n\n"})
    void lineEndsBehindTheLastMessageChangeNothing(String ends) throws IOException {
        archive(stored("fig") + stored("pea").replace("Message-ID:", "X-Other-ID:").strip());
        user.types();
        archive(stored("fig") + stored("pea").replace("Message-ID:", "X-Other-ID:").strip() + ends + stored("nut"));
        assertThat(user.types("s:pea")).isEqualTo("Matched 1 messages\nexit 0\n");
        assertThat(found()).contains("Subject: pea jam").doesNotContain("Subject: nut jam");
    }

    @Test
    void aMessageThatGrewIsLeftOut() throws IOException {
        archive(stored("fig") + stored("yam") + stored("pea") + "and more of it\n\n");
        assertThat(user.types("s:fig/pea")).isEqualTo("Matched 1 messages\n" + TOLD + "exit 0\n");
    }

    @Test
    void aLiveFolderFollowsWhatRolledOn() throws IOException {
        user.types("save", "jam", "-o", "live", "s:jam");
        assertThat(user.types("--up")).endsWith("exit 0\n");
        archive(stored("yam") + stored("pea") + stored("nut").replace("06 Jan", "07 Jan"));
        assertThat(user.types("--up")).endsWith("exit 0\n");
        assertThat(String.join("", user.disk("Mail/live").values())).contains("Subject: nut jam")
                .doesNotContain("Subject: fig jam");
    }

    @Test
    void showGivesNothingElse() throws Exception {
        String yam = place("yam");
        String pea = place("pea");
        archive(stored("yam") + stored("pea"));
        assertThat(user.types("show", yam)).isEqualTo(TOLD + "exit 3\n");
        assertThat(typed("s:yam", ":show 1")).isEqualTo("1 hit\n" + ROW + TOLD.repeat(2) + "exit 3\n");
        user.types();
        assertThat(user.types("show", pea)).isEqualTo("2> majix: show \"" + pea.replace(user.home.toString(), "~")
                + "\": the index has no message there; search again\nexit 1\n");
        assertThat(user.types("show", place("yam")))
                .contains("Subject: yam jam");
    }

    @Test
    void theShellLooksAtAFileAgain() throws Exception {
        ChangedWhileRead in = new ChangedWhileRead("s:fig/yam/pea", "", ":show 2", ":list", ":show 1");
        String said = typed(in);
        assertThat(said).startsWith("3 hits\n").containsOnlyOnce("yam jam").containsOnlyOnce("pea jam")
                .doesNotContain("Subject: pea").contains("\nSubject: fig jam\n")
                .contains(TOLD, TOLD.replace("1 message", "2 messages"));
    }

    /// Lines; behind an empty one, the second message is gone from the mbox.
    private final class ChangedWhileRead extends BufferedReader {
        ChangedWhileRead(String... lines) {
            super(new StringReader(String.join("\n", lines) + "\n"));
        }

        @Override
        public String readLine() throws IOException {
            String line = super.readLine();
            if ("".equals(line)) {
                archive(stored("fig") + stored("pea"));
            }
            return line;
        }
    }

    @Test
    void aBatchOfACommandLooksAtAFileAgain() throws IOException {
        StringBuilder plums = new StringBuilder();
        for (int i = 1000; i < 2100; i++) {
            plums.append(stored("plum" + i));
        }
        archive(plums.toString());
        user.types();
        user.file("less", plums.substring(stored("plum1000").length()));
        assertThat(user.types("--exec", "sh", "-c", "cat \"$@\" >>said; cat less >Mail/archive", "sh", "{}", "+",
                "s:plum1=/plum2=")).isEqualTo(TOLD.replace("1 message", "100 messages") + "exit 0\n");
        assertThat(Files.readAllLines(user.home.resolve("said"))).filteredOn(line -> line.startsWith("Subject:"))
                .hasSize(1000).contains("Subject: plum1000 jam", "Subject: plum1999 jam");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mail/archive", "Mail/./archive", "Mail/../Mail/archive", "L/archive", "link", "hard"})
    void showGivesNothingElseHoweverTheFileIsSpelled(String spelled) throws IOException {
        Files.createSymbolicLink(user.home.resolve("L"), Path.of("Mail"));
        Files.createSymbolicLink(user.home.resolve("link"), Path.of("L/archive"));
        Files.createLink(user.home.resolve("hard"), user.home.resolve("Mail/archive"));
        String place = "mbox:" + spelled + place("yam").replaceFirst(".* \\[", " [");
        assertThat(user.types("show", place)).contains("Subject: yam jam").endsWith("exit 0\n");
        archive(stored("yam") + stored("pea"));
        assertThat(user.types("show", place)).isEqualTo(TOLD + "exit 3\n");
        user.types();
        assertThat(user.types("show", place)).contains("Subject: pea jam").endsWith("exit 0\n");
        String nowhere = place.replace(")", "0)");
        assertThat(user.types("show", nowhere)).isEqualTo(
                "2> majix: show \"" + nowhere + "\": the index has no message there; search again\nexit 1\n");
    }

    /// Of directories of anything (`files=`) as well, and with names that are not UTF-8.
    @ParameterizedTest
    @ValueSource(strings = {"mbox=caf*", "files=."})
    void showGivesNothingElseWhateverTheNameIs(String rule) throws IOException {
        String name = "Mail/caf\udce9";
        user.file(".mairixrc", "base=~/Mail\n" + rule + "\nmfolder=found\ndatabase=~/index\n");
        Path file = user.home.resolve(FileNames.path(name));
        Files.writeString(file, stored("kiwi") + stored("lime"));
        user.types();
        Files.createSymbolicLink(user.home.resolve("link"), file);
        int length = stored("kiwi").length();
        int line = stored("kiwi").indexOf('\n') + 1;
        String range = " [" + line + "," + length + ")";
        assertThat(user.types("show", "mbox:" + name + range)).contains("Subject: kiwi jam").endsWith("exit 0\n");
        Files.writeString(file, stored("lime"));
        String told = TOLD.replace("archive", "caf\ufffd");
        assertThat(user.types("show", "mbox:" + name + range)).isEqualTo(told + "exit 3\n");
        assertThat(user.types("show", "mbox:link" + range)).isEqualTo(told + "exit 3\n");
    }

    private String place(String fruit) {
        return user.types("-r", "s:" + fruit).lines().findFirst().orElseThrow().replace("~", user.home.toString());
    }

    private String typed(String... lines) throws Exception {
        return typed(new BufferedReader(new StringReader(String.join("\n", lines) + "\n")));
    }

    private String typed(BufferedReader in) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(out, err, false, "majix");
        Config config = ConfigReader.read(user.rc, user.environment(), console::tell);
        try (ShellSession session = ShellSession.open(config, user.environment(), console)) {
            int status = new LineShell(session, false, console).run(in);
            return user.transcript(out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8), status)
                    .replaceAll("(?m)^ *1 +2024.*$", ROW.strip());
        }
    }

    @Test
    void aFileIsToldOnceHoweverOftenItIsRead() throws IOException {
        archive(stored("yam") + stored("pea"));
        String three = TOLD.replace("1 message", "3 messages");
        assertThat(user.types("--sort=subject", "-x", "s:jam")).contains(three).containsOnlyOnce("changed since");
        assertThat(user.types("--sort=from", "s:jam")).contains(three).containsOnlyOnce("changed since");
        assertThat(user.types("thread", "s:jam")).contains(three).containsOnlyOnce("changed since");
    }
}
