package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTest {
    private static final Map<List<String>, Integer> WITHOUT_HITS = Map.of(List.of("-r", "m:none@example.org"), 1,
            List.of("-r", "nosuchword"), 1, List.of("-r", "s:"), 2);

    @TempDir
    Path top;

    /// What finds nothing loads no class that shows or writes hits, and the cache would lack them.
    @Test
    void theSearchesFindSomethingInTheArchive() throws Exception {
        User user = User.without(Files.createDirectory(top.resolve("ann")));
        Training.main(new String[]{"prepare", user.home.resolve("sample").toString()});
        for (List<String> search : Training.SEARCHES) {
            List<String> command = new ArrayList<>(List.of("-f", "sample/majixrc"));
            command.addAll(search);
            assertThat(user.types(command.toArray(new String[0]))).as("%s", search)
                    .endsWith("exit " + WITHOUT_HITS.getOrDefault(search, 0) + "\n");
        }
    }
}
