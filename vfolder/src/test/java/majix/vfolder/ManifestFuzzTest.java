package majix.vfolder;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Any bytes as a manifest. In a usual run the method sees its seeds only; `.ci/torture fuzz` lets Jazzer find more.
class ManifestFuzzTest {

    /// A manifest names nothing but files of majix's own making, and is read again as it was written; or it is damaged.
    @FuzzTest
    void manifest(byte[] input) throws IOException {
        Path dir = Files.createTempDirectory("fuzz");
        Path file = dir.resolve(Manifest.NAME);
        Path copy = dir.resolve("copy");
        try {
            Files.write(file, input);
            Manifest manifest = read(file);
            Manifest.tells(file, 1);
            boolean whole = Manifest.looksWhole(file);
            if (manifest == null) {
                return;
            }
            assertThat(whole || manifest.kind() == VFolderKind.MBOX).isTrue();
            if (manifest.kind() != VFolderKind.MBOX) {
                assertThat(manifest.entries())
                        .allSatisfy(entry -> assertThat(entry.name()).matches("[0-9a-zA-Z.]+|\\.mh_sequences"));
            }
            new Manifest(manifest.kind(), manifest.entries()).write(copy, new Disk(Disk.Steps.UNWATCHED));
            assertThat(read(copy)).isEqualTo(manifest);
        } finally {
            Files.deleteIfExists(copy);
            Files.delete(file);
            Files.delete(dir);
        }
    }

    private static @Nullable Manifest read(Path file) throws IOException {
        try {
            return Manifest.read(file);
        } catch (Manifest.DamagedException _) {
            return null;
        }
    }
}
