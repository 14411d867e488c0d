package majix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Any bytes as an rc file. In a usual run the method sees its seeds only; `.ci/torture fuzz` lets Jazzer find more.
class ConfigFuzzTest {
    private static final Map<String, String> VARIABLES = Map.of("A", "value", "B", "", "HOME", "/home/ann", "C",
            "/mail:$A");
    private static final Environment ENV = new Environment(VARIABLES::get, Path.of("/home/ann"), Path.of("/tmp/cwd"));

    /// An rc file is read, with absolute paths and warnings of one line; or it is refused with one line.
    @FuzzTest
    void rc(byte[] input) {
        List<String> warnings = new ArrayList<>();
        try {
            Config config = ConfigReader.parse(Path.of("/home/ann/rc"), input, ENV, warnings::add);
            assertThat(config.base()).isAbsolute();
            assertThat(config.database()).isAbsolute();
            assertThat(config.mfolder() == null || config.mfolder().isAbsolute()).isTrue();
            assertThat(config.named()).allMatch(Path::isAbsolute);
        } catch (ConfigException e) {
            assertThat(e.getMessage()).doesNotContain("\n");
        }
        assertThat(warnings).hasSizeLessThan(12).allSatisfy(line -> assertThat(line).doesNotContain("\n").isNotBlank());
    }
}
