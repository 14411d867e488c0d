package majix.formats.mbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// The byte ranges that the conformance kit wants of its mboxes.
class MboxKitTest {

    @Test
    void rangesAreThoseOfTheKit() throws IOException {
        Path kit = Path.of(System.getenv().getOrDefault("MAJIX_SHARED", "../../shared"), "kit");
        if (!Files.isDirectory(kit)) {
            Assumptions.abort("no conformance kit at " + kit);
        }
        Map<String, List<String>> wanted = new LinkedHashMap<>();
        for (String line : Files.readAllLines(kit.resolve("labels.tsv"))) {
            int at = line.indexOf("\tmbox:");
            if (at >= 0) {
                String[] fileAndRange = line.substring(at + 6).strip().split(" ", 2);
                wanted.computeIfAbsent(fileAndRange[0], f -> new ArrayList<>()).add(fileAndRange[1]);
            }
        }
        assertThat(wanted).isNotEmpty();
        wanted.forEach((file, ranges) -> {
            List<String> found = Given.of(kit.resolve("corpus").resolve(file)).ranges();
            assertThat(found).as(file).hasSameSizeAs(ranges);
            for (int i = 0; i < ranges.size(); i++) {
                assertThat(found.get(i)).as(file).startsWith(ranges.get(i).replace("*)", ""));
            }
        });
    }
}
