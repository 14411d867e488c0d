package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import majix.formats.FileNames;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Hits handed to commands.
class ExecTranscriptTest {
    @TempDir
    Path top;

    private User user;

    @BeforeEach
    void index() throws IOException {
        user = User.withIndex(top.resolve("ann"));
        Files.createDirectories(user.home.resolve("tmp"));
        user.variables.put("TMPDIR", user.home.resolve("tmp").toString());
    }

    private String said() throws IOException {
        return Files.readString(user.home.resolve("said")).replace(user.home.toString(), "~")
                .replaceAll("majix-[0-9]+", "majix-N");
    }

    private String exec(String script, String end, String query) {
        String[] words = ("--exec sh -c SCRIPT sh " + end + " " + query).split(" ");
        words[3] = script;
        return user.types(words);
    }

    @Test
    void manyFilesGoToOneCommand() throws Exception {
        assertThat(exec("echo \"$@\" >>said; head -qn 1 \"$@\" >>said", "{} +", "s:jam/apple")).isEqualTo("exit 0\n");
        assertThat(said()).isEqualTo("""
                ~/Mail/old/1 ~/tmp/majix-N/1.eml ~/tmp/majix-N/2.eml ~/Mail/inbox/cur/1.apple:2,RS
                From: cat@example.org
                From: ann@example.org
                From: bob@example.org
                From: ann@example.org
                """);
        assertThat(user.home.resolve("tmp")).isEmptyDirectory();
    }

    @Test
    void eachFileGoesToACommandOfItsOwn() throws Exception {
        assertThat(exec("echo \"$1 $2\" >>said", "<{}> x{}{} ;", "s:plum/apple")).isEqualTo("exit 0\n");
        assertThat(said()).isEqualTo("""
                <~/Mail/old/1> x~/Mail/old/1~/Mail/old/1
                <~/Mail/inbox/cur/1.apple:2,RS> x~/Mail/inbox/cur/1.apple:2,RS~/Mail/inbox/cur/1.apple:2,RS
                """);
    }

    @Test
    void withoutAPlaceForItTheMessageIsTheInput() throws Exception {
        assertThat(exec("grep Subject >>said", ";", "s:jam")).isEqualTo("exit 0\n");
        assertThat(said()).isEqualTo("Subject: Plum jam\nSubject: Fig jam\nSubject: Date jam\n");
    }

    @Test
    void aCopyIsTheMessageByteForByte() throws Exception {
        assertThat(exec("cat \"$@\" >said", "{} +", "s:fig")).isEqualTo("exit 0\n");
        assertThat(said()).isEqualTo(User.mail("fig", "ann", "Fig jam", "Sat, 06 Jan 2024", "") + "\n");
    }

