package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Both programs over the sample archive with the same rc file, in the parts of the language where majix does not mean
/// to differ.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MairixComparisonTest {
    private Path top;

    private User user;

    @BeforeAll
    void index(@TempDir Path directory) throws Exception {
        top = directory;
        if (!Files.isExecutable(Path.of("/usr/bin/mairix"))) {
            Assumptions.abort("no mairix to compare with");
        }
        user = User.without(top);
        SampleArchive.write(top.resolve("sample"));
        assertThat(user.types("-f", "sample/majixrc")).isEqualTo("exit 0\n");
        mairix(List.of());
    }

    private List<String> mairix(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/usr/bin/mairix", "-f", top + "/sample/majixrc"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(Map.of("MAIRIX_DATABASE", top + "/mairix.db", "LC_ALL", "C", "TZ", "UTC"));
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s", command).isLessThan(2);
        return out.lines().toList();
    }

    /// Arguments are between blanks here.
    @ParameterizedTest
    @ValueSource(strings = {"s:regatta", "REGATTA", "b:tide", "f:marta", "t:bram@gullwick-sc.example", "a:hanna",
            "r:tadeo", "f:priya.raman@gullwick-sc.example", "tfc:sc", "s:life,jackets", "s:rudder/dinghy",
            "s:~regatta", "f:marta s:regatta", "s:regatta f:~marta", "bs:regatta/jackets,new", "s:regat=", "b:^harb=",
            "f:gullwick-sc.example=", "s:regata=1", "b:harbuor=2", "p:Maildir", "p:committee", "p:archive.mbox",
            "m:gsc.56.0@gullwick-sc.example", "n:harbour-chart.pdf", "n:chart=", "d:2024-", "d:-2024", "d:mar2024-",
            "d:-20241231", "d:20240301-20240401", "z:1k-", "F:s p:Maildir", "F:-s p:archive", "F:f p:Maildir",
            "-t s:skerry", "-t n:harbour-chart.pdf", "-t f:marta d:2025-"})
    void bothFindTheSameMessages(String query) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("-r"));
        arguments.addAll(List.of(query.split(" ")));
        List<String> expected = mairix(arguments);
        arguments.addAll(0, List.of("-f", "sample/majixrc"));
        List<String> found = user.types(arguments.toArray(new String[0])).replace("~", top.toString()).lines().toList();
        assertThat(found).last().isEqualTo("exit 0");
        assertThat(found.subList(0, found.size() - 1)).isNotEmpty().containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"s:nosuchword", "c:ines", "m:nobody@example.org", "p:nowhere",
            "bs:skippers,jackets,harbour"})
    void bothFindNothing(String query) throws Exception {
        assertThat(mairix(List.of("-r", query))).isEmpty();
        assertThat(user.types("-f", "sample/majixrc", "-r", query)).isEqualTo("exit 1\n");
    }

    @Test
    void bothCountTheSame() throws Exception {
        List<String> found = List.of("-o", top + "/theirs", "s:regatta");
        assertThat(mairix(found)).containsExactly("Matched 63 messages");
        assertThat(user.types("-f", "sample/majixrc", "-o", top + "/ours", "s:regatta"))
                .startsWith("Matched 63 messages\n");
    }

    /// The folder that mairix made goes on serving.
    @Test
    void aResultFolderIsTakenOver() throws Exception {
        mairix(List.of("-o", top + "/shared", "s:regatta"));
        assertThat(user.types("-f", "sample/majixrc", "-o", top + "/shared", "s:skerry"))
                .isEqualTo("Matched 29 messages\nexit 0\n");
        assertThat(user.disk("shared").values())
                .filteredOn(content -> content.startsWith("-> ") || content.contains("Subject:"))
                .hasSize(29);
    }
}