    @Test
    void compressedAndOddlyNamedMessagesAreCopied() throws Exception {
        Files.createDirectories(user.home.resolve("Mail/files"));
        Files.write(user.home.resolve("Mail/files/k.eml.gz"),
                gzip(User.mail("kiwi", "eve", "Kiwi", "Sat, 04 Jan 2025", "")));
        Files.writeString(FileNames.path((user.home + "/Mail/files/\u00ff").getBytes(StandardCharsets.ISO_8859_1)),
                User.mail("lime", "eve", "Lime", "Sun, 05 Jan 2025", ""));
        Files.writeString(user.rc, Files.readString(user.rc) + "files=files\n");
        user.types();
        assertThat(exec("grep -h Subject \"$@\" >>said", "{} +", "s:kiwi/lime")).isEqualTo("exit 0\n");
        assertThat(said()).isEqualTo("Subject: Kiwi\nSubject: Lime\n");
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void orderAndNumberAreThoseAskedFor() throws Exception {
        assertThat(user.types("--sort=-date", "--limit=1", "--exec", "sh", "-c", "echo $0 >said", "{}", "+", "b:ripe"))
                .isEqualTo("exit 0\n");
        assertThat(said()).isEqualTo("~/Mail/inbox/new/2.pear\n");
    }

    @Test
    void aFailureIsToldAndTheRestIsDone() throws Exception {
        assertThat(exec("echo x >>said; exit 7", ";", "s:jam"))
                .isEqualTo("2> majix: --exec \"sh\": exit status 7\n".repeat(3) + "exit 3\n");
        assertThat(said()).isEqualTo("x\nx\nx\n");
        assertThat(user.types("--exec", "./no-such-command", "{}", "+", "s:jam"))
                .isEqualTo("2> majix: --exec \"./no-such-command\": cannot be run\nexit 3\n");
        assertThat(user.home.resolve("tmp")).isEmptyDirectory();
    }

    @Test
    void withoutHitsNothingIsRun() throws Exception {
        assertThat(exec("touch said", "{} +", "s:quince")).isEqualTo("exit 1\n");
        assertThat(user.home.resolve("said")).doesNotExist();
    }

    @Test
    void aMessageThatIsGoneIsToldAndLeftOut() throws Exception {
        Files.delete(user.home.resolve("Mail/old/1"));
        assertThat(exec("echo $# >>said", "{} +", "s:jam"))
                .isEqualTo("2> majix: ~/Mail/old/1: no such file or directory\nexit 0\n");
        assertThat(said()).isEqualTo("2\n");
    }

    @Test
    void whatCannotBeReadIsAFailure() throws Exception {
        Files.createDirectories(user.home.resolve("Mail/files"));
        byte[] kiwi = gzip(User.mail("kiwi", "eve", "Kiwi jam", "Sat, 04 Jan 2025", ""));
        Path file = Files.write(user.home.resolve("Mail/files/k.eml.gz"), kiwi);
        Files.writeString(user.rc, Files.readString(user.rc) + "files=files\n");
        user.types();
        Files.write(file, java.util.Arrays.copyOf(kiwi, 30));
        assertThat(exec("echo $# >>said", "{} +", "s:jam"))
                .matches("2> majix: ~/Mail/files/k.eml.gz: [^\n]+\nexit 3\n");
        assertThat(said()).isEqualTo("3\n");
        user.file(".mairixrc", Files.readString(user.rc) + "mformat=mbox\n");
        assertThat(user.types("s:jam")).startsWith("Matched 3 messages\n2> majix: ~/Mail/files/k.eml.gz: ")
                .endsWith("\nexit 3\n");
        assertThat(user.types("-x", "s:kiwi")).contains("2> majix: ~/Mail/files/k.eml.gz: ").endsWith("\nexit 3\n");
        user.program = "mairix";
        assertThat(user.types("s:jam")).contains("2> mairix: ~/Mail/files/k.eml.gz: ").endsWith("\nexit 0\n");
    }

    @Test
    void theTemporaryDirectoryFailsInItsOwnName() throws Exception {
        user.variables.put("TMPDIR", user.home.resolve("nowhere").toString());
        assertThat(exec("touch said", "{} +", "s:jam")).isEqualTo(
                "2> majix: no temporary directory in ~/nowhere: no such file or directory\nexit 3\n");
        assertThat(user.home.resolve("said")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "--exec echo s:x | --exec wants a command that ends with {} + or with \\; as in --exec clamscan {} +",
            "--exec ; s:x | --exec wants a command", "--exec {} + s:x | --exec wants a command",
            "--exec=echo {} + s:x | unrecognized option \"--exec=echo\"",
            "--count --exec echo {} + s:x | --exec prints nothing by itself",
            "-r --exec echo {} + s:x | --exec prints nothing by itself"})
    void aCommandThatIsNoneIsAMistake(String line, String told) {
        assertThat(user.types(line.split(" "))).startsWith("2> majix: " + told).endsWith("\nexit 2\n");
    }

    @Test
    void aServerRunsNoCommands() {
        Request request = new Request("", "majix", false, false, user.home,
                List.of("--exec", "touch", "{}", "+", "s:plum"), Map.of());
        assertThat(request.isSearch()).isFalse();
    }

    /// A link that leads to itself stands for a directory without rights, which root has everywhere.
    @Test
    void aFolderThatCannotBeEnteredTakesNoOthersAlong() throws Exception {
        Files.move(user.home.resolve("Mail/inbox/new"), user.home.resolve("aside"));
        Files.createSymbolicLink(user.home.resolve("Mail/inbox/new"), user.home.resolve("Mail/inbox/new"));
        assertThat(exec("echo $# >>said", "{} +", "s:pear/jam")).matches("2> majix: ~/Mail/inbox/new[^\n]+\nexit 3\n");
        assertThat(said()).isEqualTo("3\n");
    }
}
